/** The line under a title, a dateline, the signatures at an article's end: who, where, when. */
import { datePattern, readDate } from './dates.ts';
import { furnitureItems } from './furniture.ts';
import { type Line, partOf } from './lines.ts';
import type { CaseSource } from './schema.ts';

/** What one line says of the article's origin. */
export interface Credits extends Partial<Omit<CaseSource, 'byline' | 'photographers'>> {
  photographers?: string[];
  date?: string;
  time?: string;
  precision?: 'day' | 'month';
}

export interface CreditLine {
  credits: Credits;
  /** The words that say it, furniture such as 我来说两句 apart. */
  words: Line[];
  furniture: { line: Line; reason: string }[];
}

type Field = 'name' | 'author' | 'editor' | 'photographers' | 'url' | 'none';

interface LabelRule {
  field: Field;
  label: RegExp;
}

/** Names run together are kept as written; a value ends at the next label, a wide gap or the line's end. */
const labels: readonly LabelRule[] = [
  {
    field: 'name',
    label:
      /(?:信息|文章|稿件|新闻|内容|原文)?(?:来源|出处|稿源|转自|转载自|来源于|供稿单位|供稿|来稿单位|发布单位|发布机构|信息来源|报送单位)\s*[：:丨｜|]/u,
  },
  {
    field: 'editor',
    label: /(?:责任|责编|网络|网站|本文|值班|执行|实习|图文|美术|新媒体|微信|网页|本期)*(?:编辑|责编|编审|编校|编排)\s*[：:丨｜|/]/u,
  },
  { field: 'photographers', label: /(?:摄影|摄|图|图片|供图|摄影报道|图片摄影)\s*[：:/]/u },
  {
    field: 'author',
    label:
      /(?:作者|记者|本报记者|通讯员|特约记者|见习记者|撰稿|撰文|采写|采编|文图|图文|文|文字|供稿人|投稿人|撰稿人|记者站|文\/图|报道)\s*[：:/]/u,
  },
  {
    field: 'none',
    label:
      /(?:审核|审校|校对|监制|总监制|终审|初审|二审|三审|签发|统筹|策划|主编|总编辑?|发布人|录入|上传|发布者|信息员|审稿|校审|制作|设计|排版|发布时间|发布日期|时间|日期|更新时间|发稿时间|刊发时间|成文日期|发文日期|录入时间)\s*[：:丨｜|/]/u,
  },
];

const anyLabel = new RegExp(labels.map((rule) => rule.label.source).join('|'), 'gu');

/** Reads a line that consists of credits and nothing else; undefined for any other line. */
export function readCreditLine(line: Line): CreditLine | undefined {
  const unit = readUnitLine(line);
  if (unit) return unit;
  const inner = line.text.replace(/^[（(【[]|[)）\]】]$/gu, (mark) => ' '.repeat(mark.length));
  if (inner.length > 160 || /。.{8}/u.test(inner)) return undefined;
  const result: CreditLine = { credits: {}, words: [], furniture: [] };
  const left = takeFurniture(line, takeFields(inner, result.credits), result);
  const rest = left.replace(/[\s|｜，、：；/·—-]+/gu, ' ').trim();
  const known = Object.keys(result.credits).length > 0;
  if (rest !== '' && !(known && acceptRest(rest, result.credits))) return undefined;
  if (!known && result.words.length === 0 && !anyLabelIn(inner)) return undefined;
  return result;
}

const paper =
  /^[《（(]?\s*《?(?<name>[\p{Script=Han}]{2,12}(?:报|网|刊|社|杂志|求是|半月谈))》?\s*[（(，,\s]*(?<date>\d{4}\s?[年\-./].{3,14}?日?)[）)，,\s]*(?:第?\s*[A-Z]?\d{1,2}\s*版)?\s*[）)]?$/u;
const writer =
  /^[（(]?(?:本报|本网|本社|新华社|人民网)?(?:全媒体|首席|见习|特约|融媒体?)*(?:记者|通讯员|作者)(?!站)\s*[\p{Script=Han}·、\s]{2,30}(?:\/文|报道|文\/图|摄影报道|\/图)?[）)]?$/u;
const affiliation = /^[（(](?:作者|笔者)(?:系|为|单位|分别)[^）)]{2,60}[）)]。?$/u;
const unitLine =
  /^(?:中共|中国共产党)?[\p{Script=Han}（）()·]{2,26}(?:组织部|宣传部|县委|市委|省委|区委|党委|党工委|党组|工委|党校|办公室|课题组|调研组|编辑部|研究室|党支部|融媒体中心)$/u;

/** Credits without a label: a paper with its date, a reporter's name, the writer's office. */
function readUnitLine(line: Line): CreditLine | undefined {
  const { text } = line;
  const printed = paper.exec(text)?.groups;
  const stated = printed && datePattern.exec(printed.date ?? '');
  const date = stated && readDate(stated);
  if (printed?.name && date)
    return { credits: { name: printed.name, date: date.value, precision: date.precision === 'month' ? 'month' : 'day' }, words: [line], furniture: [] };
  if (affiliation.test(text)) return { credits: {}, words: [line], furniture: [] };
  if (writer.test(text)) return { credits: { author: writerName(text) }, words: [line], furniture: [] };
  return undefined;
}

function writerName(text: string): string {
  return text
    .replace(/^[（(]?(?:[\p{Script=Han}]{0,8}?)(?:记者|通讯员|作者)\s*/u, '')
    .replace(/(?:\/文|报道|文\/图|摄影报道|\/图)?[）)]?$/u, '')
    .trim();
}

/** The writer's office on a line of its own, under the title: `中共大田县委组织部`. */
export function readOffice(line: Line): CreditLine | undefined {
  return unitLine.test(line.text) && line.text.length <= 30 ? { credits: { author: line.text }, words: [line], furniture: [] } : undefined;
}

function anyLabelIn(text: string): boolean {
  anyLabel.lastIndex = 0;
  return anyLabel.test(text);
}

/** Fills the credits and returns the line with what it understood blanked out. */
function takeFields(text: string, credits: Credits): string {
  let left = text.replace(/星期[一二三四五六日天]|(?:第\s*)?[A-Z]?\d{1,2}\s*版(?:[：:][^\s]{1,10})?/gu, (words) =>
    ' '.repeat(words.length),
  );
  const stated = datePattern.exec(left);
  const date = stated && readDate(stated);
  if (stated && date) {
    Object.assign(credits, { date: date.value, precision: date.precision, ...(date.time ? { time: date.time } : {}) });
    left = blank(left, stated.index, stated[0].length);
  }
  const marks = [...left.matchAll(anyLabel)];
  for (const [i, mark] of marks.entries()) {
    const from = mark.index + mark[0].length;
    const to = valueEnd(left, from, marks[i + 1]?.index ?? left.length);
    const value = left
      .slice(from, to)
      .replace(/^[\s：:/]+|[\s|｜，。；）)】\]]+$/gu, '')
      .trim();
    if (value.length > 40 || /[。！？]/u.test(value)) continue;
    setField(credits, labels.find((rule) => matchesWhole(rule.label, mark[0]))?.field ?? 'none', value);
    left = blank(left, mark.index, to - mark.index);
  }
  return left;
}

function matchesWhole(pattern: RegExp, text: string): boolean {
  return new RegExp(`^(?:${pattern.source})$`, 'u').test(text);
}

const valueStop =
  /[|｜]|\s{2,}\S|(?<=\S)\s+(?=(?:字体|打印|分享|收藏|浏览|阅读|点击|评论|【|\[|\d))|(?<=\S)\s*(?=我来说两句|【?字号|分享到|(?:浏览|阅读|点击)(?:次数|数|量))/u;

/** A value goes on over a single space (`记者：张三 李四`) unless page furniture follows. */
function valueEnd(text: string, from: number, limit: number): number {
  const cut = valueStop.exec(text.slice(from, limit));
  return cut && text.slice(from, from + cut.index).trim() !== '' ? from + cut.index : limit;
}

function setField(credits: Credits, field: Field, value: string): void {
  if (value === '') return;
  if (field === 'photographers') credits.photographers = [...(credits.photographers ?? []), ...value.split(/[、，\s]+/u).filter(Boolean)];
  else if (field === 'url') credits.url = value;
  else if (field !== 'none') credits[field] ??= value;
}

function blank(text: string, at: number, length: number): string {
  return text.slice(0, at) + ' '.repeat(length) + text.slice(at + length);
}

/** Splits off items such as 我来说两句 that share the line, and notes which parts of it are words of the byline. */
function takeFurniture(line: Line, left: string, result: CreditLine): string {
  let rest = left;
  const items: { from: number; to: number; reason: string }[] = [];
  for (const match of left.matchAll(/【[^】]*】|\[[^\]]*\]|[^\s|｜]+/gu)) {
    const reason = furnitureItems.find((rule) => rule.reason !== '分隔符' && rule.test.test(match[0]))?.reason;
    if (!reason) continue;
    items.push({ from: match.index, to: match.index + match[0].length, reason });
    rest = blank(rest, match.index, match[0].length);
  }
  let at = 0;
  for (const item of items) {
    pushWords(result, partOf(line, at, item.from));
    result.furniture.push({ line: partOf(line, item.from, item.to), reason: item.reason });
    at = item.to;
  }
  pushWords(result, partOf(line, at));
  return rest;
}

function pushWords(result: CreditLine, part: Line): void {
  if (part.text === '') return;
  if (/^[|｜\s]+$/u.test(part.text)) result.furniture.push({ line: part, reason: '分隔符' });
  else result.words.push(part);
}

/** A name without a label beside a date or a label: `东南网 2020-07-27`. */
function acceptRest(rest: string, credits: Credits): boolean {
  if (!/^[\p{Script=Han}A-Za-z0-9·“”《》 -]{2,24}$/u.test(rest)) return false;
  if (/^(?:本报|本网)?(?:记者|通讯员|特约记者|实习生)/u.test(rest))
    credits.author ??= rest.replace(/^(?:本报|本网)?(?:记者|通讯员|特约记者|实习生)\s*/u, '');
  else credits.name ??= rest;
  return true;
}

const outlet = String.raw`[\p{Script=Han}A-Za-z]{2,12}?`;
const reporters = '(?:[^（）()]{0,20}?(?:记者|通讯员|特约记者|见习记者|实习生|作者|新闻联播|视频|文|图)[^（）()]{0,40})';

/** `东南网7月27日讯（福建日报记者 林宇熙）`, `本报咸阳讯（通讯员阎晋于文哲）`, `央视网消息（新闻联播）：`, `新华社北京7月1日电`. */
const datelinePattern = new RegExp(
  String.raw`^(?:【[^】]{2,14}】)?(?:${outlet}(?:\d{1,2}月)?\d{1,2}日?(?:讯|电|消息)|本报[\p{Script=Han}]{0,8}?(?:\d{1,2}月\d{1,2}日)?(?:讯|电)|${outlet}(?:网|社|报|台|客户端|融媒)[\p{Script=Han}]{0,6}?(?:\d{1,2}月\d{1,2}日)?(?:消息|讯|电))\s*(?:[（(]${reporters}[）)])?\s*[：:]?\s*`,
  'u',
);
const authorPattern = /(?:本报|本网|[\p{Script=Han}]{2,8})?(?:记者|通讯员|特约记者|见习记者|实习生|作者)[\s：:]*(?<name>[^（）()]+)$/u;

export interface Dateline {
  words: Line;
  rest: Line;
  credits: Credits;
}

/** Takes the dateline off the front of a paragraph. */
export function readDateline(line: Line): Dateline | undefined {
  const match = datelinePattern.exec(line.text);
  if (!match || match[0].length === line.text.length || !/讯|电|消息/u.test(match[0])) return undefined;
  const inner = /[（(](?<inner>[^（）()]*)[）)]/u.exec(match[0])?.groups?.inner ?? '';
  const author = authorPattern.exec(inner)?.groups?.name?.trim();
  return { words: partOf(line, 0, match[0].length), rest: partOf(line, match[0].length), credits: author ? { author } : {} };
}

const signature =
  /[（(](?<inner>(?:本报|本网|[\p{Script=Han}]{0,8})?(?:记者|通讯员|作者|撰稿|供稿|文\/?图?|图\/?文?|责任编辑|编辑|来源|摄影|单位)[：:\s/]?[^（）()。]{2,50})[）)][。]?$/u;

/** `……提供坚强保证。（通讯员 张三 李四）`: a signature behind the last sentence. */
export function readSignature(line: Line): Dateline | undefined {
  const match = signature.exec(line.text);
  if (!match || match.index === 0 || !/[。！？…”]$/u.test(line.text.slice(0, match.index).trimEnd())) return undefined;
  const inner = match.groups?.inner ?? '';
  const credits: Credits = {};
  const left = takeFields(inner, credits);
  if (Object.keys(credits).length === 0) {
    const author = /^.*?(?:记者|通讯员|作者|撰稿|供稿)\s*(?<name>\S.*)$/u.exec(left)?.groups?.name?.trim();
    if (author) credits.author = author;
  }
  return { words: partOf(line, match.index), rest: partOf(line, 0, match.index), credits };
}

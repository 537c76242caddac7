/** Lines that say who wrote an article, where it appeared and when. */

import type { Credits } from '../article.ts';
import { datePattern, readDate } from './dates.ts';
import { type Line, partOf } from './lines.ts';
import { isPersonName, personNames, tidyNames } from './persons.ts';
import { isProvince } from './provinces.ts';
import { dateFields, isOfficeName, isOutlet, readUnitLine } from './unlabelled.ts';

/** What says that a name is the source's: a label, the label of who published it, or nothing but its place. */
export type NameBasis = 'label' | 'publisher' | 'standing';

export interface CreditLine {
  credits: Credits;
  nameBasis?: NameBasis;
  /** The words that say it, furniture such as 我来说两句 apart. */
  words: Line[];
  furniture: { line: Line; reason: string }[];
}

type Field = 'name' | 'author' | 'editor' | 'photographers' | 'none';

interface LabelRule {
  field: Field;
  label: RegExp;
}

/** Names run together are kept as written; a value ends at the next label, a wide gap or the line's end. */
const labels: readonly LabelRule[] = [
  {
    field: 'author',
    label:
      /(?:作者单位|作者|(?:本报|本网|特约|见习|全媒体)?(?:记者|通讯员)(?!站)|撰稿人?|撰文|采写|采编|文字|投稿人|供稿单位|供稿人?|来稿单位|来稿|报送单位|报送|执笔人?|(?<!\p{Script=Han})(?:文|图)\s?[/／、]\s?(?:图|文)|(?<!\p{Script=Han})(?:文图|图文|文|报道))\s*[：:丨|▏│/／]/u,
  },
  {
    field: 'name',
    label:
      /(?:(?:信息|文章|稿件|新闻|内容|原文|资料)?(?:来源|出处)|稿源|稿件来源|转自|转载自|发布单位|发布机构|发布机关|原载|媒体)\s*[：:丨|▏│]/u,
  },
  {
    field: 'editor',
    label:
      /(?:责任|网络|网站|本文|值班|执行|实习|图文|美术|美工|新媒体|微信|网页|本期|技术|视觉|文字)*(?:编辑|责编|编审|编校|编排|编发)\s*[：:丨|▏│/]/u,
  },
  { field: 'photographers', label: /(?:摄影|供图|图片提供|图片摄影|(?<!\p{Script=Han})(?:摄|图|图片))\s*[：:丨|▏│/／]/u },
  {
    field: 'none',
    label:
      /(?:审核|审校|校对|监制|总监制|终审|初审|复审|一审|二审|三审|签发|统筹|策划|主编|总编辑?|发布人|发布者|录入|上传|信息员|审稿|审签|校审|校核|制作|设计|排版|值班主任|(?:发布|发表|更新|发稿|刊发|录入|上传|成文|发文|编辑|生成|创建|刊登)?(?:时间|日期))\s*[：:丨|▏│/]/u,
  },
];

const anyLabel = new RegExp(labels.map((rule) => rule.label.source).join('|'), 'gu');

/** What shares a line with credits and is none. */
const beside: readonly { reason: string; test: RegExp }[] = [
  {
    reason: '字号切换',
    test: /[【[（(]?\s?(?:字体|字号|文字大小)\s?[：]?\s?[【[（(]?(?:\s?(?:[大中小TA][+-]?|放大|缩小|默认|标准)[\s|/]*)*[】\])）]?|[TA][+-](?=\s|$)|(?<=\s)(?:放大|缩小|默认|[大小]字号)(?=\s|$)/gu,
  },
  {
    reason: '浏览次数',
    test: /[（(]?(?:浏览|阅读|点击|访问|查看)(?:次数|人数|数|量|率)?\s?[：]\s?(?:\d[\d,，]*|-+)?\s?次?[）)]?|[（(]?(?:浏览|阅读|点击|访问|人气|评论)(?:次数|量|数)?[：\s]?[（(]?\d[\d,]*[）)]?\s?次?[）)]?|\d+次(?:浏览|阅读|点击)/gu,
  },
  {
    reason: '打印分享',
    test: /(?<=[网报社台部站])(?:打印|收藏|分享|纠错)(?=$|[\s|｜])|(?<=^|[\s|｜【[])(?:我来说两句|打印(?:本页|本文|此文)?|收藏(?:本文)?|关闭(?:窗口)?|分享(?:到|至)?[：]?|我要(?:评论|纠错|分享)|纠错|订阅|关注|转发|扫一扫|手机看|评论|微信|微博|QQ空间|朋友圈|复制链接|语音播报|听新闻)(?=$|[\s|｜】\]])|我来说两句|分享到[：]?|【纠错】|\[纠错\]/gu,
  },
  { reason: '平台声明', test: /(?:发表于|发布于)\s?\p{Script=Han}{2,4}(?=\s|$)/gu },
];

const longest = 220;

/** The stages of a reading ask again about the same lines. */
const creditLines = new WeakMap<Line, { credit: CreditLine | undefined }>();

/** Reads a line that consists of credits and nothing else; undefined for any other line. Nobody may change what it gives. */
export function readCreditLine(line: Line): CreditLine | undefined {
  const known = creditLines.get(line) ?? { credit: creditOf(line) };
  creditLines.set(line, known);
  return known.credit;
}

function creditOf(line: Line): CreditLine | undefined {
  if (line.text.length > longest || /。.{8}/u.test(line.text)) return undefined;
  const bare = line.text.replace(/^(?:\p{Extended_Pictographic}|\ufe0f|[（(【[□■◎●▲◆*\s])+|[)）\]】\s]+$/gu, (mark) =>
    ' '.repeat(mark.length),
  );
  const unit = readUnitLine(bare.trim());
  if (unit) return { credits: unit, words: [line], furniture: [] };
  const result: CreditLine = { credits: {}, words: [], furniture: [] };
  const furniture = itemsBeside(bare);
  const cleared = furniture.reduce((text, item) => blank(text, item.from, item.to), bare);
  const { left, labelled, nameBasis } = takeFields(cleared, result.credits);
  result.nameBasis = nameBasis;
  const rest = left.replace(/[\s|｜，、：；/·—□■●()（）【】[\]-]+/gu, ' ').trim();
  const known = labelled || result.credits.date !== undefined;
  if (!known || (rest !== '' && !acceptRest(rest, result.credits, labelled))) return undefined;
  shareLine(line, furniture, result);
  return result;
}

interface Item {
  from: number;
  to: number;
  reason: string;
}

function itemsBeside(text: string): Item[] {
  const items: Item[] = [];
  for (const { reason, test } of beside)
    for (const match of text.matchAll(test)) {
      const from = match.index + match[0].length - match[0].trimStart().length;
      const to = match.index + match[0].length;
      if (match[0].trim() !== '' && !items.some((item) => from < item.to && to > item.from)) items.push({ from, to, reason });
    }
  return items.sort((a, b) => a.from - b.from);
}

/** Which parts of the line are words of the byline, and which are furniture. */
function shareLine(line: Line, items: readonly Item[], result: CreditLine): void {
  let at = 0;
  const pushWords = (part: Line) => {
    if (part.text === '') return;
    if (/^[|｜\s[\]【】（）()]+$/u.test(part.text)) result.furniture.push({ line: part, reason: '分隔符' });
    else result.words.push(part);
  };
  for (const item of items) {
    pushWords(partOf(line, at, item.from));
    result.furniture.push({ line: partOf(line, item.from, item.to), reason: item.reason });
    at = item.to;
  }
  pushWords(partOf(line, at));
}

/** The writer's office or name on a line of its own, under the title or at the end: `中共大田县委组织部`. */
export function readOffice(line: Line): CreditLine | undefined {
  const bare = line.text.replace(/^[（(□■◎●◆\s]+|[)）\s]+$/gu, '');
  const isOffice = bare.length <= 34 && (isOfficeName(bare) || isPersonName(bare));
  return isOffice ? { credits: { author: tidyNames(bare) }, words: [line], furniture: [] } : undefined;
}

/** Names that say nothing of the source. */
const placeholder =
  /^(?:admin|administrator|管理员|系统管理员|佚名|未知|不详|网络|互联网|本站|本站原创|原创|转载|无|编辑|[a-z]{1,12}\d*)$/iu;

/** `责任编辑 张三`: between a label and its name a space may stand for the colon. */
const labelBeforeSpace =
  /(?<=(?:^|[\s|｜（(])(?:责任编辑|编辑|责编|来源|作者|审核|校对|审校|监制|摄影|终审|签发))\s(?=\p{Script=Han}{2,12}(?:[\s、|｜）)]|$))/gu;

/** Labels of pages in traditional characters, sign for sign. */
const traditionalLabels: Readonly<Record<string, string>> = {
  來: '来',
  責: '责',
  編: '编',
  輯: '辑',
  發: '发',
  佈: '布',
  時: '时',
  間: '间',
  記: '记',
  稱: '称',
  攝: '摄',
  圖: '图',
  審: '审',
  監: '监',
  製: '制',
};
const traditionalSigns = new RegExp(`[${Object.keys(traditionalLabels).join('')}]`, 'gu');
const labelText = (text: string) => text.replace(traditionalSigns, (sign) => traditionalLabels[sign] ?? sign);

function takeFields(text: string, credits: Credits): { left: string; labelled: boolean; nameBasis: NameBasis } {
  let left = text
    .replace(/https?[：:]\/\/[\w./?=&#%-]+|www\.[\w./?=&#%-]+/giu, (found) => ' '.repeat(found.length))
    .replace(labelBeforeSpace, '：')
    .replace(/(?:发表|发布)[于在](?=\s|\d)/gu, (found) => ' '.repeat(found.length))
    .replace(/(?:星期|周)[一二三四五六日天](?!\p{Script=Han})|第?\s?[A-Z]?\d{1,3}\s?版(?:[：:]\S{1,10})?/gu, (found) =>
      ' '.repeat(found.length),
    );
  for (let stated = datePattern.exec(left); stated; stated = datePattern.exec(left)) {
    const date = readDate(stated);
    if (!date) break;
    if (credits.date === undefined) Object.assign(credits, dateFields(date));
    left = blank(left, stated.index, stated.index + stated[0].length);
  }
  const marks = [...labelText(left).matchAll(anyLabel)];
  let nameBasis: NameBasis = 'standing';
  for (const [i, mark] of marks.entries()) {
    const from = mark.index + mark[0].length;
    const field = fieldOf(mark[0]);
    const to = valueEnd(left, from, marks[i + 1]?.index ?? left.length, field);
    const value = left
      .slice(from, to)
      .replace(/^[\s：:/]+|[\s|｜，。；）)】\]]+$/gu, '')
      .trim();
    if (value.length > 50 || /[。！？]/u.test(value) || isClause(left.slice(from, to))) continue;
    if (field === 'name' && isProvince(value)) continue;
    if (field === 'name' && value !== '') nameBasis = /发布/u.test(mark[0]) ? 'publisher' : 'label';
    setField(credits, field, value);
    left = blank(left, mark.index, to);
  }
  return { left, labelled: marks.length > 0, nameBasis };
}

/** What stands behind a label by chance: the sentence of a paragraph that opens with its reporter. */
function isClause(value: string): boolean {
  return value.trim().length > 20 && /[。！？]\s*$/u.test(value);
}

function fieldOf(label: string): Field {
  return labels.find((rule) => new RegExp(`^(?:${rule.label.source})$`, 'u').test(label))?.field ?? 'none';
}

const valueStop = /[|｜]|\s{3,}(?=\S)|(?<=\S\s)\s?(?=(?:本报|本网)?(?:记者|通讯员|特约记者|见习记者)\s)/u;

/** A value goes on over a single space (`记者：张三 李四`), and not over a bar or a wide gap; a source ends where its reporter is named. */
function valueEnd(text: string, from: number, limit: number, field: Field): number {
  const value = text.slice(from, limit);
  const lead = value.length - value.trimStart().length;
  if (/^[|｜]/u.test(value.slice(lead))) return from + lead;
  const cut = valueStop.exec(value.slice(lead));
  const goesOn = field !== 'name' && cut !== null && /^(?:本报|本网)?(?:记者|通讯员)/u.test(value.slice(lead + cut.index));
  return cut && cut.index > 0 && !goesOn ? from + lead + cut.index : limit;
}

function setField(credits: Credits, field: Field, value: string): void {
  if (value === '' || placeholder.test(value)) return;
  if (field === 'photographers')
    credits.photographers = [
      ...(credits.photographers ?? []),
      ...tidyNames(value)
        .split(/[、，\s]+/u)
        .filter(Boolean),
    ];
  else if (field === 'author') credits.author ??= personNames(value);
  else if (field === 'editor') credits.editor ??= tidyNames(value);
  else if (field === 'name') credits.name ??= value.replace(/^《([^》]+)》$/u, '$1');
}

function blank(text: string, from: number, to: number): string {
  return text.slice(0, from) + ' '.repeat(to - from) + text.slice(to);
}

/** Names without a label beside a date or a label: `东南网 2020-07-27`, `原创 石首组工 石首党建 2022-04-15`. */
function acceptRest(rest: string, credits: Credits, labelled: boolean): boolean {
  if (!/^[\p{Script=Han}A-Za-z0-9·“”《》.－ -]{2,50}$/u.test(rest)) return false;
  const role = /(?:^|\s)(?:\S{0,8}?(?:记者|通讯员|实习生))\s*(?!\S*(?:手记|站))/u.exec(rest);
  const people = role ? rest.slice(role.index).trim() : '';
  const others = (role ? rest.slice(0, role.index) : rest).trim().split(' ').filter(Boolean);
  if (others[0] === '原创') acceptOriginal(others, credits);
  if (others.length > 3 || !others.every((other) => acceptName(other, others.length === 1, credits, labelled))) return false;
  if (people) {
    credits.author ??= personNames(people);
    credits.name ??= /^(?<paper>\p{Script=Han}{2,10}(?:日报|晚报|早报|时报|报|网))(?<!本报|本网)(?:全媒体|首席|见习|特约)*记者/u.exec(
      people,
    )?.groups?.paper;
  }
  return true;
}

/** `原创 石首组工 石首党建`: the writer, then the account. */
function acceptOriginal(others: string[], credits: Credits): void {
  others.shift();
  if (others.length >= 2) credits.author ??= others.shift();
}

function acceptName(name: string, alone: boolean, credits: Credits, labelled: boolean): boolean {
  const dated = credits.time !== undefined || credits.precision === 'day';
  if (isProvince(name)) return dated || labelled;
  const sender = name.replace(/(?:供稿|来稿|报送|推荐)$/u, '');
  if (isOutlet(name)) credits.name ??= name.replace(/[《》“”]/gu, '');
  else if ((isPersonName(sender) || isOfficeName(sender)) && (dated || labelled)) credits.author ??= sender;
  else if (credits.time !== undefined && alone && name.length <= 14) credits.name ??= name;
  else return labelled && name.length <= 12;
  return true;
}

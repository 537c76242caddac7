/** The article's title: its lines at the head of the page, and what stands around them. */
import { type CreditLine, readCreditLine, readOffice } from './byline.ts';
import { isMarkedCaption } from './captions.ts';
import { isColumnName } from './columns.ts';
import { readDateline } from './dateline.ts';
import { isHeadingOfItsOwn, isNumberedHeading } from './headings.ts';
import { type Line, partOf } from './lines.ts';
import { isWordAcross } from './paragraphs.ts';
import { isProvince } from './provinces.ts';
import { isSameHeadLine } from './stated.ts';
import { isOutlet } from './unlabelled.ts';

export interface Head {
  /** Lines of the title; none where the page has no title. */
  title: Line[];
  credits: CreditLine[];
  /** A second printing of the title, the name of the site behind it. */
  removed: { line: Line; reason: string }[];
  /** What is left for the body, in order. */
  body: Line[];
}

/** The head ends at the first sentence; a title further down than this is none. */
const deepest = 14;
const longestTitle = 70;
/** Longest title of several clauses, which has no commas. */
const longestOfClauses = 150;

const siteName =
  /(?:\s*(?:--|——|_|-|–|\||｜)\s*[\p{Script=Han}A-Za-z0-9]{2,14}){0,4}\s*(?:--|_|\s-\s?|-|–|\||｜)\s*[\p{Script=Han}A-Za-z]{0,12}(?:网|网站|频道|日报|新闻|报|客户端|在线|政府|平台|党建|先锋)$/u;

/** A site's menu, item by item; told from a title by the title that follows it. */
const menuItem = /^[\p{Script=Han}A-Za-z]{1,4}$/u;
const leastTitle = 8;

type Role = 'credit' | 'outlet' | 'column' | 'title' | 'caption' | 'other';

interface HeadLine {
  line: Line;
  role: Role;
  credit?: CreditLine | undefined;
}

/** Reads title and credits off the front of the lines. Where the page states its title in a field of its own, no other line is one. */
export function readHead(lines: readonly Line[], stated?: string): Head {
  const bodyFrom = lines.findIndex((line, i) => i > deepest || (isSentence(line) && !isKicker(line, lines[i + 1])));
  const end = bodyFrom < 0 ? Math.min(lines.length, deepest) : bodyFrom;
  const top = lines.slice(0, end).map(headLine);
  const page: HeadPage = {
    top,
    first: stated ? top.findIndex(({ line }) => isSameHeadLine(line, stated)) : firstOfTitle(top),
    below: lines[end],
    paragraphsApart: lines.slice(end).some((line, i) => i > 0 && line.gap > 0),
  };
  const head: Head = { title: [], credits: [], removed: [], body: [] };
  let open = true;
  for (const at of top.keys()) open = takeHeadLine(head, page, at, open);
  return { ...head, body: head.body.concat(lines.slice(end)) };
}

interface HeadPage {
  top: readonly HeadLine[];
  /** Position of the title's first line; -1 where there is none. */
  first: number;
  /** The first line of the body. */
  below: Line | undefined;
  paragraphsApart: boolean;
}

/** Puts one line where it belongs; says whether the title may still go on. */
function takeHeadLine(head: Head, page: HeadPage, at: number, open: boolean): boolean {
  const { top, first } = page;
  const entry = top[at];
  if (!entry) return open;
  const { line, role } = entry;
  const credit = entry.credit ?? creditWithoutLabel(entry, page, at);
  if (credit) {
    head.credits.push(credit);
    return open && at < first;
  }
  const removed = at === first ? undefined : reasonToRemove(entry, page, at, head, open);
  if (removed) head.removed.push({ line, reason: removed });
  else if (at === first || (open && role === 'title' && continuesTitle(head.title, line, page, at)))
    head.title.push(withoutSiteName(line, head));
  else head.body.push(line);
  return open && head.body.length === 0;
}

function reasonToRemove({ line, role }: HeadLine, { top, first }: HeadPage, at: number, head: Head, open: boolean): string | undefined {
  if (at < first) return role === 'outlet' ? '站名' : role === 'column' ? '栏目名' : '页首';
  if (isSameTitle(head.title, line)) return '重复标题';
  const published = head.credits.length > 0;
  if (published && isProvince(line.text)) return '平台声明';
  if (published && role === 'outlet') return '站名';
  if (published && role === 'title' && line.mark === undefined && isButton(line.text)) return '页首';
  return role === 'column' && open && top.slice(at).some((other) => other.credit) ? '栏目名' : undefined;
}

/** A word or two between the credits and the first sentence: no heading is so short there but those that name a part. */
function isButton(text: string): boolean {
  return /^\p{Script=Han}{2,3}$/u.test(text) && !/^(?:引子|楔子|缘起|起因|摘要|导语|导读|概况)$/u.test(text) && !isHeadingOfItsOwn(text);
}

function headLine(line: Line): HeadLine {
  const credit = readCreditLine(line);
  if (credit) return { line, role: 'credit', credit };
  const { text } = line;
  if (isMarkedCaption(text)) return { line, role: 'caption' };
  if (isColumnName(text)) return { line, role: 'column' };
  if (isOutlet(text)) return { line, role: 'outlet' };
  return { line, role: isTitleLine(text) ? 'title' : 'other' };
}

/** The first line that can be a title; a site's or column's name where there is nothing else. A caption on top is of the body. */
function firstOfTitle(top: readonly HeadLine[]): number {
  const barrier = top.findIndex((entry) => entry.role === 'other');
  const within = barrier < 0 ? top : top.slice(0, barrier);
  const found = within.flatMap((entry, i) => (entry.role === 'title' && entry.line.text.length >= 2 ? [i] : []));
  const titles = found.filter(
    (i, k) => !isMenuItem(within[i]?.line.text ?? '') || !found.slice(k + 1).some((later) => isLong(within[later])),
  );
  const [title, second] = titles;
  if (title !== undefined && second !== undefined && isOfficeAbove(within, title, second)) return second;
  if (title !== undefined) return title;
  return within.findLastIndex((entry) => entry.role === 'column' || entry.role === 'outlet');
}

/** `区县`, `时政`, several of them under one another; not a kicker that names a place: `大田县`. */
function isMenuItem(text: string): boolean {
  return /^(?:区县|县区|县市|市县|乡镇|城乡|城市|地市)$/u.test(text) || (menuItem.test(text) && !/[县市区旗镇乡村州省]$/u.test(text));
}

function isLong(entry: HeadLine | undefined): boolean {
  return (entry?.line.text.length ?? 0) >= leastTitle;
}

/** The office stands over the title that it wrote; `关于…的报告` has it as its first line. */
function isOfficeAbove(top: readonly HeadLine[], title: number, second: number): boolean {
  const [above, below] = [top[title], top[second]];
  return above !== undefined && below !== undefined && readOffice(above.line) !== undefined && !/^关于/u.test(below.line.text);
}

function creditBelow(top: readonly HeadLine[], at: number): boolean {
  const next = top.slice(at + 1).find((entry) => entry.role !== 'title' || readOffice(entry.line));
  return next !== undefined && (next.credit !== undefined || readOffice(next.line) !== undefined || next.role === 'outlet');
}

/** Beside the title: the account that published it, the office or person that wrote it. */
function creditWithoutLabel({ line, role }: HeadLine, { top, first, below }: HeadPage, at: number): CreditLine | undefined {
  if (at === first) return undefined;
  const next = top[at + 1];
  const above = top[at - 1]?.credit;
  const published = next ? next.credit !== undefined || (above !== undefined && !above.credits.name) : at > first && below !== undefined;
  if (role !== 'outlet' || !published) return readOffice(line);
  return { credits: { name: line.text.replace(/[《》“”]|(?<=报)(?:数字报|电子报|电子版)$/gu, '') }, words: [line], furniture: [] };
}

/** Whether a line is the body's already: a sentence, or a dateline with one. */
export function isSentence(line: Line): boolean {
  const { text } = line;
  if (readCreditLine(line)) return false;
  if (text.length > mostOf(text) || readDateline(line)) return true;
  return (/[。]/u.test(text) && !isMarkedCaption(text)) || /[；，]$|^.{2,8}[：:]$/u.test(text);
}

/** `安徽岳西：` over the title proper: a line that can be a title follows, not a paragraph. */
function isKicker({ text }: Line, next: Line | undefined): boolean {
  return (
    /^[^，。；]{2,16}[：:]$/u.test(text) &&
    next !== undefined &&
    !isSentence(next) &&
    isTitleLine(next.text) &&
    next.text.length >= leastTitle - 2
  );
}

function mostOf(text: string): number {
  return /[ \u3000]|——/u.test(text) && !/[。，；]/u.test(text) ? longestOfClauses : longestTitle;
}

/** Whether a line can be a title, as far as its own words say. */
export function isTitleLine(text: string): boolean {
  return (
    text.length <= mostOf(text) &&
    /\p{Script=Han}/u.test(text) &&
    !/[。；，、]$/u.test(text) &&
    !/^(?:编者按|【编者按】|摘要|关键词|导读|核心提示)/u.test(text)
  );
}

/** A title without the name of its site: `大田县推进跨村联建_三明日报`. */
export function withoutSite(title: string): string {
  const suffix = siteName.exec(title);
  return !suffix || suffix.index < 6 ? title : title.slice(0, suffix.index);
}

function withoutSiteName(line: Line, head: Head): Line {
  const suffix = siteName.exec(line.text);
  if (!suffix || suffix.index < 6) return line;
  head.removed.push({ line: partOf(line, suffix.index), reason: '站名' });
  return partOf(line, 0, suffix.index);
}

function isSameTitle(title: readonly Line[], line: Line): boolean {
  const plain = (text: string) => text.replace(/[\s\p{P}]/gu, '');
  const whole = plain(title.map((part) => part.text).join(''));
  const own = plain(line.text.replace(siteName, (suffix, at: number) => (at < 6 ? suffix : '')));
  return whole !== '' && (own === whole || (line.text.length >= 8 && title.some((part) => plain(part.text) === own)));
}

const mostTitleLines = 4;

/** A subtitle, or a title that wraps: a byline still to come, or no empty line between where paragraphs have one. */
function continuesTitle(title: readonly Line[], line: Line, { top, paragraphsApart }: HeadPage, at: number): boolean {
  if (title.length === 0 || title.length >= mostTitleLines || isNumberedHeading(line.text)) return false;
  if (/^(?:——|--|—)/u.test(line.text) || documentTitle.test(line.text)) return true;
  const last = title.at(-1)?.text ?? '';
  if (/(?:[的和与及、：]|——)$/u.test(last) || isWordAcross(last, line.text)) return line.gap === 0;
  return creditBelow(top, at) || (line.gap === 0 && paragraphsApart);
}

const documentTitle = /^关于.{4,}(?:报告|通报|通知|意见|情况|总结|方案|汇报|讲话|说明|办法)$/u;

/** Both lines are clauses of their own: `擎旗奋进千帆劲` and `提质升级万象新`. */
function isTight(text: string, line: string): boolean {
  return /^——/u.test(line) || /^关于/u.test(line) || /(?:[的和与及、：]|——)$/u.test(text) || isWordAcross(text, line);
}

/** The title as readers see it: halves of a cut word together, clauses apart. */
export function titleText(lines: readonly Line[]): string {
  return lines.reduce((text, { text: line }) => (text === '' || isTight(text, line) ? text + line : `${text} ${line}`), '');
}

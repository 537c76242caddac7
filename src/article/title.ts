/** The article's title: its lines at the head of the page, and what stands around them. */
import { type CreditLine, readCreditLine, readOffice } from './byline.ts';
import { isMarkedCaption } from './captions.ts';
import { type Line, partOf } from './lines.ts';
import { isWordAcross } from './paragraphs.ts';

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
const deepest = 12;
const longestTitle = 70;

const siteName =
  /(?:\s*(?:--|——|_|-|–|\||｜)\s*[\p{Script=Han}A-Za-z0-9]{2,14}){0,4}\s*(?:--|_|\s-\s?|–|\||｜)\s*[\p{Script=Han}A-Za-z]{0,12}(?:网|网站|频道|日报|新闻|报|客户端|在线|政府|平台)$/u;

/** Reads title and credits off the front of the lines. */
export function readHead(lines: readonly Line[]): Head {
  const head: Head = { title: [], credits: [], removed: [], body: [] };
  const bodyFrom = lines.findIndex((line, i) => i > deepest || isSentence(line.text));
  const end = bodyFrom < 0 ? Math.min(lines.length, deepest) : bodyFrom;
  const top = lines.slice(0, end).map((line) => ({ line, credit: readCreditLine(line) }));
  const lastCredit = top.findLastIndex((entry) => entry.credit !== undefined);
  let open = true;
  for (const [i, { line, credit }] of top.entries()) {
    const said = credit ?? (head.title.length > 0 ? readOffice(line) : undefined);
    if (said) {
      head.credits.push(said);
      open = head.title.length === 0;
    } else if (head.title.length === 0 && open && isTitleLine(line.text)) {
      head.title.push(withoutSiteName(line, head));
    } else if (isSameTitle(head.title, line)) {
      head.removed.push({ line, reason: '重复标题' });
    } else if (open && head.title.length > 0 && head.title.length < 3 && continuesTitle(head.title, line, i < lastCredit)) {
      head.title.push(withoutSiteName(line, head));
    } else {
      head.body.push(line);
      open = head.title.length === 0 && isMarkedCaption(line.text);
    }
  }
  head.body.push(...lines.slice(end));
  return head;
}

function isSentence(text: string): boolean {
  return text.length > longestTitle || (/[。]/u.test(text) && !isMarkedCaption(text)) || /[；，]$/u.test(text);
}

function isTitleLine(text: string): boolean {
  return (
    text.length >= 2 && text.length <= longestTitle && /\p{Script=Han}/u.test(text) && !/[。；，、]$/u.test(text) && !isMarkedCaption(text)
  );
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
  return (
    whole !== '' && (plain(line.text) === whole || title.some((part) => plain(part.text) === plain(line.text) && line.text.length >= 8))
  );
}

/** A subtitle, or a title that wraps: no empty line between, and a byline still to come. */
function continuesTitle(title: readonly Line[], line: Line, creditFollows: boolean): boolean {
  if (!isTitleLine(line.text)) return false;
  if (/^——/u.test(line.text)) return true;
  const last = title.at(-1)?.text ?? '';
  if (/(?:[的和与及、：]|——)$/u.test(last) || isWordAcross(last, line.text)) return line.gap === 0;
  return line.gap === 0 && creditFollows;
}

/** The title as readers see it: halves of a cut word together, clauses apart. */
export function titleText(lines: readonly Line[]): string {
  let text = '';
  for (const line of lines) {
    const tight = text === '' || /^——/u.test(line.text) || /(?:[的和与及、：]|——)$/u.test(text) || isWordAcross(text, line.text);
    text += tight ? line.text : ` ${line.text}`;
  }
  return text;
}

/** Pages that were saved as one long line: cut at the spaces that separate their paragraphs. */
import { datePattern } from './dates.ts';
import { cutAt, type Line, partOf } from './lines.ts';

const sentenceEnd = '(?:[。！？；…]|[。！？…][”’）」』]|——|”)';
const paragraphSpace = new RegExp(String.raw`(?<=${sentenceEnd})[ \u00a0]+(?=\S)`, 'gu');
const indentSpace = /\u3000{2,}|[ \u00a0]{4,}/gu;
const indentBehindSentence = new RegExp(String.raw`(?<=${sentenceEnd})(?:\u3000{2,}|[ \u00a0]{4,})`, 'gu');

/** So many characters on a line, with so many spaces behind ends of sentences, are several paragraphs. */
const longLine = 300;
const fewestBreaks = 3;
/** A shorter line counts as well where it is most of the page. */
const mostOfPage = 0.6;
const shortestLine = 120;

export function splitRunTogether(lines: readonly Line[]): Line[] {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0);
  return lines.flatMap((line, i) => {
    const isPage = line.text.length >= shortestLine && line.text.length > total * mostOfPage;
    const indents = (line.text.match(indentSpace)?.length ?? 0) >= 2 && (isPage || line.text.length >= longLine);
    const parts = cutAt(line, indents ? indentSpace : indentBehindSentence);
    const [first, ...others] = parts;
    const headed = i === 0 && isPage && first ? [...splitHead(first), ...others] : parts;
    return headed.flatMap((part) => splitParagraphs(part, isPage));
  });
}

function splitParagraphs(part: Line, isPage: boolean): Line[] {
  const breaks = part.text.match(paragraphSpace)?.length ?? 0;
  const together = (part.text.length >= longLine && breaks >= fewestBreaks) || (isPage && breaks >= 2 && part.text.length >= shortestLine);
  return together ? cutAt(part, paragraphSpace).flatMap(splitLeadingHeadings) : [part];
}

/** Longest clause that can be a heading in front of a paragraph on the same line. */
const longestClause = 20;

/** `带好一个班子 给力基层组织 打赢脱贫攻坚战，必须…` is a heading of two clauses and the paragraph below it. */
function splitLeadingHeadings(line: Line): Line[] {
  let end = 0;
  for (const clause of line.text.matchAll(/[^ ]+/gu)) {
    const isLast = clause.index + clause[0].length === line.text.length;
    if (isLast || clause[0].length > longestClause || !isBareClause(clause[0])) break;
    end = clause.index + clause[0].length;
  }
  return end === 0 ? [line] : [partOf(line, 0, end), partOf(line, end)];
}

function isBareClause(text: string): boolean {
  return /^[\p{Script=Han}\d“”‘’、·+]+$/u.test(text);
}

const longestHead = 260;
const creditWord = /^(?:\d{1,2}:\d{2}(?::\d{2})?|[\p{Script=Han}]{2,4}[：:丨].{0,20}|我来说两句|[|｜]|打印|收藏|分享)$/u;

/** Title and byline in front of the first paragraph on one line: cut before the date and behind the last credit. */
function splitHead(line: Line): Line[] {
  const head = line.text.slice(0, longestHead);
  const date = datePattern.exec(head);
  const label = /(?:来源|作者|发布时间|发布日期|时间)\s?[：:]/u.exec(head);
  const from = Math.min(date?.index ?? Number.POSITIVE_INFINITY, label?.index ?? Number.POSITIVE_INFINITY);
  if (!Number.isFinite(from) || from < 4 || from > 90 || /[。；]/u.test(head.slice(0, from))) return [line];
  let to = from;
  for (const word of line.text.slice(from).matchAll(/\S+/gu)) {
    const isCredit = creditWord.test(word[0]) || datePattern.test(word[0]);
    if (!isCredit) break;
    to = from + word.index + word[0].length;
  }
  return [partOf(line, 0, from), partOf(line, from, to), partOf(line, to)].filter((part) => part.text !== '');
}

import type { RemovedLine } from '../article.ts';
import type { Manuscript } from '../manuscript.ts';
import { readCreditLine } from './byline.ts';
import { Characters } from './characters.ts';
import { furnitureReason, pager, rightsNotice } from './furniture.ts';
import { type Line, partOf, sourceOf, splitLines, startOf } from './lines.ts';
import { restoreWidth } from './punctuation.ts';
import { splitRunTogether } from './run-together.ts';
import { isSameHeadLine } from './stated.ts';
import { type Judged, judgeTail } from './tail.ts';
import { isSentence } from './title.ts';
import { unwrap } from './wrapped.ts';

export interface Cleaned {
  /** The lines that may be the article's, in order. */
  lines: Line[];
  removed: RemovedLine[];
  /** The source's own words about its rights. */
  notice?: string;
}

/** Takes page furniture off; nothing goes without its reason. */
export function clean(manuscript: Manuscript): Cleaned {
  const decoded = manuscript.text;
  const judged = judgeTail(judgeMargins(linesOf(manuscript).flatMap(withoutEdges), manuscript));
  const notices = judged.filter(({ reason }) => reason === rightsNotice.reason).map(({ line }) => line.text);
  return {
    lines: judged.flatMap(({ line, reason }, at) =>
      reason === undefined ? [isPager(judged[at - 1]) ? { ...line, turned: true } : line] : [],
    ),
    removed: judged.flatMap(({ line, reason }) => (reason === undefined ? [] : removedLines(decoded, line, reason))),
    ...(notices.length > 0 ? { notice: notices.join('\n') } : {}),
  };
}

function isPager(above: Judged | undefined): boolean {
  return above?.reason === pager;
}

/** A format with marks knows its paragraphs; the lines of a plain text are made whole first. */
function linesOf({ text, plain, marks }: Manuscript): Line[] {
  const lines = splitLines(restoreWidth(text));
  if (plain) return unwrap(splitRunTogether(lines));
  return lines.map((line) => ({ ...line, mark: marks.find(({ span: [start, end] }) => startOf(line) >= start && startOf(line) < end) }));
}

/** What the page has around its main text goes, but for title and byline, which stand above it. */
function judgeMargins(judged: readonly Judged[], { leftOut, stated }: Manuscript): Judged[] {
  const outside = judged.map(({ line }) => leftOut.find(({ span: [start, end] }) => startOf(line) >= start && startOf(line) < end)?.reason);
  const main = outside.indexOf(undefined);
  return judged.map((entry, at) => {
    const reason = outside[at];
    const isHead =
      at < main && (readCreditLine(entry.line) !== undefined || (isSameHeadLine(entry.line, stated.title) && !isSentence(entry.line)));
    return reason === undefined || entry.reason !== undefined || isHead ? entry : { line: entry.line, reason };
  });
}

/** What the source has there, before any change of width: one entry for each of its spans. */
export function removedLines(decoded: string, part: Pick<Line, 'spans'>, reason: string): RemovedLine[] {
  return part.spans.map((span) => ({ text: sourceOf({ spans: [span] }, decoded), reason, span }));
}

/** A bar's separator, or the mark by which a paper counts its proofs: `……群众跟上。③6`. */
const pageMark = /(?<![|｜\s])\s*[|｜][|｜\s]*$|(?<=[。！？”）])\s*[①-⑩]\d{0,2}$/u;

/** Without one of these no line ends so. */
const pageMarkSigns = new Characters('[|｜①-⑩]');

/** A bar's separator left at a line's end (`责任编辑:林雯晶 我来说两句 |`) is apart from what it separates. */
function withoutEdges(line: Line): Judged[] {
  const bar = pageMarkSigns.isIn(line.text) ? pageMark.exec(line.text) : null;
  const parts = bar ? [partOf(line, 0, bar.index), partOf(line, bar.index)] : [line];
  return parts
    .filter((part) => part.text !== '')
    .map((part) => ({ line: part, reason: /^[①-⑩]\d{0,2}$/u.test(part.text) ? '版面编号' : furnitureReason(part.text) }));
}

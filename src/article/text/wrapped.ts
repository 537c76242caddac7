/** Text that was broken into lines of one width, as copied from a PDF or a mail: its paragraphs made whole again. */
import { Characters } from './characters.ts';
import { isNumberedHeading } from './headings.ts';
import type { Line } from './lines.ts';
import { isTerminal } from './paragraphs.ts';

/** Narrowest page that counts as broken by width; shorter lines are headings and verse. */
const narrowest = 18;
/** A newspaper's column is narrower; it counts where the page has no greater width. */
const narrowestColumn = 15;
const widest = 60;
/** So many lines must break in mid-sentence at the page's width, and so large a share of all of them must. */
const fewest = 4;
const share = 0.25;
/** Punctuation may not begin a line, so lines end up to so many characters early or late. */
const tolerance = 3;

export function unwrap(lines: readonly Line[]): Line[] {
  const rows = lines.map((line, i) => ({ width: widthOf(line), breaks: lines[i + 1]?.gap === 0 && !isTerminal(line.text) }));
  const width = pageWidth(rows, narrowest) ?? pageWidth(rows, narrowestColumn);
  if (width === undefined) return [...lines];
  const indents = lines.filter((line) => line.indented).length >= 2;
  const runs: [Line, ...Line[]][] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (before && continues(before, line, width, indents)) runs.at(-1)?.push(line);
    else runs.push([line]);
  }
  return runs.map(together);
}

interface Row {
  /** In Han characters. */
  width: number;
  /** Ends in mid-sentence, with the next line right below it. */
  breaks: boolean;
}

/** The width at which lines break in mid-sentence, in Han characters; undefined where paragraphs stand on one line each. */
function pageWidth(rows: readonly Row[], least: number): number | undefined {
  const body = rows.filter((row) => row.width >= least);
  const broken = body.filter(({ breaks }) => breaks).map((row) => row.width);
  if (broken.length < fewest || broken.length < body.length * share) return undefined;
  const width = broken.sort((a, b) => a - b)[Math.floor(broken.length / 2)] ?? 0;
  const near = broken.filter((other) => Math.abs(other - width) <= tolerance);
  const beyond = body.filter((row) => row.width > width + tolerance);
  return width <= widest && near.length >= broken.length * 0.7 && beyond.length <= body.length * 0.1 ? width : undefined;
}

const half = new Characters('[\\u0020-\\u007e]');

function widthOf(line: Line): number {
  let narrow = 0;
  for (let at = 0; at < line.text.length; at++) if (half.at(line.text, at)) narrow++;
  return line.text.length - narrow / 2 + (line.indented ? 2 : 0);
}

function continues(before: Line, line: Line, width: number, indents: boolean): boolean {
  const full = Math.max(widthOf(before), before.text.length) >= width - tolerance;
  if (line.gap > 0 || line.indented || !full) return false;
  return indents || !isTerminal(before.text) || !isNumberedHeading(line.text);
}

function together(run: readonly [Line, ...Line[]]): Line {
  const [first] = run;
  const parts = run.map((line, i) => (latinSeam(line, run[i + 1]) ? withBreak(line) : line));
  return { ...first, text: parts.map((line) => line.text).join(''), spans: parts.flatMap((line) => line.spans) };
}

function latinSeam(line: Line, next: Line | undefined): boolean {
  return next !== undefined && /[A-Za-z]$/u.test(line.text) && /^[A-Za-z]/u.test(next.text);
}

/** The line break itself stands for the space between two Latin words. */
function withBreak(line: Line): Line {
  const end = line.spans.at(-1)?.[1] ?? 0;
  return { ...line, text: `${line.text} `, spans: [...line.spans, [end, end + 1]] };
}

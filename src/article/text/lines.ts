/** The decoded text as lines that could be paragraphs, with their offsets. */
import type { Span } from '../article.ts';
import type { Mark } from '../manuscript.ts';
import { matchesIn } from './matches.ts';

/** A line without the white space around it. The spans together are as long as the text: one character each. */
export interface Line {
  /** Full-width punctuation restored; otherwise the source's characters. */
  text: string;
  /** In reading order; several where invisible characters or a hard line break were left out. */
  spans: Span[];
  /** Empty lines above it. */
  gap: number;
  /** Begins with an indent, as Chinese paragraphs do. */
  indented: boolean;
  /** A pager stood above it, which was taken off: `[1] [2] 下一页`. */
  turned?: boolean;
  /** What the source's format says of it. */
  mark?: Mark | undefined;
}

/** Where the line begins in the decoded text. */
export function startOf(line: Pick<Line, 'spans'>): number {
  return line.spans[0]?.[0] ?? 0;
}

/** The source's own characters of a line, before any change of width. */
export function sourceOf(line: Pick<Line, 'spans'>, decoded: string): string {
  return line.spans.map((span) => decoded.slice(...span)).join('');
}

/** The part of a line from one offset in it to another, white space trimmed. */
export function partOf(line: Line, from: number, to: number = line.text.length): Line {
  const raw = line.text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  const spans = spansWithin(line.spans, from + lead, from + lead + text.length);
  const ofWhole =
    from === 0 ? { gap: line.gap, indented: line.indented, ...(line.turned ? { turned: true } : {}) } : { gap: 0, indented: lead > 1 };
  return { text, spans, ...ofWhole, mark: line.mark };
}

function spansWithin(spans: readonly Span[], from: number, to: number): Span[] {
  const within: Span[] = [];
  let at = 0;
  for (const [start, end] of spans) {
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, end - start)];
    if (first < last) within.push([start + first, start + last]);
    at += end - start;
  }
  return within;
}

/** Cuts a line at every match; the matches themselves, which are white space, are dropped. */
export function cutAt(line: Line, separator: RegExp): Line[] {
  const parts: Line[] = [];
  let from = 0;
  for (const match of matchesIn(line.text, separator)) {
    if (match.index > from) parts.push(partOf(line, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(partOf(line, from));
  return parts.filter((part) => part.text !== '');
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/gu;
const tab = '\t';

/** Characters without a shape: controls, soft hyphens, zero-width spaces, marks of direction. They count as white space. */
export const invisible = /(?!\t)[\p{Cc}\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+/gu;

/** Splits at line breaks. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let breaks = 0;
  let at = 0;
  const add = (end: number) => {
    const line = lineOf(text.slice(at, end), at);
    if (line.text === '') return;
    lines.push({ ...line, gap: lines.length === 0 ? breaks : Math.max(0, breaks - 1) });
    breaks = 0;
  };
  for (const { 0: mark, index } of matchesIn(text, lineBreak)) {
    add(index);
    breaks += 1;
    at = index + mark.length;
  }
  add(text.length);
  return lines;
}

function lineOf(piece: string, at: number): Line {
  const spans: Span[] = [];
  let text = '';
  let from = 0;
  for (const match of matchesIn(piece, invisible)) {
    if (match.index > from) spans.push([at + from, at + match.index]);
    text += piece.slice(from, match.index);
    from = match.index + match[0].length;
  }
  if (from < piece.length) spans.push([at + from, at + piece.length]);
  text += piece.slice(from);
  const indented = /^(?:\u3000|\t|\s{2,})/u.test(text);
  return { ...partOf({ text, spans, gap: 0, indented }, 0), indented };
}

/** Cells of a row of a table that was copied as text; fewer than two where it is no row. */
export function cellsOf(text: string): string[] {
  return text.includes(tab) ? text.split(/\t+/u).map((cell) => cell.trim()) : [];
}

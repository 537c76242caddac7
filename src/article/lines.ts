/** The decoded text as lines that could be paragraphs, with their offsets. */
import type { Span } from './article.ts';

/** A line without the white space around it. Text and span have the same length. */
export interface Line {
  /** Full-width punctuation restored; otherwise the source's characters. */
  text: string;
  start: number;
  end: number;
  /** Empty lines above it. */
  gap: number;
  /** Begins with an indent, as Chinese paragraphs do. */
  indented: boolean;
}

export function spanOf(line: Pick<Line, 'start' | 'end'>): Span {
  return [line.start, line.end];
}

/** The part of a line from one offset in it to another, white space trimmed. */
export function partOf(line: Line, from: number, to: number = line.text.length): Line {
  const raw = line.text.slice(from, to);
  const lead = raw.length - raw.trimStart().length;
  const text = raw.trim();
  const start = line.start + from + lead;
  return { text, start, end: start + text.length, gap: from === 0 ? line.gap : 0, indented: from === 0 ? line.indented : lead > 1 };
}

const lineBreak = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/** Splits at line breaks, and a page saved as one long line at the spaces that separate its paragraphs. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let at = 0;
  for (const piece of text.split(new RegExp(`(${lineBreak.source})`, 'u'))) {
    if (piece.trim() !== '') {
      const line = partOf({ text: piece, start: at, end: at + piece.length, gap, indented: false }, 0);
      line.indented = /^[\u3000\t]|^\s{2,}/u.test(piece);
      lines.push(...splitRunTogether(line));
      gap = 0;
    } else if (lineBreak.test(piece)) {
      gap += 1;
    }
    at += piece.length;
  }
  return withTrueGaps(lines);
}

/** A break is counted once for the line's own end; only further ones are empty lines. */
function withTrueGaps(lines: Line[]): Line[] {
  return lines.map((line, i) => ({ ...line, gap: i === 0 || line.gap === 0 ? line.gap : line.gap - 1 }));
}

const sentenceEnd = String.raw`(?:[。！？；…]|[。！？…][”’）」』]|——|”)`;
const paragraphSpace = new RegExp(String.raw`(?<=${sentenceEnd})[ \u00a0]+(?=\S)`, 'gu');
const indentSpace = /[\u3000]{2,}|[ \u00a0]{4,}/gu;

/** So many characters on a line, with so many spaces behind ends of sentences, are several paragraphs. */
const longLine = 300;
const fewestBreaks = 3;

function splitRunTogether(line: Line): Line[] {
  const byIndent = cutAt(line, indentSpace);
  return byIndent.flatMap((part) => {
    if (part.text.length < longLine || (part.text.match(paragraphSpace)?.length ?? 0) < fewestBreaks) return [part];
    return cutAt(part, paragraphSpace).flatMap(splitLeadingHeadings);
  });
}

function cutAt(line: Line, separator: RegExp): Line[] {
  const parts: Line[] = [];
  let from = 0;
  for (const match of line.text.matchAll(separator)) {
    if (match.index > from) parts.push(partOf(line, from, match.index));
    from = match.index + match[0].length;
  }
  parts.push(partOf(line, from));
  return parts.filter((part) => part.text !== '');
}

/** Longest clause that can be a heading in front of a paragraph on the same line. */
const longestClause = 20;

/** `带好一个班子 给力基层组织 打赢脱贫攻坚战，必须…` is a heading of two clauses and the paragraph below it. */
function splitLeadingHeadings(line: Line): Line[] {
  const clauses = [...line.text.matchAll(/[^ ]+/gu)];
  let end = 0;
  for (const [i, clause] of clauses.entries()) {
    const isLast = i === clauses.length - 1;
    if (isLast || clause[0].length > longestClause || !isBareClause(clause[0])) break;
    end = clause.index + clause[0].length;
  }
  return end === 0 ? [line] : [partOf(line, 0, end), partOf(line, end)];
}

function isBareClause(text: string): boolean {
  return /^[\p{Script=Han}\d“”‘’、·+]+$/u.test(text) && !/[：]/u.test(text);
}

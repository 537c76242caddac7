/** The words of a passage that a figure stands on. */
import type { Span } from '../article.ts';
import type { Named } from './named.ts';

const longestQuote = 60;

/** The clause with subject and number, from behind the figure before it, at most 60 characters. */
export function quoteOf(text: string, figures: readonly Named[], index: number): string {
  const one = figures[index];
  if (!one) return '';
  const { clause, own, inherited, quantity } = one;
  const next = figures[index + 1];
  const previous = figures[index - 1];
  const opened = inherited && previous ? Math.max(previous.own[0], previous.clause[0]) : own[0];
  const alone = !next || next.quantity.start >= clause[1];
  const named = text.startsWith(one.subject, own[1]) ? own[1] + one.subject.length : own[1];
  const end = alone && clause[1] - opened <= longestQuote ? clause[1] : named;
  const start = end - opened <= longestQuote ? opened : shortenedStart(text, one, end);
  return trimmed(text, [start, Math.min(Math.max(end, quantity.end), start + longestQuote)]);
}

function shortenedStart(text: string, { own, quantity, subject }: Named, end: number): number {
  const earliest = Math.max(end - longestQuote, 0);
  if (end - own[0] <= longestQuote) return own[0];
  const named = text.lastIndexOf(subject, quantity.start);
  if (named >= earliest) return named;
  const mark = text.slice(earliest, quantity.start).search(/[，、。；：]/u);
  const start = mark < 0 ? Math.min(earliest, quantity.start) : earliest + mark + 1;
  return /[\uDC00-\uDFFF]/.test(text.charAt(start)) ? start + 1 : start;
}

function trimmed(text: string, [start, end]: Span): string {
  const words = text
    .slice(start, end)
    .replace(/^(?:[\s，,、。；：和与—]|及(?!时))+/u, '')
    .replace(/[\s，,、。；：和及与]+$/u, '');
  return words || text.slice(start, end);
}

/** How a passage falls into sentences and clauses. Offsets are in the block's text. */
import type { Span } from './article.ts';

const sentenceEnd = /[。！？!?\n]/u;
const clauseEnd = /[，。；：！？,;:!?…\n]/u;

/** The part between two marks around the offset, marks left out. */
function part(text: string, at: number, isEnd: (at: number) => boolean): Span {
  let start = at;
  while (start > 0 && !isEnd(start - 1)) start--;
  let end = at;
  while (end < text.length && !isEnd(end)) end++;
  return [start, end];
}

export function sentenceAt(text: string, at: number): Span {
  return part(text, at, (i) => sentenceEnd.test(text.charAt(i)));
}

/** Brackets around a number are a clause of their own. */
export function clauseAt(text: string, at: number, end: number): Span {
  const [from, to] = part(text, at, (i) => clauseEnd.test(text.charAt(i)) && !(i >= at && i < end) && !thousands(text, i));
  const open = lastOpening(text, from, at);
  if (open < 0) return [from, to];
  const close = text.slice(end).search(/[）)]/u);
  return [open + 1, close < 0 ? to : Math.min(to, end + close)];
}

const thousands = (text: string, at: number): boolean =>
  text.charAt(at) === ',' && /\d$/u.test(text.slice(0, at)) && /^\d{3}(?!\d)/u.test(text.slice(at + 1));

function lastOpening(text: string, from: number, at: number): number {
  for (let i = at - 1, depth = 0; i >= from; i--) {
    if (/[）)]/u.test(text.charAt(i))) depth++;
    else if (/[（(]/u.test(text.charAt(i)) && depth-- === 0) return i;
  }
  return -1;
}

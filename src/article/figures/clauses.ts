/** How a passage falls into sentences and clauses. Offsets are in the block's text. */
import type { Span } from '../article.ts';
import { Characters } from '../text/characters.ts';

const sentenceEnds = new Characters('[。！？!?\\n]');
const clauseEnds = new Characters('[，。；：！？,;:!?…\\n]');
const openings = new Characters('[（(]');
const closings = new Characters('[）)]');

/** The words just before an offset: rules look back no further. */
export const wordsBefore = (text: string, at: number, length = 16): string => text.slice(Math.max(at - length, 0), at);

/** A text without marks is cut here, so that rules look at no more of it than of the longest real sentence. */
const longestReach = 400;

/** The part between two marks around the offset, marks left out. */
function part(text: string, at: number, isEnd: (at: number) => boolean): Span {
  const first = Math.max(0, at - longestReach);
  const last = Math.min(text.length, at + longestReach);
  let start = at;
  while (start > first && !isEnd(start - 1)) start--;
  let end = at;
  while (end < last && !isEnd(end)) end++;
  return [start, end];
}

export function sentenceAt(text: string, at: number): Span {
  return part(text, at, (i) => sentenceEnds.at(text, i));
}

/** Brackets around a number are a clause of their own. */
export function clauseAt(text: string, at: number, end: number): Span {
  const [from, to] = part(text, at, (i) => clauseEnds.at(text, i) && !(i >= at && i < end) && !thousands(text, i));
  const open = lastOpening(text, from, at);
  if (open < 0) return [from, to];
  const close = text.slice(end, to).search(/[）)]/u);
  return [open + 1, close < 0 ? to : Math.min(to, end + close)];
}

const thousands = (text: string, at: number): boolean =>
  text.charAt(at) === ',' && /\d/u.test(text.charAt(at - 1)) && /^\d{3}(?!\d)/u.test(text.slice(at + 1, at + 5));

function lastOpening(text: string, from: number, at: number): number {
  for (let i = at - 1, depth = 0; i >= from; i--) {
    if (closings.at(text, i)) depth++;
    else if (openings.at(text, i) && depth-- === 0) return i;
  }
  return -1;
}

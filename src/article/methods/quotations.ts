/** Words between Chinese quotation marks, as articles print them: nested, and now and then unbalanced. */
import { Characters, Wordings } from '../text/characters.ts';
import { matchesIn } from '../text/matches.ts';
import { remembered } from '../text/remembered.ts';

export interface Quotation {
  /** Offset of the opening mark. */
  start: number;
  /** Offset behind the closing mark. */
  end: number;
  /** The words between the marks. */
  inner: string;
}

const closers = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
]);
const closing = new Set(closers.values());
const marks = new Characters('[“”‘’「」『』]');
const wordings = new Wordings('[^\\p{L}\\p{N}+]');

/** All closed quotations in order of their opening marks; a mark without partner is passed over. */
export const findQuotations: (text: string) => readonly Quotation[] = remembered((text) => {
  if (!marks.isIn(text)) return straightQuotations(text);
  const found: Quotation[] = [];
  let open: { mark: string; start: number }[] = [];
  for (let at = 0; at < text.length; at++) {
    if (!marks.at(text, at)) continue;
    const mark = text.charAt(at);
    if (closers.has(mark)) {
      // A mark that opens again inside itself was never closed.
      open = open.filter((earlier) => earlier.mark !== mark);
      open.push({ mark, start: at });
    } else {
      const partner = open.findLast((earlier) => closers.get(earlier.mark) === mark);
      if (!partner) continue;
      open = open.slice(0, open.indexOf(partner));
      found.push({ start: partner.start, end: at + 1, inner: text.slice(partner.start + 1, at) });
    }
  }
  return [...found, ...straightQuotations(text)].sort((a, b) => a.start - b.start);
});

/** Straight marks, as some web pages print them, in turn open and close; an odd one makes all of them doubtful. */
function straightQuotations(text: string): Quotation[] {
  if (!text.includes('"') && !text.includes('＂')) return [];
  const places = [...text.matchAll(/["＂]/gu)].map((match) => match.index);
  if (places.length % 2 === 1) return [];
  return places.flatMap((start, index) => {
    const end = (places[index + 1] ?? start) + 1;
    return index % 2 === 0 ? [{ start, end, inner: text.slice(start + 1, end - 1) }] : [];
  });
}

/** Whether every mark in the text has its partner, in order. */
export function isBalanced(text: string): boolean {
  const open: string[] = [];
  for (const mark of text) {
    if (closers.has(mark)) open.push(mark);
    else if (closing.has(mark) && closers.get(open.pop() ?? '') !== mark) return false;
  }
  return open.length === 0;
}

const title = /《[^》]*》/gu;

/** Spans of titles: 《关于……的意见》. */
export function titleSpans(text: string): [start: number, end: number][] {
  return matchesIn(text, title).map((match) => [match.index, match.index + match[0].length]);
}

/** The text without punctuation, marks, symbols other than `+`, and white space, in NFKC: how names are compared. */
export function bareWords(text: string): string {
  return wordings.of(text);
}

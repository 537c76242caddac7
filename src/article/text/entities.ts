/** References of HTML (`&nbsp;`, `&ldquo;`) that a text still has because it was copied from a page's source. */
import type { RemovedLine, Span } from '../article.ts';

/** Space that a page wrote out; some systems escape it twice. */
const spaces =
  /&(?:amp;)?(?:(?<wide>emsp|#8195|#12288|#x0{0,4}2003|#x0{0,4}3000)|nbsp|ensp|thinsp|#160|#8194|#8201|#x0{0,4}a0|#x0{0,4}200[29]);|&nbsp(?![\w;])/giu;

const zeroWidth = '\u200b';

export const spaceReason = '网页的空格记号';

export interface Spaced {
  /** As long as the text was: a space for each reference, what is left of its length without a shape. */
  text: string;
  /** The references as they stood, those that touch as one. */
  marks: RemovedLine[];
}

/** Reads references that mean a space as one. All others stay as they stand: a word of the source is not for the program to change. */
export function readSpaces(text: string): Spaced {
  const marks: RemovedLine[] = [];
  const spaced = text.replace(spaces, (mark: string, wide: string | undefined, at: number) => {
    const last = marks.at(-1);
    if (last?.span[1] === at) marks.splice(-1, 1, { ...last, text: last.text + mark, span: [last.span[0], at + mark.length] });
    else marks.push({ text: mark, reason: spaceReason, span: [at, at + mark.length] });
    return (wide ? '\u3000' : '\u00a0') + zeroWidth.repeat(mark.length - 1);
  });
  return { text: spaced, marks };
}

/** The parts of a span that no mark has; both lists are in order. */
export function withoutMarks(spans: readonly Span[], marks: readonly RemovedLine[]): Span[][] {
  let first = 0;
  return spans.map(([start, end]) => {
    while ((marks[first]?.span[1] ?? end) <= start) first += 1;
    const parts: Span[] = [];
    let from = start;
    for (let i = first; i < marks.length; i += 1) {
      const [markStart, markEnd] = marks[i]?.span ?? [end, end];
      if (markStart >= end) break;
      if (markStart > from) parts.push([from, markStart]);
      from = markEnd;
    }
    if (from < end) parts.push([from, end]);
    return parts;
  });
}

const named: Readonly<Record<string, string>> = {
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  laquo: '«',
  raquo: '»',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  deg: '°',
  permil: '‰',
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
};

const reference = /&(?:(?<name>[a-z]{2,6})|#(?<decimal>\d{2,6})|#x(?<hex>[\da-f]{2,5}));/giu;

/** References that stand in the text, each once, with what they mean; `count` is of all. */
export function leftReferences(texts: readonly string[]): { count: number; meanings: Map<string, string> } {
  const meanings = new Map<string, string>();
  let count = 0;
  for (const { 0: words, groups } of texts.flatMap((text) => [...text.matchAll(reference)])) {
    const meaning = groups?.name
      ? named[groups.name.toLowerCase()]
      : characterOf(Number.parseInt(groups?.decimal ?? groups?.hex ?? '', groups?.hex ? 16 : 10));
    if (meaning === undefined) continue;
    count += 1;
    meanings.set(words, meaning);
  }
  return { count, meanings };
}

/** A character that can be shown. */
function characterOf(code: number): string | undefined {
  if (!(code > 0x20 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xdfff)) return undefined;
  const character = String.fromCodePoint(code);
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? character : undefined;
}

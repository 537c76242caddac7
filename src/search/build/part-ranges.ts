/** Which words stand together in one part of an index. */
import { openWordPlaces, type SortedWords } from './word-places.ts';

/** A run of words, by their numbers: up to before `end`. */
export interface Part {
  start: number;
  end: number;
}

/** The words of a part, as the list of parts has them. */
export interface PartRange {
  /** The first word. */
  first: string;
  /** Beginnings that tell its first and last words from those of the parts before and after it. */
  from: string;
  to: string;
}

/** Parts of so many places at least. */
export function partsOf(words: SortedWords, partSize: number): Part[] {
  const parts: Part[] = [];
  let size = partSize;
  for (let word = 0; word < words.count; word += 1) {
    if (size >= partSize) {
      parts.push({ start: word, end: word });
      size = 0;
    }
    (parts.at(-1) as Part).end = word + 1;
    // A mark of the weight and one of the record count as places.
    size += (words.starts[word + 1] as number) - (words.starts[word] as number) + 2;
  }
  return parts;
}

/** Their ranges, as short as Pagefind has them. */
export function rangesOf(words: SortedWords, parts: readonly Part[]): PartRange[] {
  const ranges = parts.map(({ start, end }): PartRange => {
    const first = wordAt(words, start);
    return { first, from: first, to: wordAt(words, end - 1) };
  });
  for (const [at, range] of ranges.entries()) {
    const next = ranges[at + 1];
    if (!next) continue;
    const shared = sharedBeginning(range.to, next.from);
    const shortened = range.to.slice(0, shared + 1);
    if (shortened >= range.from) range.to = shortened;
    next.from = next.from.slice(0, shared + 1);
  }
  return ranges;
}

/** Parts that begin with these words, or where these would stand; some may be without words. */
export function partsAt(words: SortedWords, firstWords: readonly string[]): Part[] {
  const starts = firstWords.map((first, at) => (at === 0 ? 0 : placeOf(words, first)));
  return starts.map((start, at) => ({ start, end: starts[at + 1] ?? words.count }));
}

/** Ranges without a gap between them, for indexes whose words differ. */
export function sharedRanges(firstWords: readonly string[]): PartRange[] {
  return firstWords.map((first, at) => {
    const next = firstWords[at + 1];
    return { first, from: at === 0 ? beforeAll : first, to: next === undefined ? afterAll : justBefore(next) };
  });
}

/** The first words of parts that would have so many places at least in these texts. */
export function firstWordsOf(texts: Iterable<string>, partSize: number): string[] {
  const places = openWordPlaces();
  for (const text of texts) places.add(text, 0);
  const words = places.sorted();
  const parts = partsOf(words, partSize);
  return parts.length > 0 ? parts.map(({ start }) => wordAt(words, start)) : [beforeAll];
}

/** Before and after the characters that words are written in, see `indexForms`. */
const beforeAll = '0';
const afterAll = '\uffff';

/** What no word is after that is before the given one. */
function justBefore(word: string): string {
  const last = word.length - 1;
  return word.slice(0, last) + String.fromCharCode(word.charCodeAt(last) - 1) + afterAll;
}

/** The number of the first word that is not before the given one. */
function placeOf(words: SortedWords, given: string): number {
  let [low, high] = [0, words.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (wordAt(words, middle) < given) low = middle + 1;
    else high = middle;
  }
  return low;
}

function wordAt({ forms, firsts, seconds }: SortedWords, word: number): string {
  return `${forms[firsts[word] as number]}${forms[seconds[word] as number]}`;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

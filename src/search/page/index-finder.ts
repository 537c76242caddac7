import { type Catalogue, type PrintedPassage, slicesOf, unitsIn } from '../catalogue.ts';
import { queryBeginnings, type Unit } from '../tokens.ts';
import { countIn, type Finder, type Found } from './finder.ts';
import type { AskPagefind, PagefindResult } from './pagefind.ts';
import type { FetchSource } from './sources.ts';

/**
 * Finds by Pagefind's index. Pagefind gives every place of a word, but of a phrase in quotation marks only the first one
 * in each record: so the words of a phrase are asked for one by one, and put in step here.
 */
export function indexFinder(catalogue: Catalogue, source: FetchSource, ask: AskPagefind): Finder {
  const line = readLine(catalogue);
  const firstWords = keep((name: string) => source.json<string[]>(`${name}.json`));
  const slice = keep((name: string) => source.json<PrintedPassage[]>(`texts/${name}.json`));
  const positionsOf = keep(async (beginning: string) => linePositions(await ask(beginning), line));

  /** Of the parts with words that begin so, Pagefind loads by itself only one: the first words of the others make it load them. */
  const loadBeginnings = async (beginning: string) => {
    const words = (await firstWords('first-words')).filter((word) => word.startsWith(beginning));
    await Promise.all(words.map(ask));
  };

  const wayPositions = async (units: readonly Unit[]): Promise<number[]> => {
    const beginnings = queryBeginnings(units);
    if (units.length === 1) await Promise.all(beginnings.map(({ beginning }) => loadBeginnings(beginning)));
    return inStep(beginnings, await Promise.all(beginnings.map(({ beginning }) => positionsOf(beginning))));
  };

  return {
    async find(term) {
      return placePositions(rising(await Promise.all(term.ways.map(wayPositions))), line);
    },
    async findLike(units, other) {
      const sides = [
        { at: 0, units: units.slice(0, other) },
        { at: other + 1, units: units.slice(other + 1) },
      ].filter((side) => side.units.length > 0);
      const lists = await Promise.all(sides.map((side) => wayPositions(side.units)));
      return placePositions(inStep(sides, lists), line);
    },
    async passages(caseAt, numbers) {
      const slices = slicesOf(catalogue.lengths[caseAt] ?? []);
      const texts = new Map<number, PrintedPassage>();
      await Promise.all(
        numbers.map(async (number) => {
          const name = slices[number - 1];
          const passages = await slice(`${caseAt}-${name}`);
          const text = passages[number - 1 - slices.indexOf(name as number)];
          if (text) texts.set(number, text);
        }),
      );
      return texts;
    },
  };
}

/**
 * The line of all units on which positions count: where each passage starts, and which it is. After each passage one number
 * is left out, so that nothing is found across two passages.
 */
interface Line {
  starts: number[];
  cases: number[];
  passages: number[];
  /** By a record's id: the first of its case's passages, and the one after the last. */
  records: Map<string, [first: number, end: number]>;
}

function readLine(catalogue: Catalogue): Line {
  const line: Line = { starts: [], cases: [], passages: [], records: new Map() };
  let start = 0;
  catalogue.lengths.forEach((lengths, caseAt) => {
    line.records.set(catalogue.records[caseAt] as string, [line.starts.length, line.starts.length + lengths.length]);
    lengths.forEach((length, passage) => {
      line.starts.push(start);
      line.cases.push(caseAt);
      line.passages.push(passage);
      start += unitsIn(length) + 1;
    });
  });
  return line;
}

/** Rising positions on the line. Pagefind counts from each record's beginning and leaves out no number. */
function linePositions(results: readonly PagefindResult[], { starts, records }: Line): number[] {
  const positions: number[] = [];
  const found = results.map(({ id, words }) => ({ words: words.sort((a, b) => a - b), passages: records.get(id) }));
  for (const { words, passages } of found.sort((a, b) => (a.passages?.[0] ?? 0) - (b.passages?.[0] ?? 0))) {
    if (!passages) throw new Error('The index holds a record that the catalogue does not name.');
    const [first, end] = passages;
    const start = starts[first] as number;
    let at = first;
    for (const word of words) {
      while (at + 1 < end && (starts[at + 1] as number) - (at + 1 - first) <= start + word) at += 1;
      positions.push(start + word + at - first);
    }
  }
  return positions;
}

function placePositions(positions: readonly number[], { starts, cases, passages }: Line): Found {
  const found: Found = new Map();
  let at = 0;
  for (const position of positions) {
    while (at + 1 < starts.length && (starts[at + 1] as number) <= position) at += 1;
    countIn(found, cases[at] as number, passages[at] as number);
  }
  return found;
}

/** Positions from which each key stands at its distance; one list of positions for each key. */
function inStep(keys: readonly { at: number }[], lists: readonly number[][]): number[] {
  const order = keys.map((key, i) => ({ at: key.at, list: lists[i] as number[] })).sort((a, b) => a.list.length - b.list.length);
  const [shortest, ...others] = order;
  if (!shortest) return [];
  let left = shortest.list.map((position) => position - shortest.at);
  for (const { at, list } of others) left = left.filter((position) => holds(list, position + at));
  return left;
}

function holds(list: readonly number[], wanted: number): boolean {
  let low = 0;
  let high = list.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = list[middle] as number;
    if (value === wanted) return true;
    if (value < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

/** All positions of several lists, rising, each once. */
function rising(lists: readonly number[][]): number[] {
  const [only] = lists;
  if (lists.length === 1 && only) return only;
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}

/** Remembers what was loaded; what failed is asked for again. */
function keep<K, V>(load: (key: K) => Promise<V>): (key: K) => Promise<V> {
  const kept = new Map<K, Promise<V>>();
  return (key) => {
    const known = kept.get(key);
    if (known) return known;
    const loading = load(key);
    kept.set(key, loading);
    loading.catch(() => kept.delete(key));
    return loading;
  };
}

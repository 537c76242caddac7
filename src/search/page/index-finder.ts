import { type Catalogue, type PrintedPassage, slicesOf, unitsIn } from '../catalogue.ts';
import { Part } from '../parts.ts';
import { queryKeys, type Unit } from '../tokens.ts';
import { countIn, type Finder, type Found } from './finder.ts';
import type { FetchSource } from './sources.ts';

/** Finds by the index; loads the few parts that a term's keys stand in. */
export function indexFinder(catalogue: Catalogue, source: FetchSource): Finder {
  const line = readLine(catalogue);
  const part = keep((at: number) => source.bytes(`index/${at}.bin`).then((bytes) => new Part(bytes)));
  const slice = keep((name: string) => source.json<PrintedPassage[]>(`texts/${name}.json`));

  const positionsOf = async (key: string) => (await part(partOf(catalogue.parts, key))).positions(key);

  const wayPositions = async (units: readonly Unit[]): Promise<number[]> => {
    const [first] = units;
    if (units.length === 1 && first && !first.word) return beginnings(first.key);
    const keys = queryKeys(units);
    return inStep(keys, await Promise.all(keys.map(({ key }) => positionsOf(key))));
  };

  /** Wherever a key begins with the character. */
  const beginnings = async (character: string): Promise<number[]> => {
    const from = partOf(catalogue.parts, character);
    const numbers: number[] = [from];
    for (let at = from + 1; at < catalogue.parts.length && catalogue.parts[at]?.startsWith(character); at += 1) numbers.push(at);
    const parts = await Promise.all(numbers.map(part));
    const lists = parts.flatMap((each) => [...each.keys()].filter((key) => key.startsWith(character)).map((key) => each.positions(key)));
    return rising(lists);
  };

  return {
    async find(term) {
      if (catalogue.parts.length === 0) return new Map();
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
      const slices = slicesOf(catalogue.cases[caseAt]?.lengths ?? []);
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

/** The line of all units on which positions count: where each passage starts, and which it is. */
interface Line {
  starts: number[];
  cases: number[];
  passages: number[];
}

function readLine(catalogue: Catalogue): Line {
  const line: Line = { starts: [], cases: [], passages: [] };
  let start = 0;
  catalogue.cases.forEach(({ lengths }, caseAt) => {
    lengths.forEach((length, passage) => {
      line.starts.push(start);
      line.cases.push(caseAt);
      line.passages.push(passage);
      start += unitsIn(length) + 1;
    });
  });
  return line;
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

/** Number of the part that holds the key if any does: the last whose first key is not after it. */
function partOf(firstKeys: readonly string[], key: string): number {
  let low = 0;
  let high = firstKeys.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firstKeys[middle] as string) <= key) low = middle;
    else high = middle - 1;
  }
  return low;
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

import { type CaseTexts, type Catalogue, roomIn, slicesOf } from '../catalogue.ts';
import { queryBeginnings, type Unit } from '../tokens.ts';
import type { Finder, ReadCase } from './finder.ts';
import { type Found, openCounting } from './found.ts';
import { loadOnce } from './load-once.ts';
import type { AskPagefind } from './pagefind.ts';
import type { FetchSource } from './sources.ts';

/**
 * Finds by indexes of which each is one record. Pagefind gives every place of a word, but of a phrase in quotation marks only the
 * first one: so the words of a phrase are asked for one by one, and put in step here.
 */
export function indexFinder(catalogue: Catalogue, source: FetchSource, ask: AskPagefind): Finder {
  const line = readLine(catalogue, source.entry.shards.length);
  const file = loadOnce((path: string) => source.json<unknown>(path));
  const positionsOf = loadOnce(async (beginning: string) => linePositions(await ask(beginning), line));

  /** Of the parts with words that begin so, Pagefind loads by itself only one: the first words of the others make it load them. */
  const loadBeginnings = async (beginning: string) => {
    const words = (await file(`${source.entry.index}/first-words.json`)) as string[];
    await Promise.all(words.filter((word) => word.startsWith(beginning)).map(ask));
  };

  const wayPositions = async (units: readonly Unit[]): Promise<Uint32Array> => {
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
    async read(caseAt, numbers) {
      const slices = slicesOf(catalogue.lengths[caseAt] ?? [], catalogue.sliceUnits);
      const read: ReadCase = { texts: new Map() };
      await Promise.all(
        numbers.map(async (number) => {
          const name = slices[number - 1];
          const path = source.shardPath(catalogue.shards[caseAt] ?? 0, `texts/${line.numbers[caseAt]}-${name}.json`);
          const { head, passages } = (await file(path)) as CaseTexts;
          const text = passages[number - 1 - slices.indexOf(name as number)];
          read.head = head;
          if (text) read.texts.set(number, text);
        }),
      );
      return read;
    },
  };
}

/** The line of all places, one index after the other: where each row of text starts, and which it is. */
interface Line {
  starts: Uint32Array;
  cases: Uint32Array;
  passages: Uint32Array;
  /** Where each index starts. */
  shards: number[];
  /** For each case its number in its index. */
  numbers: number[];
}

function readLine({ lengths, shards }: Catalogue, shardCount: number): Line {
  const rows = lengths.reduce((sum, own) => sum + own.length, 0);
  const line: Line = {
    starts: new Uint32Array(rows),
    cases: new Uint32Array(rows),
    passages: new Uint32Array(rows),
    shards: [],
    numbers: [],
  };
  let [row, start] = [0, 0];
  for (let shard = 0; shard < shardCount; shard += 1) {
    line.shards.push(start);
    let number = 0;
    for (const [caseAt, own] of lengths.entries()) {
      if (shards[caseAt] !== shard) continue;
      line.numbers[caseAt] = number;
      number += 1;
      for (const [passage, length] of own.entries()) {
        line.starts[row] = start;
        line.cases[row] = caseAt;
        line.passages[row] = passage;
        row += 1;
        start += roomIn(length);
      }
    }
  }
  return line;
}

/** Rising positions on the line, from the places in each index, which count from its beginning. */
function linePositions(found: readonly Uint32Array[], { shards }: Line): Uint32Array {
  const positions = new Uint32Array(found.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const [shard, places] of found.entries()) {
    const start = shards[shard] ?? 0;
    for (let i = 0; i < places.length; i += 1) {
      positions[at] = start + (places[i] as number);
      at += 1;
    }
  }
  return positions;
}

function placePositions(positions: Uint32Array, { starts, cases, passages }: Line): Found {
  const counting = openCounting();
  let row = 0;
  let next = starts[1] ?? Number.POSITIVE_INFINITY;
  for (let i = 0; i < positions.length; i += 1) {
    const position = positions[i] as number;
    if (position >= next) {
      row = rowOf(position, starts, row);
      next = starts[row + 1] ?? Number.POSITIVE_INFINITY;
    }
    counting.add(cases[row] as number, passages[row] as number);
  }
  return counting.found();
}

/** The last row that starts at the position or before it; `from` is one that does. */
function rowOf(position: number, starts: Uint32Array, from: number): number {
  let [low, step] = [from, 1];
  while (low + step < starts.length && (starts[low + step] as number) <= position) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, starts.length);
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= position) low = middle;
    else high = middle;
  }
  return low;
}

/** Positions from which each key stands at its distance; one list of positions for each key. */
function inStep(keys: readonly { at: number }[], lists: readonly Uint32Array[]): Uint32Array {
  const order = keys.map((key, i) => ({ at: key.at, list: lists[i] as Uint32Array })).sort((a, b) => a.list.length - b.list.length);
  const [shortest, ...others] = order;
  if (!shortest) return new Uint32Array();
  const from = shortest.at;
  if (others.length === 0 && from === 0) return shortest.list;
  return shortest.list
    .filter((position) => position >= from && others.every(({ at, list }) => holds(list, position - from + at)))
    .map((position) => position - from);
}

function holds(list: Uint32Array, wanted: number): boolean {
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
function rising(lists: readonly Uint32Array[]): Uint32Array {
  const [only] = lists;
  if (lists.length === 1 && only) return only;
  return Uint32Array.from(new Set(lists.flatMap((list) => [...list]))).sort();
}

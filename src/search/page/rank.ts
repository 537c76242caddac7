import { type CaseEntry, type Catalogue, isHeading, roomIn, type ShownPassage, unitsInStep } from '../catalogue.ts';
import type { Found } from './found.ts';

/** What a case has to say about the query. */
interface RankedCase {
  at: number;
  /** Terms in the title; terms in the heading that has most of them. */
  inTitle: number;
  inHeading: number;
  /** Of the practice whose name the query is: 2 primary, 1 shown, 0 not. */
  practice: number;
  /** Whether one passage holds all terms: 1, else 0. */
  together: number;
  density: number;
}

interface RankedPassage {
  number: number;
  score: number;
}

/** Occurrences count less the more there are, and less in a long passage (as in BM25). */
const saturation = 1.2;
const usualLength = 120;
const showsPractice = 4;

/** What cases and passages are ranked by. */
export interface RankedBy {
  /** What was found of each term. */
  founds: readonly Found[];
  /** Position of the practice whose name the query is, or -1. */
  named: number;
  /** The passages that show it. */
  shownByNamed: readonly ShownPassage[];
}

/** Ranks the cases of one search, and the passages of those that are listed. */
export interface Ranking {
  /** Positions of the best so many of these cases, best first. */
  cases(found: readonly number[], count: number): number[];
  /** Passages that say what was asked for, best first. */
  passages(caseAt: number): RankedPassage[];
}

export function openRanking({ founds, named, shownByNamed }: RankedBy, catalogue: Catalogue): Ranking {
  const weigh = openWeighing({ founds, shownByNamed }, catalogue);
  const rankCase = (at: number): RankedCase => {
    const { practices, primary } = catalogue.cases[at] as CaseEntry;
    const practiceAt = named < 0 ? -1 : practices.indexOf(named);
    return {
      at,
      practice: practiceAt < 0 ? 0 : practiceAt < primary ? 2 : 1,
      ...totalOf(weigh(at), catalogue.lengths[at] ?? [], founds.length),
    };
  };
  return {
    cases: (found, count) =>
      firstOf(
        found.map(rankCase),
        count,
        (a, b) =>
          b.inTitle - a.inTitle ||
          b.inHeading - a.inHeading ||
          b.practice - a.practice ||
          b.together - a.together ||
          b.density - a.density ||
          byDate(catalogue, a.at, b.at),
      ).map(({ at }) => at),
    passages(caseAt) {
      const { numbers, scores } = weigh(caseAt);
      return numbers
        .filter((number) => number > 0)
        .map((number) => ({ number, score: scores[number] as number }))
        .sort((a, b) => b.score - a.score || a.number - b.number);
    },
  };
}

/** Newest first, cases without a date last, then by id. */
export function byDate(catalogue: Catalogue, a: number, b: number): number {
  const [first, second] = [catalogue.cases[a]?.date ?? '', catalogue.cases[b]?.date ?? ''];
  if (first === second) return a - b;
  return first > second ? -1 : 1;
}

/** The first so many of a list, in this order, which is total. To put all of a long list in order takes longer. */
export function firstOf<T>(list: readonly T[], count: number, order: (a: T, b: T) => number): T[] {
  if (count * fewTimes > list.length) return [...list].sort(order).slice(0, count);
  const first: T[] = [];
  for (const item of list) {
    const last = first[count - 1];
    if (last !== undefined && order(item, last) > 0) continue;
    let at = first.length;
    while (at > 0 && order(item, first[at - 1] as T) < 0) at -= 1;
    first.splice(at, 0, item);
    if (first.length > count) first.pop();
  }
  return first;
}

const fewTimes = 8;

/** The passages of a case that hold a term, the title among them. Lists that the next case overwrites. */
interface WeighedPassages {
  numbers: number[];
  /** By number: terms in the passage, and its score. */
  terms: number[];
  scores: number[];
}

function openWeighing(
  { founds, shownByNamed }: Pick<RankedBy, 'founds' | 'shownByNamed'>,
  catalogue: Catalogue,
): (caseAt: number) => WeighedPassages {
  const shown = new Set(shownByNamed.map(([caseAt, number]) => shownKey(caseAt, number)));
  const weighed: WeighedPassages = { numbers: [], terms: [], scores: [] };
  const { numbers, terms, scores } = weighed;
  return (caseAt) => {
    for (const number of numbers) {
      terms[number] = 0;
      scores[number] = 0;
    }
    numbers.length = 0;
    for (const found of founds) addTerm(weighed, found, caseAt, catalogue.lengths[caseAt] ?? []);
    for (const number of numbers) {
      const isShown = shown.size > 0 && shown.has(shownKey(caseAt, number));
      const score = (scores[number] as number) + (isShown ? showsPractice : 0);
      scores[number] = terms[number] === founds.length ? score * 2 : score;
    }
    return weighed;
  };
}

function addTerm({ numbers, terms, scores }: WeighedPassages, found: Found, caseAt: number, lengths: readonly number[]): void {
  const { indexOf, starts, passages, counts } = found;
  const at = indexOf(caseAt);
  if (at < 0) return;
  for (let i = starts[at] as number; i < (starts[at + 1] as number); i += 1) {
    const number = passages[i] as number;
    const held = terms[number] ?? 0;
    if (held === 0) numbers.push(number);
    terms[number] = held + 1;
    scores[number] = (scores[number] ?? 0) + weightOf(counts[i] as number, lengths[number] ?? 0);
  }
}

function weightOf(count: number, length: number): number {
  const units = roomIn(length) - unitsInStep / 2;
  return (count * (saturation + 1)) / (count + saturation * (0.25 + (0.75 * units) / usualLength));
}

/** No article has so many passages. */
const mostPassages = 2 ** 20;
const shownKey = (caseAt: number, number: number): number => caseAt * mostPassages + number;

/** What the passages of a case say together. */
function totalOf(
  { numbers, terms, scores }: WeighedPassages,
  lengths: readonly number[],
  termCount: number,
): Omit<RankedCase, 'at' | 'practice'> {
  const total = { inTitle: 0, inHeading: 0, together: 0, density: 0 };
  const own: number[] = [];
  for (const number of numbers) {
    const held = terms[number] as number;
    if (held === termCount) total.together = 1;
    if (number === 0) total.inTitle = held;
    else insert(scores[number] as number, own);
    if (number > 0 && isHeading(lengths[number] ?? 0)) total.inHeading = Math.max(total.inHeading, held);
  }
  // In one order, so that sums of the same numbers are the same.
  for (const score of own) total.density += score;
  return total;
}

/** Into a falling list. */
function insert(score: number, list: number[]): void {
  let at = list.length;
  for (; at > 0 && (list[at - 1] as number) < score; at -= 1) list[at] = list[at - 1] as number;
  list[at] = score;
}

import { type CaseEntry, type Catalogue, isHeading, roomIn, type ShownPassage, unitsInStep } from '../catalogue.ts';
import type { Found } from './finder.ts';

/** A case in a list of hits, and the passages that say what was asked for, best first. */
export interface ListedCase {
  at: number;
  passages: RankedPassage[];
}

/** What a case has to say about the query. */
export interface RankedCase extends ListedCase {
  /** Terms in the title; terms in the heading that has most of them. */
  inTitle: number;
  inHeading: number;
  /** Of the practice whose name the query is: 2 primary, 1 shown, 0 not. */
  practice: number;
  /** Whether one passage holds all terms. */
  together: boolean;
  density: number;
}

export interface RankedPassage {
  number: number;
  score: number;
}

/** Occurrences count less the more there are, and less in a long passage (as in BM25). */
const saturation = 1.2;
const usualLength = 120;
const showsPractice = 4;

/** `founds`: one for each term. `named`: position of the practice whose name the query is, or -1; `shownByNamed`: the passages that show it. */
export function rankCases(
  cases: readonly number[],
  founds: readonly Found[],
  catalogue: Catalogue,
  named: number,
  shownByNamed: readonly ShownPassage[],
): RankedCase[] {
  const shown = new Set(shownByNamed.map(([at, number]) => `${at}-${number}`));
  return cases
    .map((at) => weigh(at, founds, catalogue, named, shown))
    .sort(
      (a, b) =>
        b.inTitle - a.inTitle ||
        b.inHeading - a.inHeading ||
        b.practice - a.practice ||
        Number(b.together) - Number(a.together) ||
        b.density - a.density ||
        byDate(catalogue, a.at, b.at),
    );
}

/** Newest first, cases without a date last, then by id. */
export function byDate(catalogue: Catalogue, a: number, b: number): number {
  const [first, second] = [catalogue.cases[a]?.date ?? '', catalogue.cases[b]?.date ?? ''];
  if (first === second) return a - b;
  return first > second ? -1 : 1;
}

function weigh(at: number, founds: readonly Found[], catalogue: Catalogue, named: number, shown: Set<string>): RankedCase {
  const entry = catalogue.cases[at] as CaseEntry;
  const lengths = catalogue.lengths[at] ?? [];
  const terms = new Map<number, number>();
  const scores = new Map<number, number>();
  for (const found of founds) {
    for (const [number, count] of found.get(at) ?? []) {
      const length = roomIn(lengths[number] ?? 0) - unitsInStep / 2;
      const weight = (count * (saturation + 1)) / (count + saturation * (0.25 + (0.75 * length) / usualLength));
      terms.set(number, (terms.get(number) ?? 0) + 1);
      scores.set(number, (scores.get(number) ?? 0) + weight);
    }
  }
  const passages = [...scores]
    .filter(([number]) => number > 0)
    .map(([number, score]) => ({
      number,
      score: (score + (shown.has(`${at}-${number}`) ? showsPractice : 0)) * (terms.get(number) === founds.length ? 2 : 1),
    }))
    .sort((a, b) => b.score - a.score || a.number - b.number);
  const headings = passages.filter(({ number }) => isHeading(lengths[number] ?? 0)).map(({ number }) => terms.get(number) ?? 0);
  const practiceAt = named < 0 ? -1 : entry.practices.indexOf(named);
  return {
    at,
    inTitle: terms.get(0) ?? 0,
    inHeading: Math.max(0, ...headings),
    practice: practiceAt < 0 ? 0 : practiceAt < entry.primary ? 2 : 1,
    together: [...terms.values()].some((count) => count === founds.length),
    density: passages.reduce((sum, { score }) => sum + score, 0),
    passages,
  };
}

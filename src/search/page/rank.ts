import { type CaseEntry, type Catalogue, isHeading, roomIn, type ShownPassage, unitsInStep } from '../catalogue.ts';
import type { Found } from './finder.ts';

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
  /** Positions of these cases, best first. */
  cases(found: readonly number[]): number[];
  /** Passages that say what was asked for, best first. */
  passages(caseAt: number): RankedPassage[];
}

export function openRanking({ founds, named, shownByNamed }: RankedBy, catalogue: Catalogue): Ranking {
  const shown = new Set(shownByNamed.map(([at, number]) => `${at}-${number}`));
  const passagesIn = (caseAt: number) => weighPassages(caseAt, founds, catalogue.lengths[caseAt] ?? [], shown);
  return {
    cases: (found) =>
      found
        .map((at) => weighCase(at, passagesIn(at), named, founds.length, catalogue))
        .sort(
          (a, b) =>
            b.inTitle - a.inTitle ||
            b.inHeading - a.inHeading ||
            b.practice - a.practice ||
            b.together - a.together ||
            b.density - a.density ||
            byDate(catalogue, a.at, b.at),
        )
        .map(({ at }) => at),
    passages: (caseAt) =>
      passagesIn(caseAt)
        .filter(({ number }) => number > 0)
        .sort((a, b) => b.score - a.score || a.number - b.number),
  };
}

/** Newest first, cases without a date last, then by id. */
export function byDate(catalogue: Catalogue, a: number, b: number): number {
  const [first, second] = [catalogue.cases[a]?.date ?? '', catalogue.cases[b]?.date ?? ''];
  if (first === second) return a - b;
  return first > second ? -1 : 1;
}

/** A passage of a case with the number of terms in it; the title, which is none, has the number 0. */
interface WeighedPassage extends RankedPassage {
  terms: number;
}

/** The passages of a case that hold a term, the title among them, in no order. */
function weighPassages(caseAt: number, founds: readonly Found[], lengths: readonly number[], shown: Set<string>): WeighedPassage[] {
  const passages: WeighedPassage[] = [];
  for (const [term, found] of founds.entries()) {
    for (const [number, count] of found.get(caseAt) ?? []) {
      const length = roomIn(lengths[number] ?? 0) - unitsInStep / 2;
      const weight = (count * (saturation + 1)) / (count + saturation * (0.25 + (0.75 * length) / usualLength));
      const known = term > 0 ? passages.find((passage) => passage.number === number) : undefined;
      if (!known) passages.push({ number, terms: 1, score: weight });
      else {
        known.terms += 1;
        known.score += weight;
      }
    }
  }
  for (const passage of passages) {
    if (shown.size > 0 && shown.has(`${caseAt}-${passage.number}`)) passage.score += showsPractice;
    if (passage.terms === founds.length) passage.score *= 2;
  }
  return passages;
}

function weighCase(at: number, passages: readonly WeighedPassage[], named: number, termCount: number, catalogue: Catalogue): RankedCase {
  const { practices, primary } = catalogue.cases[at] as CaseEntry;
  const lengths = catalogue.lengths[at] ?? [];
  const ranked: RankedCase = { at, inTitle: 0, inHeading: 0, practice: 0, together: 0, density: 0 };
  const scores: number[] = [];
  for (const { number, terms, score } of passages) {
    if (terms === termCount) ranked.together = 1;
    if (number === 0) ranked.inTitle = terms;
    else scores.push(score);
    if (number > 0 && isHeading(lengths[number] ?? 0)) ranked.inHeading = Math.max(ranked.inHeading, terms);
  }
  const practiceAt = named < 0 ? -1 : practices.indexOf(named);
  if (practiceAt >= 0) ranked.practice = practiceAt < primary ? 2 : 1;
  // In one order, so that sums of the same numbers are the same.
  if (scores.length > 2) scores.sort((a, b) => b - a);
  for (const score of scores) ranked.density += score;
  return ranked;
}

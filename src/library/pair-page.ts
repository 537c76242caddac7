/** All that the page of two places side by side shows. */
import type { Practice } from '../article/knowledge.ts';
import { compare, type PlacePair, type SharedPractice } from './comparison.ts';
import type { SpotEvidence } from './evidence.ts';
import type { Library } from './library.ts';
import { type Measure, sharedMeasures } from './measures.ts';
import { passagesAt, saidIn, type TableRow, tableRow } from './practice-table.ts';

/** A practice of both with their rows. */
export interface PairPractice {
  practice: Practice;
  rows: [TableRow, TableRow];
  measures: Measure[];
}

/** A practice of both for whose rows the page has no room: the ways to them. */
export interface PairWays {
  practice: Practice;
  ways: (SpotEvidence & { passages: string })[];
}

export interface PairPageView {
  pair: PlacePair;
  /** In the taxonomy's order: those that are shown, then the others. */
  shown: PairPractice[];
  others: PairWays[];
  onlyA: Practice[];
  onlyB: Practice[];
  measures: Measure[];
  /** Shared measures that the page has no room for. */
  measuresLeft: number;
}

/** What is said in all rows that stand on one page. */
const saidOnPage = 140;
const mostMeasures = 40;

export function pairPage(library: Library, pair: PlacePair): PairPageView {
  const { shared, onlyA, onlyB, measures } = compare(library, pair);
  const shown = thatFit(library, shared);
  return {
    pair,
    shown,
    others: shared.slice(shown.length).map(({ practice, spots }) => ({
      practice,
      ways: spots.map((at) => ({ ...at, passages: passagesAt(library, practice.id, at) })),
    })),
    onlyA,
    onlyB,
    measures: measures.slice(0, mostMeasures),
    measuresLeft: Math.max(0, measures.length - mostMeasures),
  };
}

/** The first practices, as many as the page has room for. Of the others no row is made: of two places that say much these are most. */
function thatFit(library: Library, shared: readonly SharedPractice[]): PairPractice[] {
  const shown: PairPractice[] = [];
  let room = saidOnPage;
  for (const { practice, spots } of shared) {
    const [a, b] = [tableRow(library, practice.id, spots[0]), tableRow(library, practice.id, spots[1])];
    room -= saidIn(a) + saidIn(b);
    if (room < 0) break;
    shown.push({ practice, rows: [a, b], measures: sharedMeasures([a, b]) });
  }
  return shown;
}

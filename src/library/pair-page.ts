/** All that the page of two places side by side shows. */
import type { Practice } from '../article/knowledge.ts';
import { compare, type PlacePair } from './comparison.ts';
import type { Library } from './library.ts';
import { type Measure, sharedMeasures } from './measures.ts';
import { saidIn, type TableRow, tableRow } from './practice-table.ts';

/** A practice of both with their rows, or only the ways to them where the page has no more room. */
export interface PairPractice {
  practice: Practice;
  rows: [TableRow, TableRow];
  measures: Measure[];
  isShown: boolean;
}

export interface PairPageView {
  pair: PlacePair;
  shared: PairPractice[];
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
  let room = saidOnPage;
  return {
    pair,
    shared: shared.map(({ practice, spots }) => {
      const [a, b] = [tableRow(library, practice.id, spots[0]), tableRow(library, practice.id, spots[1])];
      room -= saidIn(a) + saidIn(b);
      return { practice, rows: [a, b], measures: sharedMeasures([a, b]), isShown: room >= 0 };
    }),
    onlyA,
    onlyB,
    measures: measures.slice(0, mostMeasures),
    measuresLeft: Math.max(0, measures.length - mostMeasures),
  };
}

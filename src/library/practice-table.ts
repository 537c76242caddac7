/** How much of a practice's rows a page shows: places that say much share a page with few others. */
import { urls } from '../site/urls.ts';
import { pageOfSpot, type SpotEvidence, spotsOf } from './evidence.ts';
import { type Library, perPractice } from './library.ts';
import { paginate } from './pagination.ts';
import { countIn, practiceColumns } from './practice-columns.ts';
import { type PracticeRow, practiceRow } from './practices.ts';

/** Claims or figures of one cell that stand in it, folded or not; the others are read in their passages. */
export const mostInCell = 10;
/** Rows and what is said in them, on one page of a practice. */
const rowsOnPage = 100;
const saidOnPage = 280;
/** What a passage says of a practice, about. */
const saidInPassage = 4;
const mostInRow = practiceColumns.length * mostInCell;

/** A row of a practice's table with the way to all its passages. */
export interface TableRow extends PracticeRow {
  passages: string;
}

/** How much stands in a row's cells. */
export function saidIn(row: PracticeRow): number {
  return practiceColumns.reduce((sum, { id }) => sum + (id === 'passages' ? 1 : Math.min(mostInCell, countIn(row, id))), 0);
}

/** The pages of a practice's table, places in order of codes: cut by what its passages are likely to say, before that is found out. */
export const tablePages = perPractice((library, practice): SpotEvidence[][] =>
  paginate(spotsOf(library, practice), {
    size: rowsOnPage,
    weight: ({ evidence }) => Math.min(mostInRow, saidInPassage * evidence.length),
    room: saidOnPage,
    key: ({ spot }) => spot.anchor,
  }),
);

/** The address of a spot's passages on the practice's pages. */
export function passagesAt(library: Library, practice: string, { spot: { anchor } }: SpotEvidence): string {
  return urls.practice(practice, pageOfSpot(library, practice, anchor), anchor);
}

export function tableRow(library: Library, practice: string, at: SpotEvidence): TableRow {
  return { ...practiceRow(library, practice, at), passages: passagesAt(library, practice, at) };
}

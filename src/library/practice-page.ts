/** All that the pages of a practice show, page by page. */
import type { Group, Practice } from '../article/knowledge.ts';
import type { Case } from '../article/schema.ts';
import { type EvidenceItem, evidenceByArea } from './areas.ts';
import { type PlacePair, pairsOfPractice } from './comparison.ts';
import { evidencePages, spotsOf } from './evidence.ts';
import { type JsonLd, practiceJsonLd } from './json-ld.ts';
import { type Library, perPractice } from './library.ts';
import { chartedMeasures, type Measure } from './measures.ts';
import { type MethodEntry, methodsInOrder } from './methods.ts';
import { paginate, type Turning, turningAt } from './pagination.ts';
import { passagesAt, type TableRow, tablePages, tableRow } from './practice-table.ts';
import { figureRows, type PracticeCounts, practiceCounts, practicesDoneWith, relatedPractices } from './practices.ts';
import { pageOfProblems, problemGroups } from './problems.ts';
import { unshownCases } from './unshown.ts';

/** What stands beside the guide: ways on. */
export interface PracticeSide {
  doneWith: { practice: Practice; cases: number }[];
  related: Practice[];
  /** How many problems it answers, and the page on which they begin. */
  problems: number;
  problemPage: number | undefined;
}

/** The head of a practice's pages, on the first alone: a passage more would change them all. */
export interface PracticeHead {
  counts: PracticeCounts;
  side: PracticeSide;
  measures: Measure[];
  pairs: PlacePair[];
  jsonLd: JsonLd;
}

export interface PracticePageView {
  practice: Practice;
  group: Group | undefined;
  lead: string;
  turning: Turning;
  head: PracticeHead | undefined;
  rows: TableRow[];
  /** Where some of its rows are on the page: on how many pages it stands, and the rows of the pages before and of all. */
  table: { pages: number; rowsBefore: number; allRows: number } | undefined;
  methods: MethodEntry[];
  evidence: EvidenceItem[];
  /** Cases that tell of it in passages that are not published. */
  unshown: Case[];
}

/** Charts that a reader still looks at. */
const mostMeasures = 6;
/** Methods on one page, and cases whose passages are not published. */
const methodsOnPage = 40;
const unshownOnPage = 100;

/** How many pages a practice has. */
export function practicePageCount(library: Library, practice: string): number {
  const lists = [evidencePages, tablePages, methodPages, unshownPages];
  return Math.max(...lists.map((pagesOf) => pagesOf(library, practice).length));
}

const methodPages = perPractice((library, practice) => {
  const methods = methodsInOrder(library).filter(({ practices }) => practices.includes(practice));
  return paginate(methods, { size: methodsOnPage, key: ({ id }) => id });
});

const unshownPages = perPractice((library, practice): Case[][] =>
  paginate(unshownCases(library, practice), { size: unshownOnPage, key: ({ id }) => id }),
);

/**
 * All that a page of a practice is made from: its rows and charts follow from the passages. On which pages these stand the first page
 * alone says; the links of the others follow them.
 */
export function practiceShows(library: Library, practice: Practice, page: number, lead: string) {
  const { id } = practice;
  const spots = tablePages(library, id)[page - 1] ?? [];
  return {
    practice,
    group: library.groups.find((group) => group.id === practice.group),
    lead,
    turning: turningAt(page, practicePageCount(library, id)),
    head: page === 1 ? headOf(library, practice, lead) : undefined,
    spots,
    passages: page === 1 ? spots.map((at) => passagesAt(library, id, at)) : [],
    table: spots.length > 0 ? tableAround(library, id, page) : undefined,
    methods: methodPages(library, id)[page - 1] ?? [],
    evidence: evidenceByArea(library, id, page),
    unshown: unshownPages(library, id)[page - 1] ?? [],
  };
}

function tableAround(library: Library, practice: string, page: number): PracticePageView['table'] {
  const pages = tablePages(library, practice);
  const rowsBefore = pages.slice(0, page - 1).reduce((sum, rows) => sum + rows.length, 0);
  return { pages: pages.length, rowsBefore, allRows: spotsOf(library, practice).length };
}

/** One page of a practice; `lead` is the first sentence of its guide. */
export function practicePage(library: Library, practice: Practice, page: number, lead: string): PracticePageView {
  const { head, spots, ...shown } = practiceShows(library, practice, page, lead);
  return {
    ...shown,
    head: head && { ...head, measures: chartedMeasures(figureRows(library, practice.id)).slice(0, mostMeasures) },
    rows: spots.map((at) => tableRow(library, practice.id, at)),
  };
}

function headOf(library: Library, practice: Practice, lead: string) {
  const { id } = practice;
  return {
    counts: practiceCounts(library, id),
    side: {
      doneWith: practicesDoneWith(library, id),
      related: relatedPractices(library).get(id) ?? [],
      problems: problemGroups(library).find((group) => group.practice?.id === id)?.problems.length ?? 0,
      problemPage: pageOfProblems(library, id),
    },
    /** What its charts are drawn from. */
    measured: spotsOf(library, id),
    pairs: pairsOfPractice(library, id),
    jsonLd: practiceJsonLd(library, practice, lead),
  };
}

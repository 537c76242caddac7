import type { Method } from '../article/schema.ts';
import type { Evidence } from './evidence.ts';
import type { PracticeRow } from './practices.ts';

export type PracticeColumn = 'problems' | 'methods' | 'lead' | 'organisation' | 'means' | 'figures' | 'passages';

/** The columns of a practice's table, in order, with their heads. */
export const practiceColumns: readonly { id: PracticeColumn; label: string }[] = [
  { id: 'problems', label: '难题' },
  { id: 'methods', label: '工作法' },
  { id: 'lead', label: '谁牵头' },
  { id: 'organisation', label: '怎么组织' },
  { id: 'means', label: '权和钱' },
  { id: 'figures', label: '数据' },
  { id: 'passages', label: '原文' },
];

/** What a source says in a column, in its own words. */
export interface Claim {
  evidence: Evidence;
  text: string;
  /** Words to mark in its sentence. */
  words: string[];
  planned: boolean;
  /** Where the claim is a named method. */
  method?: Method;
}

const kindsUnder: Partial<Record<PracticeColumn, readonly string[]>> = {
  lead: ['lead'],
  organisation: ['organisation'],
  means: ['power', 'money'],
};

/** The claims of a column; none in those of figures and passages, which are no claims in words. */
export function claimsUnder(row: PracticeRow, column: PracticeColumn): Claim[] {
  if (column === 'problems') {
    return row.problems.map(({ problem: { text }, evidence }) => ({ evidence, text, words: [text], planned: false }));
  }
  if (column === 'methods') {
    return row.methods.map(({ method, evidence }) => ({
      evidence,
      text: method.name,
      words: [method.name, ...(method.consists ?? [])],
      planned: false,
      method,
    }));
  }
  return row.arrangements
    .filter(({ arrangement }) => kindsUnder[column]?.includes(arrangement.kind))
    .map(({ arrangement: { quote, planned }, evidence }) => ({ evidence, text: quote, words: [quote], planned }));
}

/** How much a row has in a column: what it is sorted by; 0 where the source is silent. */
export function countIn(row: PracticeRow, column: PracticeColumn): number {
  if (column === 'figures') return row.figures.length + row.moreFigures.length;
  if (column === 'passages') return row.evidence.length;
  if (column === 'problems' || column === 'methods') return row[column].length;
  return row.arrangements.filter(({ arrangement }) => kindsUnder[column]?.includes(arrangement.kind)).length;
}

import type { CaseHead, PrintedPassage } from '../catalogue.ts';
import type { Term, Unit } from '../tokens.ts';
import type { Found } from './found.ts';

/** Finds terms in the library's texts and gives the texts of passages. */
export interface Finder {
  find(term: Term): Promise<Found>;
  /** Passages, but titles, in which these units may stand with another one in place of the one at `other`. */
  findLike(units: readonly Unit[], other: number): Promise<Found>;
  /** Texts by the passages' numbers, from 1, and with them what a list shows of the case, if it came along. */
  read(caseAt: number, numbers: readonly number[]): Promise<ReadCase>;
}

export interface ReadCase {
  head?: CaseHead;
  texts: Map<number, PrintedPassage>;
}

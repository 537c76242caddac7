import type { CaseHead, PrintedPassage } from '../catalogue.ts';
import type { Term, Unit } from '../tokens.ts';

/** How often a term stands in each passage of each case; passage 0 is the title. */
export type Found = Map<number, Map<number, number>>;

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

export function countIn(found: Found, caseAt: number, passage: number): void {
  let passages = found.get(caseAt);
  if (!passages) {
    passages = new Map();
    found.set(caseAt, passages);
  }
  passages.set(passage, (passages.get(passage) ?? 0) + 1);
}

/** What a case's page shows beside the case itself. */
import { hash } from 'node:crypto';
import type { Case } from '../article/schema.ts';
import { shownPractices } from './evidence.ts';
import { type Library, perLibrary } from './library.ts';
import { casesInOrder } from './order.ts';
import { neighbours, type RelatedCase, relatedCases } from './related.ts';

export interface CaseBeside {
  related: RelatedCase[];
  previous?: Case | undefined;
  next?: Case | undefined;
}

/** Cases that do the same, on one page. */
const mostRelated = 3;

/** Found once: what a page shows is asked before it is rendered. */
const knownBeside = perLibrary(() => new WeakMap<Case, CaseBeside>());

export function caseBeside(library: Library, entry: Case): CaseBeside {
  const known = knownBeside(library);
  const beside = known.get(entry) ?? { related: relatedCases(library, entry, mostRelated), ...neighbours(library, entry) };
  known.set(entry, beside);
  return beside;
}

/** Of a case in the list of another. */
const named = ({ id, title, place, date, notBefore }: Case) => ({ id, title, place, date, notBefore });

/** All that the page depends on, but for the pages of lists that it leads to. Of the cases beside it only what its lists say of them. */
export function caseShows(library: Library, entry: Case): unknown {
  const { related, previous, next } = caseBeside(library, entry);
  return {
    entry,
    related: related.map(({ entry: other, reason }) => ({ ...named(other), reason })),
    previous: previous && named(previous),
    next: next && named(next),
  };
}

/** Which cases stand beside which follows from the list of all, what it says of each, and what each does. */
const allBeside = perLibrary((library) => {
  const cases = casesInOrder(library).map((entry) => [named(entry), shownPractices(entry).map(({ id, primary }) => [id, primary])]);
  return hash('sha256', JSON.stringify(cases), 'base64url');
});

/** What `caseShows` follows from: found without adding up how much each case is like each other. */
export function caseGround(library: Library, entry: Case): unknown {
  return { entry, beside: allBeside(library) };
}

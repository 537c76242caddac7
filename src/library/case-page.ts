/** What a case's page shows beside the case itself. */
import type { Case } from '../article/schema.ts';
import { type Library, perLibrary } from './library.ts';
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

/** All that the page depends on, but for the pages of lists that it leads to. Of the cases beside it only what its lists say of them. */
export function caseShows(library: Library, entry: Case): unknown {
  const { related, previous, next } = caseBeside(library, entry);
  const named = ({ id, title, place, date, notBefore }: Case) => ({ id, title, place, date, notBefore });
  return {
    entry,
    related: related.map(({ entry: other, reason }) => ({ ...named(other), reason })),
    previous: previous && named(previous),
    next: next && named(next),
  };
}

/** What a case's page shows beside the case itself. */
import type { Case } from '../article/schema.ts';
import { decidingWords, pageOfSpot, spotsOfWords } from './evidence.ts';
import { type Library, practicesById } from './library.ts';
import { pageOfProblems } from './problems.ts';
import { neighbours, type RelatedCase, relatedCases } from './related.ts';

export interface CaseBeside {
  related: RelatedCase[];
  previous?: Case | undefined;
  next?: Case | undefined;
}

/** Cases that do the same, on one page. */
const mostRelated = 3;

export function caseBeside(library: Library, entry: Case): CaseBeside {
  return { related: relatedCases(library, entry, mostRelated), ...neighbours(library, entry) };
}

/** The addresses of other pages that the page of a case leads to and that move with them: where its problems and passages are listed. */
function listedAt(library: Library, entry: Case) {
  return {
    problems: entry.problems.map(({ practice }) => pageOfProblems(library, practicesById(library).get(practice ?? '')?.id) ?? 1),
    passages: entry.blocks.flatMap((block) =>
      block.practices.map((practice) => {
        const anchor = spotsOfWords(library, entry, block, decidingWords(entry, block, practice))[0]?.anchor ?? '';
        return `${anchor} ${pageOfSpot(library, practice, anchor)}`;
      }),
    ),
  };
}

/** All that the page depends on. Of the cases beside it only what its lists say of them. */
export function caseShows(library: Library, entry: Case): unknown {
  const { related, previous, next } = caseBeside(library, entry);
  const named = ({ id, title, place, date, notBefore }: Case) => ({ id, title, place, date, notBefore });
  return {
    entry,
    related: related.map(({ entry: other, reason }) => ({ ...named(other), reason })),
    previous: previous && named(previous),
    next: next && named(next),
    listedAt: listedAt(library, entry),
  };
}

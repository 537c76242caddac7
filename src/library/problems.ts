import type { Practice } from '../article/knowledge.ts';
import type { Block, Case, CaseProblem } from '../article/schema.ts';
import { blocksOf, type Spot, spotsOfWords } from './evidence.ts';
import { type Library, perLibrary, practicesById } from './library.ts';
import { casesInOrder, practicesInOrder } from './order.ts';
import { paginateGroups } from './pagination.ts';

/** A problem in the source's words, where it stands and whose it is. */
export interface ProblemEntry {
  problem: CaseProblem;
  entry: Case;
  block: Block;
  spots: Spot[];
}

/** Problems that one practice answers; those that none answers have no practice. */
export interface ProblemGroup {
  practice?: Practice;
  problems: ProblemEntry[];
}

/** All problems by practice in the taxonomy's order, those without an answer last; in a group, cases in list order. */
export const problemGroups = perLibrary((library): ProblemGroup[] => {
  const entries = casesInOrder(library).flatMap((entry) => problemsOf(library, entry));
  const byPractice = Map.groupBy(entries, ({ problem }) => knownPractice(library, problem)?.id ?? '');
  const answered = practicesInOrder(
    library,
    [...byPractice.keys()].filter((id) => id !== ''),
  );
  return [...answered, ''].flatMap((id) => {
    const problems = byPractice.get(id);
    return problems ? [{ practice: practicesById(library).get(id), problems }] : [];
  });
});

function problemsOf(library: Library, entry: Case): ProblemEntry[] {
  return entry.problems.flatMap((problem) => {
    const block = blocksOf(entry).get(problem.passage);
    return block ? [{ problem, entry, block, spots: spotsOfWords(library, entry, block, [problem.text]) }] : [];
  });
}

function knownPractice(library: Library, problem: CaseProblem): Practice | undefined {
  return problem.practice === null ? undefined : practicesById(library).get(problem.practice);
}

/** One problem of each practice, from those that answer most problems: a way in for the home page. */
export function problemSamples(library: Library, limit: number): (ProblemEntry & { practice: Practice })[] {
  return problemGroups(library)
    .flatMap(({ practice, problems }, order) => {
      const clearest = [...problems]
        .sort((a, b) => b.problem.text.length - a.problem.text.length)
        .find(({ problem }) => problem.text.length <= 40);
      const sample = clearest ?? problems[0];
      return practice && sample ? [{ ...sample, practice, order, weight: problems.length }] : [];
    })
    .sort((a, b) => b.weight - a.weight || a.order - b.order)
    .slice(0, limit);
}

/** Anchor of a practice's problems; those without an answer have one too. */
export function problemAnchor(practice: Practice | undefined): string {
  return practice?.id ?? 'unanswered';
}

/** The pages of problems, groups in their order. */
export const problemPages = perLibrary((library) =>
  paginateGroups(
    problemGroups(library).map((group) => ({ group, items: group.problems })),
    { key: ({ problem, entry }) => `${entry.id}#${problem.passage}` },
  ),
);

/** First page of each practice's problems; under `undefined` that of those without an answer. */
export const pagesOfProblems = perLibrary((library) => {
  const begun = problemPages(library).flatMap((page, at) =>
    page.flatMap(({ group, continued }) => (continued ? [] : [[group.practice?.id, at + 1] as const])),
  );
  return new Map(begun);
});

/** Number, from 1, of the page on which a practice's problems begin; undefined where it answers none. */
export function pageOfProblems(library: Library, practice: string | undefined): number | undefined {
  return pagesOfProblems(library).get(practice);
}

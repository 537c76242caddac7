import type { Case } from '../article/schema.ts';
import { evidenceOf } from './evidence.ts';
import { casesById, type Library, perLibrary, practiceName } from './library.ts';
import { caseRank, casesInOrder, practicesInOrder } from './order.ts';

/** Another case and why a reader of this one may want it. */
export interface RelatedCase {
  entry: Case;
  /** Practices that both do, those primary in both first. */
  shared: string[];
  /** `同做：跨村联建、人才回引等5项` */
  reason: string;
}

const casesByPractice = perLibrary(
  (library) => new Map(library.practices.map(({ id }) => [id, [...new Set(evidenceOf(library, id).map(({ entry }) => entry.id))]])),
);

/** Cases that do the same, most alike first: a practice that few cases do weighs more, one that is primary in both twice. */
export function relatedCases(library: Library, entry: Case, limit = 4): RelatedCase[] {
  const primary = new Set(entry.practices.filter((practice) => practice.primary).map(({ id }) => id));
  const found = new Map<string, { weight: number; both: string[]; some: string[] }>();
  for (const { id } of entry.practices) {
    const others = casesByPractice(library).get(id) ?? [];
    for (const otherId of others) {
      if (otherId === entry.id) continue;
      const other = casesById(library).get(otherId);
      const inBoth = primary.has(id) && other?.practices.some((practice) => practice.id === id && practice.primary) === true;
      const match = found.get(otherId) ?? { weight: 0, both: [], some: [] };
      match.weight += (inBoth ? 2 : 1) / Math.log2(1 + others.length);
      (inBoth ? match.both : match.some).push(id);
      found.set(otherId, match);
    }
  }
  const rank = caseRank(library);
  return [...found]
    .sort(([a, x], [b, y]) => y.weight - x.weight || (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
    .slice(0, limit)
    .flatMap(([id, { both, some }]) => {
      const other = casesById(library).get(id);
      const shared = [...practicesInOrder(library, both), ...practicesInOrder(library, some)];
      return other ? [{ entry: other, shared, reason: reasonText(library, shared) }] : [];
    });
}

function reasonText(library: Library, shared: readonly string[]): string {
  const names = shared.slice(0, 3).map((id) => practiceName(library, id));
  return `同做：${names.join('、')}${shared.length > names.length ? `等${shared.length}项` : ''}`;
}

/** The cases before and after one in list order. */
export function neighbours(library: Library, entry: Case): { previous?: Case; next?: Case } {
  const cases = casesInOrder(library);
  const rank = caseRank(library).get(entry.id) ?? 0;
  return { previous: cases[rank - 1], next: cases[rank + 1] };
}

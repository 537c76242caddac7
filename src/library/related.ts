import type { Case } from '../article/schema.ts';
import { evidenceOf } from './evidence.ts';
import { type Library, perLibrary, practiceName } from './library.ts';
import { caseRank, casesInOrder, practicesInOrder } from './order.ts';

/** Another case and why a reader of this one may want it. */
export interface RelatedCase {
  entry: Case;
  /** Practices that both do, those primary in both first. */
  shared: string[];
  /** `同做：跨村联建、人才回引等5项` */
  reason: string;
}

/** Positions in list order of the cases that do a practice, and of those in which it is primary. */
interface Doing {
  cases: number[];
  primary: Set<number>;
}

const casesByPractice = perLibrary((library) => {
  const rank = caseRank(library);
  const found = new Map<string, Doing>();
  for (const { id } of library.practices) {
    const entries = [...new Set(evidenceOf(library, id).map(({ entry }) => entry))];
    const at = ({ id: entry }: Case) => rank.get(entry) ?? 0;
    const isPrimary = (entry: Case) => entry.practices.some((practice) => practice.id === id && practice.primary);
    found.set(id, { cases: entries.map(at), primary: new Set(entries.filter(isPrimary).map(at)) });
  }
  return found;
});

/** Cases that do the same, most alike first: a practice that few cases do weighs more, one that is primary in both twice. */
export function relatedCases(library: Library, entry: Case, limit = 4): RelatedCase[] {
  const cases = casesInOrder(library);
  const weights = new Float64Array(cases.length);
  for (const { id, primary } of entry.practices) {
    const doing = casesByPractice(library).get(id);
    if (!doing) continue;
    const weight = 1 / Math.log2(1 + doing.cases.length);
    for (const at of doing.cases) weights[at] = (weights[at] ?? 0) + (primary && doing.primary.has(at) ? 2 : 1) * weight;
  }
  return heaviest(weights, limit, caseRank(library).get(entry.id)).flatMap((at) => {
    const other = cases[at];
    const shared = other ? sharedPractices(library, entry, at) : [];
    return other ? [{ entry: other, shared, reason: reasonText(library, shared) }] : [];
  });
}

/** Positions of the largest weights above nothing, the first of equal ones first; never `own`. */
function heaviest(weights: Float64Array, limit: number, own: number | undefined): number[] {
  const best: number[] = [];
  const weightAt = (position: number | undefined) => (position === undefined ? 0 : (weights[position] ?? 0));
  for (const [at, weight] of weights.entries()) {
    if (at === own || weight <= (best.length < limit ? 0 : weightAt(best.at(-1)))) continue;
    const place = best.findIndex((other) => weightAt(other) < weight);
    best.splice(place < 0 ? best.length : place, 0, at);
    if (best.length > limit) best.pop();
  }
  return best;
}

/** Practices that both do, those primary in both first. */
function sharedPractices(library: Library, entry: Case, other: number): string[] {
  const both: string[] = [];
  const some: string[] = [];
  for (const { id, primary } of entry.practices) {
    const doing = casesByPractice(library).get(id);
    if (!doing?.cases.includes(other)) continue;
    (primary && doing.primary.has(other) ? both : some).push(id);
  }
  return [...practicesInOrder(library, both), ...practicesInOrder(library, some)];
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

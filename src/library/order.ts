import type { Case } from '../article/schema.ts';
import { type Library, perLibrary } from './library.ts';

/** By UTF-16 code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Later known dates first, then those without a date; ties by place code (none last), then id. */
export function compareCases(a: Case, b: Case): number {
  return compareText(dateKey(b), dateKey(a)) || compareText(a.place?.code ?? '~', b.place?.code ?? '~') || compareText(a.id, b.id);
}

function dateKey(entry: Case): string {
  return entry.date ? `${entry.date.value} ${entry.date.time ?? ''}` : '';
}

/** All cases in the order in which lists show them. */
export const casesInOrder = perLibrary((library: Library) => [...library.cases].sort(compareCases));

/** Position of each case in `casesInOrder`, by id. */
export const caseRank = perLibrary((library: Library) => new Map(casesInOrder(library).map((entry, rank) => [entry.id, rank])));

/** Position of each practice in the taxonomy, by id. */
export const practiceRank = perLibrary((library: Library) => new Map(library.practices.map((practice, rank) => [practice.id, rank])));

/** Ids of practices in the taxonomy's order, unknown ones last. */
export function practicesInOrder(library: Library, ids: Iterable<string>): string[] {
  const rank = practiceRank(library);
  const position = (id: string) => rank.get(id) ?? rank.size;
  return [...new Set(ids)].sort((a, b) => position(a) - position(b) || compareText(a, b));
}

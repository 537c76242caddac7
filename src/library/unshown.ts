import type { Case } from '../article/schema.ts';
import { blocksOf } from './evidence.ts';
import { type Library, perLibrary } from './library.ts';
import { casesInOrder, practicesInOrder } from './order.ts';

/** Practices of a case that none of its published passages shows, in the taxonomy's order: those of an excerpt or a mere reference. */
export function unshownPractices(library: Library, entry: Case): string[] {
  const unshown = entry.practices.filter(({ passages }) => passages.every(({ block }) => !blocksOf(entry).has(block)));
  return practicesInOrder(
    library,
    unshown.map(({ id }) => id),
  );
}

const casesByUnshown = perLibrary((library) => {
  const pairs = casesInOrder(library).flatMap((entry) => unshownPractices(library, entry).map((practice) => ({ entry, practice })));
  return Map.groupBy(pairs, ({ practice }) => practice);
});

/** Cases that tell of a practice in passages that are not published, in list order. */
export function unshownCases(library: Library, practice: string): Case[] {
  return (casesByUnshown(library).get(practice) ?? []).map(({ entry }) => entry);
}

import type { Group, Practice } from '../article/knowledge.ts';
import type { Case, Place } from '../article/schema.ts';
import type { Settings } from '../site/settings.ts';

/** All that the library asks of the gazetteer: today's place of a GB/T 2260 code, former codes included. */
export interface PlaceBook {
  byCode(code: string): Place | undefined;
}

/** Everything that a site publishes, as plain data. */
export interface Library {
  settings: Settings;
  /** In the order of content/groups.yaml. */
  groups: Group[];
  /** In the order of their groups, then by id. */
  practices: Practice[];
  /** What may be published, by id. */
  cases: Case[];
  /** Sums of the cases as they are published, where somebody has found them out already: cases with equal sums are equal. */
  sums?: ReadonlyMap<Case, string>;
  gazetteer: PlaceBook;
}

/** Computes an answer once for each library: indexes that many pages share. */
export function perLibrary<T>(answer: (library: Library) => T): (library: Library) => T {
  const answers = new WeakMap<Library, { value: T }>();
  return (library) => {
    const known = answers.get(library) ?? { value: answer(library) };
    answers.set(library, known);
    return known.value;
  };
}

/** Computes an answer once for each case, in whatever library it stands: a library that is read again shares all cases that did not change. */
export function perCase<T extends object>(answer: (entry: Case) => T): (entry: Case) => T {
  const answers = new WeakMap<Case, T>();
  return (entry) => {
    const known = answers.get(entry) ?? answer(entry);
    answers.set(entry, known);
    return known;
  };
}

/** Computes an answer once for each practice of each library. */
export function perPractice<T>(answer: (library: Library, practice: string) => T): (library: Library, practice: string) => T {
  const answers = perLibrary(() => new Map<string, { value: T }>());
  return (library, practice) => {
    const known = answers(library).get(practice) ?? { value: answer(library, practice) };
    answers(library).set(practice, known);
    return known.value;
  };
}

export const practicesById = perLibrary((library) => new Map(library.practices.map((practice) => [practice.id, practice])));

export const casesById = perLibrary((library) => new Map(library.cases.map((entry) => [entry.id, entry])));

/** Name that readers see; the id where the taxonomy has no such practice. */
export function practiceName(library: Library, id: string): string {
  return practicesById(library).get(id)?.name ?? id;
}

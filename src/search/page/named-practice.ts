import type { Catalogue, PracticeEntry } from '../catalogue.ts';
import { readUnits, type Term } from '../tokens.ts';
import type { PracticeCard } from './answer.ts';

/** The practice whose name or alias a query is; `at` is its position, or -1. */
export interface NamedPractice {
  at: number;
  alias: string;
}

export function namedPractice(terms: readonly Term[], { practices }: Catalogue): NamedPractice {
  const [term] = terms;
  if (!term || terms.length > 1) return { at: -1, alias: '' };
  const typed = new Set(term.ways.map((way) => way.map(({ key }) => key).join('')));
  const isTyped = (name: string) =>
    typed.has(
      readUnits(name)
        .map(({ key }) => key)
        .join(''),
    );
  const byName = practices.findIndex(({ name }) => isTyped(name));
  if (byName >= 0) return { at: byName, alias: '' };
  const byAlias = practices.findIndex(({ aliases }) => aliases.some(isTyped));
  return { at: byAlias, alias: practices[byAlias]?.aliases.find(isTyped) ?? '' };
}

/** `found`: positions of the cases that hold the word. */
export function practiceCard({ at, alias }: NamedPractice, found: readonly number[], catalogue: Catalogue): PracticeCard | undefined {
  if (at < 0) return undefined;
  const { id, name } = catalogue.practices[at] as PracticeEntry;
  const holding = new Set(found);
  const spots = new Map<number, boolean>();
  let cases = 0;
  catalogue.cases.forEach((entry, caseAt) => {
    if (!entry.practices.includes(at)) return;
    cases += 1;
    const place = entry.places[entry.places.length - 1];
    if (place !== undefined) spots.set(place, (spots.get(place) ?? false) || holding.has(caseAt));
  });
  return { id, name, alias, cases, places: spots.size, silentPlaces: [...spots.values()].filter((uses) => !uses).length };
}

import { pinyin } from 'pinyin-pro';
import type { Place } from '../../article/schema.ts';
import type { SearchInput } from '../build.ts';
import type { Suggestion } from '../catalogue.ts';
import { lineage } from './catalogue.ts';
import { placeReadings } from './place-readings.ts';

/**
 * Methods that are suggested: those of most cases, the first by id of those of equally many. Ten thousand articles name several thousand
 * methods, most of them once, of 40 bytes each; the others are found by their words, and stand in the list of methods.
 */
const mostMethods = 1000;

/** Practices, aliases, methods and places that the library holds, in this order; practices in the taxonomy's order, the rest by id. */
export function makeSuggestions(input: SearchInput): Suggestion[] {
  return [...suggestPractices(input), ...suggestMethods(input), ...suggestPlaces(input)];
}

function suggestPractices({ practices, cases }: SearchInput): Suggestion[] {
  const counts = new Map<string, number>();
  for (const entry of cases) {
    for (const id of new Set(entry.practices.map((practice) => practice.id))) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return practices.flatMap(({ id, name, aliases }) => {
    const shared = { kind: 'practice' as const, id, name, count: counts.get(id) ?? 0 };
    return ['', ...aliases].map((alias) => ({ ...shared, alias, pinyin: syllables(alias || name) }));
  });
}

function suggestMethods({ cases }: SearchInput): Suggestion[] {
  const methods = new Map<string, { name: string; count: number }>();
  for (const { id, name } of cases.flatMap((entry) => entry.methods)) {
    const method = methods.get(id) ?? { name, count: 0 };
    method.count += 1;
    methods.set(id, method);
  }
  const suggested = new Map(
    byId(methods)
      .sort(([, a], [, b]) => b.count - a.count)
      .slice(0, mostMethods),
  );
  return byId(suggested).map(([id, { name, count }]) => ({ kind: 'method', id, name, alias: '', pinyin: syllables(name), count }));
}

/** Places of cases with those that hold them; a place that only a passage speaks of has a page, too. */
function suggestPlaces({ cases, gazetteer }: SearchInput): Suggestion[] {
  const places = new Map<string, { name: string; count: number }>();
  for (const entry of cases) {
    const spokenOf = [...new Set(entry.blocks.flatMap((block) => block.places))].map((code) => gazetteer.byCode(code));
    const lines = [entry.place, ...spokenOf].flatMap((place: Place | undefined) => (place ? lineage(place) : []));
    for (const [code, name] of new Map(lines.map((line) => [line.code, line.name]))) {
      const place = places.get(code) ?? { name, count: 0 };
      place.count += 1;
      places.set(code, place);
    }
  }
  return byId(places).map(([id, { name, count }]) => ({ kind: 'place', id, name, alias: '', pinyin: placeSyllables(name), count }));
}

const byId = <T>(entries: Map<string, T>): [string, T][] => [...entries].sort((a, b) => (a[0] < b[0] ? -1 : 1));

function syllables(text: string): string {
  return pinyin(text.normalize('NFKC'), { toneType: 'none', v: true, nonZh: 'consecutive' })
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** The reading of a place's own name from the table, where dictionaries err; the rest (县, 瑶族自治县) by dictionary. */
function placeSyllables(name: string): string {
  for (let length = name.length; length >= 2; length -= 1) {
    const reading = placeReadings.get(name.slice(0, length));
    if (reading) return `${reading} ${syllables(name.slice(length))}`.trim();
  }
  return syllables(name);
}

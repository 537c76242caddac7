import type { Case, Place } from '../../article/schema.ts';
import type { SearchInput } from '../build.ts';
import { type CaseEntry, type CaseHead, type Catalogue, headsInFile, type PracticeEntry, type ShownPassage } from '../catalogue.ts';
import type { IndexedCase } from './passages.ts';

export function makeCatalogue(cases: readonly IndexedCase[], { practices, groups }: SearchInput, sliceUnits: number): Catalogue {
  const places = collectPlaces(cases);
  const placeAt = new Map(places.map(({ code }, at) => [code, at]));
  const practiceAt = new Map(practices.map(({ id }, at) => [id, at]));
  const groupAt = new Map(groups.map(({ id }, at) => [id, at]));
  const known = (at: number | undefined): at is number => at !== undefined;
  return {
    cases: cases.map(({ entry: { date, place, practices: shown } }): CaseEntry => {
      const primary = shown.filter((practice) => practice.primary);
      const others = shown.filter((practice) => !practice.primary);
      return {
        date: date?.value ?? '',
        places: place
          ? lineage(place)
              .map(({ code }) => placeAt.get(code))
              .filter(known)
          : [],
        practices: [...primary, ...others].map((practice) => practiceAt.get(practice.id)).filter(known),
        primary: primary.length,
      };
    }),
    lengths: cases.map(({ lengths }) => lengths),
    shards: cases.map(({ shard }) => shard),
    sliceUnits,
    practices: practices.map(({ id, name, aliases, group }): PracticeEntry => ({ id, name, aliases, group: groupAt.get(group) ?? -1 })),
    groups: groups.map(({ id, name }) => ({ id, name })),
    places,
  };
}

/** In files, see `CaseHead`. */
export function makeHeads(cases: readonly IndexedCase[]): CaseHead[][] {
  const files: CaseHead[][] = [];
  for (const [at, { entry }] of cases.entries()) {
    if (at % headsInFile === 0) files.push([]);
    files.at(-1)?.push(headOf(entry));
  }
  return files;
}

export function headOf({ id, url, title, date, notBefore }: Case): CaseHead {
  return { id, url, title, ...(date || !notBefore ? {} : { notBefore }) };
}

/** A place and the places that hold it, from the province down. */
export function lineage({ code, path }: Place): { code: string; name: string; depth: number }[] {
  const codes =
    path.length === 3
      ? [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
      : path.length === 2
        ? [`${code.slice(0, 2)}0000`, code]
        : [code];
  return codes.map((each, depth) => ({ code: each, name: path[depth] as string, depth }));
}

function collectPlaces(cases: readonly IndexedCase[]): Catalogue['places'] {
  const own = new Map(cases.flatMap(({ entry: { place } }) => (place ? [[place.code, place] as const] : [])));
  const places = new Map([...own.values()].flatMap(lineage).map((place) => [place.code, place]));
  return [...places.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The passages that show each practice, by its id. */
export function shownPassages(cases: readonly IndexedCase[]): Map<string, ShownPassage[]> {
  const shown = new Map<string, ShownPassage[]>();
  for (const [at, { entry }] of cases.entries()) {
    const numbers = new Map(entry.practices.length > 0 ? entry.blocks.map(({ id }, i) => [id, i + 1]) : []);
    for (const { id, passages } of entry.practices) {
      const own = shown.get(id) ?? [];
      shown.set(id, own);
      own.push(
        ...[...new Set(passages.flatMap(({ block }) => numbers.get(block) ?? []))]
          .sort((a, b) => a - b)
          .map((number): ShownPassage => [at, number]),
      );
    }
  }
  return shown;
}

import type { Place } from '../../article/schema.ts';
import type { SearchInput } from '../build.ts';
import type { CaseEntry, Catalogue, PracticeEntry } from '../catalogue.ts';
import type { IndexedCase } from './passages.ts';

export function makeCatalogue(cases: readonly IndexedCase[], { practices, groups }: SearchInput): Catalogue {
  const places = collectPlaces(cases);
  const placeAt = new Map(places.map(({ code }, at) => [code, at]));
  const practiceAt = new Map(practices.map(({ id }, at) => [id, at]));
  const groupAt = new Map(groups.map(({ id }, at) => [id, at]));
  const known = (at: number | undefined): at is number => at !== undefined;
  return {
    cases: cases.map(({ entry }): CaseEntry => {
      const { id, url, title, date, notBefore, place, practices: shown } = entry;
      const primary = shown.filter((practice) => practice.primary);
      const others = shown.filter((practice) => !practice.primary);
      return {
        id,
        url,
        title,
        date: date?.value ?? '',
        ...(date || !notBefore ? {} : { notBefore }),
        places: place
          ? lineage(place)
              .map(({ code }) => placeAt.get(code))
              .filter(known)
          : [],
        practices: [...primary, ...others].map((practice) => practiceAt.get(practice.id)).filter(known),
        primary: primary.length,
      };
    }),
    records: cases.map(({ record }) => record),
    lengths: cases.map(({ lengths }) => lengths),
    practices: practices.map(
      ({ id, name, aliases, group }): PracticeEntry => ({ id, name, aliases, group: groupAt.get(group) ?? -1, shown: shownBy(cases, id) }),
    ),
    groups: groups.map(({ id, name }) => ({ id, name })),
    places,
  };
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
  const places = new Map(cases.flatMap(({ entry }) => (entry.place ? lineage(entry.place) : [])).map((place) => [place.code, place]));
  return [...places.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function shownBy(cases: readonly IndexedCase[], practice: string): [number, number][] {
  return cases.flatMap(({ entry }, at) => {
    const blocks = new Set(entry.practices.find(({ id }) => id === practice)?.passages.map(({ block }) => block));
    return entry.blocks.flatMap((block, i): [number, number][] => (blocks.has(block.id) ? [[at, i + 1]] : []));
  });
}

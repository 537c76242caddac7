import type { FormerPlace } from '../article/knowledge.ts';
import type { Place } from '../article/schema.ts';
import type { Library } from './library.ts';
import { compareText } from './order.ts';
import { knownPlaces } from './places.ts';

/** A former name or code and the place of today that it leads to. */
export interface FormerName {
  name: string;
  code?: string;
  place: Place;
}

/** Former names and codes of a place; a name that it bears again says nothing without another code. */
export function formerNames(former: readonly FormerPlace[], code: string): FormerPlace[] {
  return former.filter(({ successor, code: own }) => successor === code && own !== code);
}

/** Former names and codes of every place that has a page, by the place's code, then the former one's. */
export function formerPlacesInUse(library: Library, former: readonly FormerPlace[]): FormerName[] {
  return knownPlaces(library).flatMap((place) =>
    formerNames(former, place.code)
      .map(({ name, code }) => ({ name, code, place }))
      .sort((a, b) => compareText(a.code ?? '', b.code ?? '') || compareText(a.name, b.name)),
  );
}

/** Former codes that need a page of their own, so that an old address leads on: none that a place of today bears. */
export function formerCodes(library: Library, former: readonly FormerPlace[]): (FormerName & { code: string })[] {
  const today = new Set(knownPlaces(library).map(({ code }) => code));
  const found = formerPlacesInUse(library, former).flatMap(({ name, code, place }) =>
    code && !today.has(code) && library.gazetteer.byCode(code)?.code === place.code ? [{ name, code, place }] : [],
  );
  return found.filter(({ code }, index) => found.findIndex((other) => other.code === code) === index);
}

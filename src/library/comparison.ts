import type { Practice } from '../article/knowledge.ts';
import type { Place } from '../article/schema.ts';
import { append } from './collect.ts';
import { placedSpots, type SpotEvidence } from './evidence.ts';
import { type Library, perLibrary, perPractice } from './library.ts';
import { addWeight, heaviest, nearestFirst } from './likeness.ts';
import { type Measure, sharedMeasures } from './measures.ts';
import { compareText } from './order.ts';
import { isBelow } from './places-of-passage.ts';
import { type FigureRow, figureRow } from './practices.ts';

/** Two places that a page sets side by side; `a` has the smaller code. */
export interface PlacePair {
  /** `350425-350481` */
  id: string;
  a: Place;
  b: Place;
}

/** A practice of both places of a pair, with the passages of each. */
export interface SharedPractice {
  practice: Practice;
  spots: [SpotEvidence, SpotEvidence];
}

/** What two places do, over all practices, in the taxonomy's order. */
export interface Comparison {
  shared: SharedPractice[];
  onlyA: Practice[];
  onlyB: Practice[];
  /** What both measure alike, over all practices. */
  measures: Measure[];
}

/** Neighbours that a place is set beside, at most. */
const nearest = 2;
/** A practice of so few places has a page for each two of them. */
const fewPlaces = 4;

/**
 * The pairs that have a page: any two places of a practice that only few do, and each place with those most like it. Their
 * number grows with the places, not with their square; any other two to four are set side by side by a script.
 */
export const placePairs = perLibrary((library): PlacePair[] => {
  const pairs = new Map<string, PlacePair>();
  const add = (one: Place, other: Place) => {
    const [a, b] = compareText(one.code, other.code) < 0 ? ([one, other] as const) : ([other, one] as const);
    pairs.set(pairId(a, b), { id: pairId(a, b), a, b });
  };
  for (const { id } of library.practices) {
    const places = placedSpots(library, id).map(({ place }) => place);
    if (places.length > fewPlaces) continue;
    for (const [index, place] of places.entries()) for (const other of places.slice(index + 1)) add(place, other);
  }
  for (const { place, practices } of placesWithPractices(library).values()) {
    for (const other of mostAlike(library, place, practices)) add(place, other);
  }
  return [...pairs.values()].sort((x, y) => compareText(x.id, y.id));
});

/** A pair as one of its places sees it. */
export interface PairOfPlace {
  pair: PlacePair;
  other: Place;
  /** Practices that both do. */
  shared: number;
}

const pairsByPlace = perLibrary((library) => {
  const found = new Map<string, PlacePair[]>();
  for (const pair of placePairs(library)) for (const { code } of [pair.a, pair.b]) append(found, code, pair);
  return found;
});

/** Pairs that a place is one of, those that share most first. */
export function pairsOf(library: Library, code: string): PairOfPlace[] {
  const practicesIn = (place: Place) => placesWithPractices(library).get(place.code)?.practices ?? new Set<string>();
  return (pairsByPlace(library).get(code) ?? [])
    .map((pair) => {
      const other = pair.a.code === code ? pair.b : pair.a;
      const own = practicesIn(pair.a.code === code ? pair.a : pair.b);
      return { pair, other, shared: [...practicesIn(other)].filter((id) => own.has(id)).length };
    })
    .sort((x, y) => y.shared - x.shared || compareText(x.other.code, y.other.code));
}

/** Places that were seen to do something, in order of codes: those that can be set side by side. */
export const comparablePlaces = perLibrary((library): Place[] =>
  [...placesWithPractices(library).values()].map(({ place }) => place).sort((a, b) => compareText(a.code, b.code)),
);

/** Pairs of places that both do a practice, where few do: for the practice's page. */
export function pairsOfPractice(library: Library, practice: string): PlacePair[] {
  const codes = new Set(placedSpots(library, practice).map(({ place }) => place.code));
  return codes.size > fewPlaces ? [] : placePairs(library).filter(({ a, b }) => codes.has(a.code) && codes.has(b.code));
}

/** Spots of a practice by the codes of their places. */
const spotsByCode = perPractice((library, practice) => new Map(placedSpots(library, practice).map((at) => [at.place.code, at])));

function spotAt(library: Library, practice: string, code: string): SpotEvidence | undefined {
  return spotsByCode(library, practice).get(code);
}

/** All that the page of a pair is made from, but for the pages of lists that it leads to. */
export function pairShows(library: Library, { a, b }: PlacePair): unknown {
  return {
    places: [a, b],
    practices: library.practices.map(({ id }) => [a, b].map(({ code }) => spotAt(library, id, code)?.evidence)),
  };
}

export function compare(library: Library, { a, b }: PlacePair): Comparison {
  const answer: Comparison = { shared: [], onlyA: [], onlyB: [], measures: [] };
  const all: FigureRow[] = [];
  for (const practice of library.practices) {
    const [first, second] = [a, b].map(({ code }) => spotAt(library, practice.id, code));
    for (const at of [first, second]) if (at) all.push(figureRow(library, practice.id, at));
    if (first && second) answer.shared.push({ practice, spots: [first, second] });
    else if (first) answer.onlyA.push(practice);
    else if (second) answer.onlyB.push(practice);
  }
  return { ...answer, measures: sharedMeasures(all) };
}

function pairId(a: Place, b: Place): string {
  return `${a.code}-${b.code}`;
}

interface PlaceWithPractices {
  place: Place;
  practices: Set<string>;
}

/** What was seen in each place itself, by its code. */
const placesWithPractices = perLibrary((library) => {
  const found = new Map<string, PlaceWithPractices>();
  for (const { id } of library.practices) {
    for (const { place } of placedSpots(library, id)) {
      const known = found.get(place.code) ?? { place, practices: new Set() };
      known.practices.add(id);
      found.set(place.code, known);
    }
  }
  return found;
});

/** Positions among `comparablePlaces`, by code. */
const positionOfPlace = perLibrary((library) => new Map(comparablePlaces(library).map(({ code }, at) => [code, at])));

/** Those of the places of each practice. */
const positionsOfPractice = perPractice((library, practice) =>
  Int32Array.from(placedSpots(library, practice), ({ place }) => positionOfPlace(library).get(place.code) ?? 0),
);

/**
 * Places that share most practices, rare ones counting more; never one that lies in the other. Of equal ones those whose codes are
 * nearest: where every place does nearly everything, all would else be set beside the same two.
 */
function mostAlike(library: Library, { code }: Place, practices: ReadonlySet<string>): Place[] {
  const places = comparablePlaces(library);
  const own = positionOfPlace(library).get(code) ?? 0;
  const weights = new Float64Array(places.length);
  for (const id of practices) {
    const positions = positionsOfPractice(library, id);
    addWeight(weights, positions, 1 / Math.log2(1 + positions.length));
  }
  const isNested = (other: string) => other === code || isBelow(other, code) || isBelow(code, other);
  const fromHere = nearestFirst(places.length, own);
  const order = Float64Array.from(fromHere, (at) => weights[at] ?? 0);
  const isLeftOut = (rank: number) => isNested(places[fromHere[rank] ?? own]?.code ?? code);
  return heaviest(order, nearest, isLeftOut).flatMap((rank) => places[fromHere[rank] ?? own] ?? []);
}

/** All that the pages of a place show, page by page. */
import type { Case, Place } from '../article/schema.ts';
import { urls } from '../site/urls.ts';
import { areasOf, pageOfArea } from './areas.ts';
import { append } from './collect.ts';
import { type PairOfPlace, pairsOf } from './comparison.ts';
import { type Evidence, pageOfSpot, type Spot } from './evidence.ts';
import { type Library, perLibrary } from './library.ts';
import { type MethodEntry, type MethodUse, methodsInOrder } from './methods.ts';
import { paginate, type Turning, turningAt } from './pagination.ts';
import { casesOf, type Mention, mentionsOf, placeNodes, placesAbove, practicesOfPlace } from './places.ts';
import { type ProblemEntry, problemGroups } from './problems.ts';

/** A practice of a place: its places below, each with the first passage that says so. */
export interface PlacePracticeView {
  id: string;
  name: string;
  spots: { label: string; of: string; href: string; count: number; first: Evidence | undefined }[];
  /** The way to all of its places, where they are too many to be listed. */
  all: { href: string; spots: number } | undefined;
}

/** What only the first page of a place has. */
export interface PlaceHead {
  casesWithin: number;
  mentions: number;
  /** No place below it was seen to do anything. */
  isLeaf: boolean;
  practices: PlacePracticeView[];
  pairs: PairOfPlace[];
  children: { place: Place; cases: number; mentions: number }[];
}

export interface PlacePageView {
  place: Place;
  above: Place[];
  turning: Turning;
  head: PlaceHead | undefined;
  cases: Case[];
  /** Each with its first use there. */
  methods: { method: Pick<MethodEntry, 'id' | 'name'>; use: MethodUse }[];
  problems: ProblemEntry[];
  mentions: Mention[];
}

/** Entries of the two short lists on one page. */
const shortList = 30;
/** Places of one practice that are listed one by one. */
const mostSpots = 6;

const methodsByPlace = perLibrary((library) => {
  const found = new Map<string, { method: MethodEntry; use: MethodUse }[]>();
  for (const method of methodsInOrder(library)) {
    const seen = new Set<string>();
    for (const use of method.uses) {
      for (const code of codesOf(use.spots)) if (!seen.has(code) && seen.add(code)) append(found, code, { method, use });
    }
  }
  return found;
});

const problemsByPlace = perLibrary((library) => {
  const found = new Map<string, ProblemEntry[]>();
  for (const { problems } of problemGroups(library)) {
    for (const entry of problems) for (const code of new Set(codesOf(entry.spots))) append(found, code, entry);
  }
  return found;
});

function codesOf(spots: readonly Spot[]): string[] {
  return spots.flatMap(({ place }) => (place ? [place.code] : []));
}

const pagesOfPlace = perLibrary((library) => {
  const known = new Map<string, ReturnType<typeof cut>>();
  return (code: string) => {
    const pages = known.get(code) ?? cut(library, code);
    known.set(code, pages);
    return pages;
  };
});

/** The lists of a place that may be long, each cut into pages. */
function cut(library: Library, code: string) {
  return {
    cases: paginate(casesOf(library, code), { key: ({ id }) => id }),
    methods: paginate(methodsByPlace(library).get(code) ?? [], { size: shortList, key: ({ method }) => method.id }),
    problems: paginate(problemsByPlace(library).get(code) ?? [], { size: shortList, key: ({ entry, block }) => `${entry.id}#${block.id}` }),
    mentions: paginate(mentionsOf(library, code), { key: ({ entry, block }) => `${entry.id}#${block.id}` }),
  };
}

/** How many pages a place has. */
export function placePageCount(library: Library, code: string): number {
  return Math.max(...Object.values(pagesOfPlace(library)(code)).map((pages) => pages.length));
}

export function placePage(library: Library, place: Place, page: number): PlacePageView {
  const lists = pagesOfPlace(library)(place.code);
  return {
    place,
    above: placesAbove(library, place),
    turning: turningAt(page, placePageCount(library, place.code)),
    head: page === 1 ? headOf(library, place) : undefined,
    cases: lists.cases[page - 1] ?? [],
    methods: (lists.methods[page - 1] ?? []).map(({ method: { id, name }, use }) => ({ method: { id, name }, use })),
    problems: lists.problems[page - 1] ?? [],
    mentions: lists.mentions[page - 1] ?? [],
  };
}

/** All that a page of a place shows, but for the pages of lists that it leads to. */
export function placeShows(library: Library, place: Place, page: number): unknown {
  const { head, ...lists } = placePage(library, place, page);
  const practices = head?.practices.map(({ id, name, spots, all }) => ({
    id,
    name,
    spots: spots.map(({ href: _, ...spot }) => spot),
    all: all?.spots,
  }));
  return { ...lists, head: head && { ...head, practices } };
}

function headOf(library: Library, place: Place): PlaceHead {
  const node = placeNodes(library).get(place.code);
  const practices = practicesOfPlace(library, place.code);
  const isLeaf = practices.every(({ spots }) => spots.every((spot) => spot.place.code === place.code));
  return {
    casesWithin: node?.casesWithin ?? 0,
    mentions: mentionsOf(library, place.code).length,
    isLeaf,
    practices: practices.map(({ practice: { id, name }, spots }) => {
      const area = areasOf(library, id).get(place.code);
      return {
        id,
        name,
        spots: spots.slice(0, mostSpots).map(({ place: spot, evidence }) => ({
          label: spot.code === place.code ? (isLeaf ? '' : '本级') : spot.name,
          of: `${spot.name}，${name}`,
          href: urls.practice(id, pageOfSpot(library, id, spot.code), spot.code),
          count: evidence.length,
          first: evidence[0],
        })),
        all:
          spots.length > mostSpots && area
            ? { href: urls.practice(id, pageOfArea(library, id, place.code), area.anchor), spots: spots.length }
            : undefined,
      };
    }),
    pairs: pairsOf(library, place.code),
    children: (node?.children ?? []).map(({ place: child, casesWithin, mentions }) => ({ place: child, cases: casesWithin, mentions })),
  };
}

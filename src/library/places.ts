import type { Practice } from '../article/knowledge.ts';
import type { Block, Case, Place } from '../article/schema.ts';
import { append } from './collect.ts';
import { type PlacedSpot, placedSpots } from './evidence.ts';
import { type Library, perLibrary } from './library.ts';
import { casesInOrder, compareText } from './order.ts';
import { ancestors, codesAround, isBelow } from './places-of-passage.ts';

/** A passage that speaks of a place, and its case. */
export interface Mention {
  entry: Case;
  block: Block;
}

/** A place in the tree of all places that the library speaks of. */
export interface PlaceNode {
  place: Place;
  /** Cases of the place itself. */
  cases: number;
  /** Cases of the place and of all below it. */
  casesWithin: number;
  /** Passages of other places' cases that speak of it. */
  mentions: number;
  children: PlaceNode[];
}

/** All places of cases and passages, with those above them, in order of codes. */
export const knownPlaces = perLibrary((library): Place[] => {
  const places = new Map<string, Place>();
  const add = (place: Place | undefined) => {
    if (!place || places.has(place.code)) return;
    places.set(place.code, place);
    for (const above of ancestors(library.gazetteer, place)) places.set(above.code, above);
  };
  for (const entry of library.cases) {
    add(entry.place);
    for (const block of entry.blocks) for (const code of block.places) add(library.gazetteer.byCode(code));
  }
  return [...places.values()].sort((a, b) => compareText(a.code, b.code));
});

const mentionsByPlace = perLibrary((library) => {
  const found = new Map<string, Mention[]>();
  for (const entry of casesInOrder(library)) {
    for (const block of entry.blocks) {
      const codes = new Set(block.places.flatMap((code) => library.gazetteer.byCode(code)?.code ?? []));
      for (const code of codes) {
        if (entry.place && (entry.place.code === code || isBelow(entry.place.code, code))) continue;
        append(found, code, { entry, block });
      }
    }
  }
  return found;
});

/** Passages that speak of a place in cases that are not its own, nor those of a place below it. */
export function mentionsOf(library: Library, code: string): Mention[] {
  return mentionsByPlace(library).get(code) ?? [];
}

/** The places above a place that has a page, from the province down. */
export function placesAbove(library: Library, place: Place): Place[] {
  return ancestors(library.gazetteer, place);
}

/** Provinces with what is below them; a place hangs on the nearest known place above it. */
export const placeTree = perLibrary((library): PlaceNode[] => {
  const nodes = new Map(knownPlaces(library).map((place) => [place.code, emptyNode(library, place)]));
  const roots: PlaceNode[] = [];
  for (const node of nodes.values()) {
    const above = ancestors(library.gazetteer, node.place).at(-1);
    const parent = above && nodes.get(above.code);
    (parent ? parent.children : roots).push(node);
  }
  for (const root of roots) countWithin(root);
  return roots;
});

/** The nodes by code. */
export const placeNodes = perLibrary((library) => {
  const flat = (nodes: readonly PlaceNode[]): PlaceNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
  return new Map(flat(placeTree(library)).map((node) => [node.place.code, node]));
});

function emptyNode(library: Library, place: Place): PlaceNode {
  return {
    place,
    cases: casesOf(library, place.code).length,
    casesWithin: 0,
    mentions: mentionsOf(library, place.code).length,
    children: [],
  };
}

function countWithin(node: PlaceNode): number {
  node.casesWithin = node.cases + node.children.reduce((sum, child) => sum + countWithin(child), 0);
  return node.casesWithin;
}

const casesByPlace = perLibrary((library) => Map.groupBy(casesInOrder(library), (entry) => entry.place?.code ?? ''));

/** Cases that report on the place itself, in list order. */
export function casesOf(library: Library, code: string): Case[] {
  return casesByPlace(library).get(code) ?? [];
}

/** What a place and the places below it do of one practice. */
export interface PlacePractice {
  practice: Practice;
  spots: PlacedSpot[];
}

const practicesByPlace = perLibrary((library) => {
  const found = new Map<string, PlacePractice[]>();
  for (const practice of library.practices) {
    for (const spot of placedSpots(library, practice.id)) {
      for (const code of codesAround(spot.place.code)) {
        const last = found.get(code)?.at(-1);
        if (last?.practice === practice) last.spots.push(spot);
        else append(found, code, { practice, spots: [spot] });
      }
    }
  }
  return found;
});

/** Practices that were seen in a place or below it, in the taxonomy's order; the place itself first, then by code. */
export function practicesOfPlace(library: Library, code: string): PlacePractice[] {
  return practicesByPlace(library).get(code) ?? [];
}

import type { Block, Case, Place } from '../article/schema.ts';
import { append } from './collect.ts';
import { type Library, perCase, perLibrary, perPractice } from './library.ts';
import { caseRank, casesInOrder, compareText } from './order.ts';
import { type GroupPart, paginateGroups } from './pagination.ts';
import { placesOfWords } from './places-of-passage.ts';

/** One passage that shows a practice. */
export interface Evidence {
  entry: Case;
  block: Block;
  /** The words that decided, as they stand in the passage. */
  words: string[];
}

/** Where a practice was seen: a place, or a case that names none. */
export interface Spot {
  /** Anchor on the practice's page: `350425`, or `case-<id>`. */
  anchor: string;
  place?: Place;
  /** Only where there is no place. */
  entry?: Case;
}

/** What one spot shows of one practice, cases in list order, passages in reading order. */
export interface SpotEvidence {
  spot: Spot;
  evidence: Evidence[];
}

/** Blocks of each case by id. */
export const blocksOf = perCase((entry) => new Map(entry.blocks.map((block) => [block.id, block])));

/** The passages of a case that show each of its practices, in reading order; practices that none shows are left out. */
const evidenceIn = perCase((entry): { practice: string; evidence: Evidence[] }[] => {
  const position = new Map(entry.blocks.map((block, index) => [block.id, index]));
  return entry.practices.flatMap((practice) => {
    const passages = practice.passages.flatMap(({ block: id, words }) => {
      const at = position.get(id);
      const block = at === undefined ? undefined : entry.blocks[at];
      return at === undefined || !block ? [] : [{ at, item: { entry, block, words } }];
    });
    passages.sort((a, b) => a.at - b.at);
    return passages.length > 0 ? [{ practice: practice.id, evidence: passages.map(({ item }) => item) }] : [];
  });
});

/** The practices of a case that a passage of it shows. */
export function shownPractices(entry: Case): Case['practices'] {
  return entry.practices.filter(({ passages }) => passages.some(({ block }) => blocksOf(entry).has(block)));
}

/** All passages that show each practice, by practice id; each passage once. */
const evidenceByPractice = perLibrary((library) => {
  const found = new Map<string, Evidence[]>();
  for (const entry of casesInOrder(library)) {
    for (const { practice, evidence } of evidenceIn(entry)) for (const item of evidence) append(found, practice, item);
  }
  return found;
});

/** All passages that show a practice, cases in list order. */
export function evidenceOf(library: Library, practice: string): Evidence[] {
  return evidenceByPractice(library).get(practice) ?? [];
}

/** The spots of a case's words: its places, or the case itself where none is known. */
export function spotsOfWords(library: Library, entry: Case, block: Block, words: readonly string[]): Spot[] {
  const places = placesOfWords(entry, block, words, library.gazetteer);
  return places.length > 0 ? places.map((place) => ({ anchor: place.code, place })) : [{ anchor: `case-${entry.id}`, entry }];
}

/** A practice place by place, in order of codes; then the cases that name no place, in list order. */
export const spotsOf = perPractice((library, practice) => groupBySpot(library, evidenceOf(library, practice)));

function groupBySpot(library: Library, evidence: readonly Evidence[]): SpotEvidence[] {
  const spots = new Map<string, SpotEvidence>();
  for (const item of evidence) {
    for (const spot of spotsOfWords(library, item.entry, item.block, item.words)) {
      const known = spots.get(spot.anchor);
      if (known) known.evidence.push(item);
      else spots.set(spot.anchor, { spot, evidence: [item] });
    }
  }
  const rank = caseRank(library);
  const caseOrder = (spot: Spot) => (spot.entry ? (rank.get(spot.entry.id) ?? 0) : -1);
  return [...spots.values()].sort((a, b) => caseOrder(a.spot) - caseOrder(b.spot) || compareText(a.spot.anchor, b.spot.anchor));
}

/** A spot that is a place. */
export type PlacedSpot = SpotEvidence & { place: Place };

/** Spots that are places. */
export const placedSpots = perPractice((library, practice): PlacedSpot[] =>
  spotsOf(library, practice).flatMap(({ spot, evidence }) => (spot.place ? [{ spot, evidence, place: spot.place }] : [])),
);

/** Characters of the passages on one page. */
const textOnPage = 20_000;

/** The pages of a practice's evidence. */
export const evidencePages = perPractice((library, practice): GroupPart<Spot, Evidence>[][] =>
  paginateGroups(
    spotsOf(library, practice).map(({ spot, evidence }) => ({ group: spot, items: evidence })),
    { weight: ({ block }) => block.text.length, room: textOnPage, key: ({ entry, block }) => `${entry.id}#${block.id}` },
  ),
);

/** Page, from 1, of each anchor. */
export const spotPages = perPractice((library, practice) => {
  const pages = evidencePages(library, practice);
  return new Map(
    pages.flatMap((parts, at) => parts.flatMap(({ group, continued }) => (continued ? [] : [[group.anchor, at + 1] as const]))),
  );
});

/** Number, from 1, of the page on which a spot's anchor stands. */
export function pageOfSpot(library: Library, practice: string, anchor: string): number {
  return spotPages(library, practice).get(anchor) ?? 1;
}

/** The words by which a block shows a practice; none where it does not show it. */
export function decidingWords(entry: Case, block: Block, practice: string): string[] {
  return entry.practices.find(({ id }) => id === practice)?.passages.find((passage) => passage.block === block.id)?.words ?? [];
}

/** What an article teaches: practices, figures, methods, problems and places, each at its passage. */
import type { DraftBlock, Tagging } from './article.ts';
import type { Problem } from './catalogue.ts';
import { type Claims, correctClaims, correctTags, staleChanges } from './correct.ts';
import type { Correction } from './correction.ts';
import { findFigures } from './figures/figures.ts';
import type { Slogans, Watchword } from './knowledge.ts';
import { findMethods } from './methods/methods.ts';
import { findProblems } from './methods/problems.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import { findPlaces, type PlaceDoubt } from './places/places.ts';
import { type CompiledPractices, tagPassages } from './practices/practices.ts';
import type { Case, Place } from './schema.ts';

/** What the reader of an article knows beforehand. */
export interface Knowledge {
  practices: CompiledPractices;
  /** Ids of all practices, in the taxonomy's order. */
  practiceIds: readonly string[];
  gazetteer: Gazetteer;
  slogans: Slogans;
  watchwords: readonly Watchword[];
  /** What may be published of a case whose correction does not say. */
  publish: Case['rights']['publish'];
}

export interface Annotated extends Tagging {
  place?: Place | undefined;
  /** Codes of the places that each block speaks of, in order of mention. */
  placesOf: ReadonlyMap<string, string[]>;
  claims: Claims;
  placeDoubts: PlaceDoubt[];
  errors: Problem[];
  /** Flags: corrections that no longer meet anything. */
  staleChanges: Problem[];
}

export interface Unannotated {
  title: string;
  byline?: string | undefined;
  year?: string | undefined;
  blocks: readonly DraftBlock[];
}

export function annotate(article: Unannotated, knowledge: Knowledge, correction: Correction): Annotated {
  const { blocks } = article;
  const found = findPlaces(article, knowledge.gazetteer);
  const place = correction.place === undefined ? found.place : knowledge.gazetteer.byCode(correction.place);
  const tagged = tagPassages(blocks, knowledge.practices);
  const { tags, errors } = correctTags(tagged.tags, blocks, correction, knowledge.practiceIds);
  const figures = findFigures(blocks, { place, mentions: found.mentions, tags, year: article.year });
  const methods = findMethods(blocks, knowledge.slogans);
  const problems = findProblems(blocks, tags);
  const read = { figures, methods, problems };
  const corrected = correctClaims(read, blocks, correction, knowledge.practiceIds);
  const placesOf = new Map([...found.mentions].map(([id, mentions]) => [id, [...new Set(mentions.map((mention) => mention.place.code))]]));
  const nearMisses = tagged.nearMisses.filter((miss) => !tags.some((tag) => tag.block === miss.block && tag.practice === miss.practice));
  return {
    place,
    tags,
    nearMisses,
    placesOf,
    claims: corrected.claims,
    placeDoubts: found.doubts,
    errors: [...errors, ...corrected.errors],
    staleChanges: staleChanges(tagged.tags, read, correction),
  };
}

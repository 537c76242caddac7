/** What an article teaches: practices, figures, methods, problems and places, each at its passage. */
import type { DraftBlock, Tagging } from './article.ts';
import type { Problem } from './catalogue.ts';
import { type Claims, correctClaims, correctTags, staleChanges } from './correct.ts';
import type { Correction } from './correction.ts';
import { type BareFigure, readFigures, withPractices } from './figures/figures.ts';
import type { Slogans, Watchword } from './knowledge.ts';
import { findMethods } from './methods/methods.ts';
import { answered, type ProblemPlace, readProblems } from './methods/problems.ts';
import type { Gazetteer } from './places/gazetteer.ts';
import { findPlaces, type PlaceDoubt } from './places/places.ts';
import type { CompiledPractices, Tagged } from './practices/practices.ts';
import type { Case, Method, Place } from './schema.ts';

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

/** What the article says whatever the taxonomy is. Plain data. */
export interface Findings {
  /** Codes of the places that each block speaks of, in order of mention, by the block's id. */
  places: [block: string, codes: string[]][];
  figures: BareFigure[];
  methods: Method[];
  problems: ProblemPlace[];
}

export interface Annotated extends Tagging {
  claims: Claims;
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

/** Everything that the practices have no part in, with the place of the whole and what is doubtful about places. */
export function findClaims(
  article: Unannotated,
  knowledge: Omit<Knowledge, 'practices' | 'practiceIds'>,
  correction: Correction,
): { place?: Place | undefined; placeDoubts: PlaceDoubt[]; findings: Findings } {
  const { blocks, year } = article;
  const found = findPlaces(article, knowledge.gazetteer);
  const place = correction.place === undefined ? found.place : knowledge.gazetteer.byCode(correction.place);
  return {
    place,
    placeDoubts: found.doubts,
    findings: {
      places: [...found.mentions].map(([id, mentions]) => [id, [...new Set(mentions.map((mention) => mention.place.code))]]),
      figures: readFigures(blocks, { place, mentions: found.mentions, year }),
      methods: findMethods(blocks, knowledge.slogans),
      problems: readProblems(blocks),
    },
  };
}

/** Lays tags and the editor's corrections over what was found. `blocks` are those with text, `practices` the ids that exist. */
export function annotate(
  blocks: readonly DraftBlock[],
  findings: Findings,
  tagged: Tagged,
  practices: readonly string[],
  correction: Correction,
): Annotated {
  const { tags, errors } = correctTags(tagged.tags, blocks, correction, practices);
  const read: Claims = {
    figures: withPractices(findings.figures, tags),
    methods: findings.methods,
    problems: answered(findings.problems, blocks, tags),
  };
  const corrected = correctClaims(read, blocks, correction, practices);
  return {
    tags,
    nearMisses: tagged.nearMisses.filter((miss) => !tags.some((tag) => tag.block === miss.block && tag.practice === miss.practice)),
    claims: corrected.claims,
    errors: [...errors, ...corrected.errors],
    staleChanges: staleChanges(tagged.tags, read, correction),
  };
}

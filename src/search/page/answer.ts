import type { Suggestion } from '../catalogue.ts';
import type { Range } from '../tokens.ts';
import type { SearchRequest } from './request.ts';

/** What the engine answers: plain data, so that it crosses from the worker to the page. */
export interface SearchAnswer {
  /** Number of cases found. */
  total: number;
  /** Pages of the list; 1 with `all`. */
  pages: number;
  hits: Hit[];
  filters: FilterChoices;
  /** The practice whose name or alias the query is. */
  practice?: PracticeCard;
  /** Only where nothing is found. */
  help?: NothingHelp;
}

export interface Hit {
  id: string;
  url: string;
  title: MarkedText;
  place: string;
  date: string;
  /** See `CaseEntry.notBefore`. */
  notBefore: string;
  /** Names, primary ones first. */
  practices: string[];
  passages: HitPassage[];
  /** Passages that hold the words and are not shown. */
  more: number;
  /** The passages are there; else they are to be asked for. */
  isWhole: boolean;
}

export interface HitPassage {
  anchor: string;
  /** 0 where it is no paragraph. */
  n: number;
  section: string;
  text: MarkedText;
}

/** `cut`: the text goes on before or after it. */
export interface MarkedText {
  text: string;
  marks: Range[];
  cutBefore: boolean;
  cutAfter: boolean;
}

export interface Choice {
  value: string;
  label: string;
  count: number;
  /** Places: how deep below a province. */
  depth: number;
}

export interface FilterChoices {
  /** Groups with their practices; a group's value is its id. */
  groups: (Choice & { practices: Choice[] })[];
  places: Choice[];
  years: Choice[];
}

export interface PracticeCard {
  id: string;
  name: string;
  /** The alias that was typed; empty where it was the name. */
  alias: string;
  cases: number;
  places: number;
  /** Places among them whose cases nowhere use the word that was typed. */
  silentPlaces: number;
}

export interface NothingHelp {
  /** Cases that hold each term by itself, filters aside. */
  terms: { text: string; count: number; without: SearchRequest; withoutCount: number }[];
  /** Cases found when no filter is asked for. */
  unfiltered: number;
  /** Words like the query that do find something. */
  near: { text: string; count: number }[];
  practices: { id: string; name: string }[];
}

export type { Suggestion };

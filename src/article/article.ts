/** An article on its way through the pipeline: what each stage hands to the next. Plain data, no Astro. */
import type { Problem } from './catalogue.ts';
import type { Block, CaseSource, Place } from './schema.ts';

/** Half-open range of UTF-16 offsets in the decoded text. */
export type Span = [start: number, end: number];

/** Text with the places it came from; a paragraph joined over a page break has several spans. */
export interface Piece {
  text: string;
  spans: Span[];
}

/** A line that is not the article's own, with the name of the rule that took it off. */
export interface RemovedLine {
  text: string;
  reason: string;
  span: Span;
}

/** A block as structure gives it: everything but what annotation adds. */
export interface DraftBlock extends Omit<Block, 'practices' | 'places'> {
  spans: Span[];
}

/** The article's head: its own words about where and when it appeared. */
export interface Byline extends CaseSource {
  /** `2020-07-27` */
  date?: string;
  /** `07:27` */
  time?: string;
}

/** A name of a place in a text: `罗田县` or `大田`, resolved to a code. Offsets are in the block's text. */
export interface PlaceMention {
  place: Place;
  start: number;
  end: number;
}

/** What decided on the practices of an article. For editors: nothing of it is published. */
export interface Tagging {
  /** Tags as the editor has them. */
  tags: PassageTag[];
  /** Passages that fall short of a practice by half its score or less. */
  nearMisses: PassageTag[];
}

/** One practice shown by one block, and the words that decided, in reading order, as they stand there. */
export interface PassageTag {
  block: string;
  practice: string;
  words: string[];
  /** Sum of the weights of the signals that fired; 1 or more for a tag, less for a near miss. */
  score: number;
}

/** What one line says of the article's origin. */
export interface Credits extends Partial<Omit<CaseSource, 'byline' | 'photographers'>> {
  photographers?: string[];
  date?: string;
  time?: string;
  precision?: 'day' | 'month';
}

/** The blocks after an editor's changes of structure and words. */
export interface CorrectedBlocks {
  blocks: DraftBlock[];
  /** Where the editor changed words. */
  notes: { block: string; reason: string }[];
  /** Blocks that the editor took off the page, with the reason. */
  removed: { block: DraftBlock; reason: string }[];
  errors: Problem[];
}

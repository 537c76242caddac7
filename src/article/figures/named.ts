/** A number of a passage with what it counts, and the words that the rules for its subject look at. */
import type { Span } from '../article.ts';
import type { NameBefore } from './name-before.ts';
import type { Quantity } from './quantities.ts';

/** A number that counts something. */
export interface Named {
  quantity: Quantity;
  subject: string;
  /** Growth, rise or fall is said of it: `同比增长`; else empty. */
  growth: string;
  clause: Span;
  /** From where its own words begin to where they end; never over the next number. */
  own: Span;
  /** The subject stands with the number before. */
  inherited: boolean;
}

/** The passage in which subjects are sought. */
export interface Passage {
  text: string;
  /** Names of places and villages that may lead a subject. */
  owners: readonly string[];
  /** Numbers that may count, in reading order. */
  all: readonly Quantity[];
  thresholds: readonly Quantity[];
  /** 分别 stands in it: numbers in a row may belong to names in a row. */
  hasRows: boolean;
}

/** What stands around one number. */
export interface Words {
  quantity: Quantity;
  before: NameBefore;
  /** The name behind it, or empty. */
  behind: string;
  /** From the number to the next one or the clause's end. */
  rest: string;
  /** From the clause's start or the number before. */
  lead: string;
  /** The figure before it in its sentence. */
  near: Named | undefined;
}

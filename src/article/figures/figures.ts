/** Numbers of an article as typed figures: value, unit, subject, whose, when, and whether done. */
import type { DraftBlock, PassageTag, PlaceMention, Span } from '../article.ts';
import type { Figure, Place } from '../schema.ts';
import { sentenceAt } from './clauses.ts';
import { perOf } from './denominators.ts';
import type { Named } from './named.ts';
import { nameFigures } from './naming.ts';
import { findOtherNumbers } from './other-numbers.ts';
import { findOwners } from './owners.ts';
import { periodAt, periodOfChange } from './periods.ts';
import { type Quantity, readQuantities, settleQuantities } from './quantities.ts';
import { quoteOf } from './quote.ts';
import { findRanks } from './ranks.ts';
import { statusOf } from './status.ts';
import { findCellFigures } from './table-figures.ts';

export interface FigureContext {
  /** The case's place. */
  place?: Place | undefined;
  /** Block id to the places spoken of, offsets in the block's text. */
  mentions: ReadonlyMap<string, readonly PlaceMention[]>;
  /** Year of publication, if known: what 去年 counts from. */
  year?: string | undefined;
}

/** A figure before anything is known of the practices of its passage. */
export type BareFigure = Omit<Figure, 'practices'>;

const passages = new Set<DraftBlock['kind']>(['paragraph', 'list', 'table']);

/** The figures of an article's passages, in reading order, each with the practices that the passage shows. */
export function findFigures(blocks: readonly DraftBlock[], context: FigureContext & { tags: readonly PassageTag[] }): Figure[] {
  return withPractices(readFigures(blocks, context), context.tags);
}

export function readFigures(blocks: readonly DraftBlock[], context: FigureContext): BareFigure[] {
  return blocks
    .filter(({ kind }) => passages.has(kind))
    .flatMap((block) => (block.rows ? readTable(block, block.rows, context) : readText(block, context)));
}

/** What a figure has of its block; it stands first. */
function numbered(block: string, index: number): Pick<BareFigure, 'id' | 'passage'> {
  return { id: `${block}-${index + 1}`, passage: block };
}

export function withPractices(figures: readonly BareFigure[], tags: readonly PassageTag[]): Figure[] {
  const byBlock = Map.groupBy(tags, ({ block }) => block);
  return figures.map((figure) => ({
    ...figure,
    practices: [...new Set((byBlock.get(figure.passage) ?? []).map(({ practice }) => practice))],
  }));
}

function readText({ id, text }: DraftBlock, { mentions, place, year }: FigureContext): BareFigure[] {
  const numbers = numbersOf(text);
  if (numbers.length === 0) return [];
  const owners = findOwners(text, mentions.get(id) ?? [], place);
  const named = nameFigures(text, numbers, owners.names);
  return named.map((one, index) => ({
    ...numbered(id, index),
    quote: quoteOf(text, named, index),
    subject: one.subject,
    value: one.quantity.value,
    valueTo: one.quantity.valueTo,
    unit: one.quantity.unit,
    bound: boundOf(text.slice(one.clause[0], one.quantity.start), one.quantity.bound),
    kind: kindOf(one),
    ...frameOf(text, one, year),
    ...owners.at(one.quantity.measure === 'rank' ? one.clause[0] : one.quantity.start),
  }));
}

function readTable({ id, text }: DraftBlock, rows: readonly (readonly string[])[], { place }: FigureContext): BareFigure[] {
  return findCellFigures(rows)
    .filter(({ quote }) => text.includes(quote))
    .map(({ quote, subject, quantity }, index) => ({
      ...numbered(id, index),
      quote,
      subject,
      value: quantity.value,
      valueTo: quantity.valueTo,
      unit: quantity.unit,
      bound: quantity.bound,
      kind: kindOf({ quantity, growth: '' }),
      place: place?.code,
      status: 'done',
    }));
}

function numbersOf(text: string): Quantity[] {
  const ranks = findRanks(text);
  const read = readQuantities(text);
  if (ranks.length === 0 && read.length === 0) return [];
  const skip = [...findOtherNumbers(text), ...ranks.map(({ start, end }): Span => [start, end])];
  return [...settleQuantities(text, read, skip), ...ranks].sort((a, b) => a.start - b.start);
}

/** Per what, when, and how certain. */
function frameOf(text: string, { quantity, subject, clause }: Named, year: string | undefined): Pick<Figure, 'per' | 'period' | 'status'> {
  const sentence = sentenceAt(text, quantity.start);
  const words = text.slice(...sentence);
  const own: Span = [clause[0] - sentence[0], clause[1] - sentence[0]];
  const at = quantity.start - sentence[0];
  return {
    per: proportional.has(quantity.measure) ? undefined : perOf(text.slice(clause[0], quantity.end), subject, quantity.per),
    period: periodOfChange(text.slice(quantity.start, quantity.end), year) ?? periodAt(words, own[0], at, year),
    status: statusOf(words, own, at, subject, year),
  };
}

const proportional = new Set<Quantity['measure']>(['share', 'points', 'times', 'rank']);

/** 至少召开1次 bounds the number over its verb. */
function boundOf(lead: string, bound: Figure['bound']): Figure['bound'] {
  if (bound !== 'exact') return bound;
  if (/(?:至少|不少于)[\p{Script=Han}]{1,8}$/u.test(lead)) return 'atLeast';
  return /最高(?:可)?达?到?$|(?:至多|最多|不超过)(?!的)[\p{Script=Han}]{1,4}$/u.test(lead) ? 'atMost' : bound;
}

function kindOf({ quantity, growth }: Pick<Named, 'quantity' | 'growth'>): Figure['kind'] {
  if (quantity.span === 'change' || quantity.measure === 'points') return 'change';
  const grown = growth !== '' && (!/(?:到|至|达到?|为)$/u.test(growth) || /增幅|增速|降幅/u.test(growth));
  switch (quantity.measure) {
    case 'rank':
      return 'rank';
    case 'times':
      return 'growth';
    case 'share':
      return grown ? 'growth' : 'share';
    case 'money':
    case 'extent':
    case 'span':
    case 'score':
    case 'years':
      return grown ? 'change' : 'amount';
    default:
      return grown ? 'change' : 'count';
  }
}

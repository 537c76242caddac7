/** Nouns that end a name, and names with their quotations and brackets veiled. */
import { Characters } from '../text/characters.ts';
import { measureNames, moneyHeads, peopleHeads, territoryHeads, thingHeads } from './subject-words.ts';

/** Whether a name ends in one of the words of an alternation. */
interface WordEnd {
  test: (name: string) => boolean;
}

function endsWith(alternation: string): WordEnd {
  const byLastSign = Map.groupBy(new Set(alternation.split('|')), (word) => word.charCodeAt(word.length - 1));
  return { test: (name) => byLastSign.get(name.charCodeAt(name.length - 1))?.some((word) => name.endsWith(word)) ?? false };
}

export const heads = {
  people: endsWith(peopleHeads),
  things: endsWith(`${thingHeads}|${territoryHeads}|${peopleHeads}`),
  /** Things without people: where a longer name is cut, 居民楼 is not 居民. */
  bare: endsWith(`${thingHeads}|${territoryHeads}`),
  money: endsWith(moneyHeads),
  territory: endsWith(territoryHeads),
};
export type HeadKind = keyof typeof heads;

const measureEnd = new RegExp(`(?:${measureNames})(?:同比|均|已|就|共|累计|分别)*(?:达到?|为|增长|提高|提升|突破|超过|占)?$`, 'u');

/** Ends in a name of its own: `“党员示范岗”`. */
export const quotedEnd = /[”’》]$/u;

const openings = new Characters('[“《（(]');

/** Words of a quotation or bracket replaced by □, so that no rule looks inside. Offsets stay. */
export function veil(text: string): string {
  if (!openings.isIn(text)) return text;
  return text.replace(
    /“[^”]*”|《[^》]*》|（[^）]*）|\([^)]*\)/gu,
    (part) => part.charAt(0) + '□'.repeat(Math.max(part.length - 2, 0)) + part.slice(-1),
  );
}

/** The members of an enumeration, each with its mark; marks in brackets and quotations divide nothing. */
export function splitList(text: string): string[] {
  if (!text.includes('、')) return [text];
  const marks = [...veil(text).matchAll(/、/gu)].map((match) => match.index + 1);
  return [0, ...marks].map((start, i) => text.slice(start, marks[i] ?? text.length));
}

/** The name up to a length, and a bracket that follows: `社区（村）`. */
export const closeBracket = (name: string, length: number): string => {
  const bracket = /^(?:（[^）]*）|\([^)]*\))/u.exec(name.slice(length));
  return name.slice(0, length + (bracket?.[0].length ?? 0));
};

/** The shortest beginning of a name that a head ends: `行政村` of 行政村阵地. */
export function shortestHead(name: string, head: WordEnd): string {
  const veiled = veil(name);
  for (let length = 1; length <= veiled.length; length++) {
    if (
      head.test(veiled.slice(0, length)) &&
      !/^[级域内外民委长]/u.test(veiled.slice(length)) &&
      (length === veiled.length || !head.test(veiled.slice(0, length + 1)))
    )
      return closeBracket(name, length);
  }
  return '';
}

/** Names such as 满意度 belong to the number behind them. */
export const namesMeasure = (text: string): boolean => measureEnd.test(text);

import { meetsNeeds, type Need, needsWith, rarestOf, wordsOfNeeds } from '../text/needs.ts';
import type { WordTable } from '../text/word-table.ts';

/** An expression and what must stand in a text that it matches. */
export interface GuardedPattern {
  regex: RegExp;
  needs: readonly Need[];
}

/** An expression with the numbers of the words that it needs. */
interface Entry<Item> {
  item: Item;
  needs: readonly Need<number>[];
}

/**
 * Many patterns, of which a look at the words of a text tells the few that are worth a try on it. One text after the other. A pattern is
 * thought of when one of its rarest words is met; only then it is asked whether the text has the others.
 */
export class PatternTable<Item extends GuardedPattern> {
  private readonly entries: readonly Entry<Item>[];
  /** Patterns that promise no word. */
  private readonly always: readonly Item[];
  /** By a word's number: the patterns that it calls to mind. */
  private readonly calls: (number[] | undefined)[];
  /** By a word's number and by a pattern's: the text in which it was met last. */
  private readonly wordMet: Uint32Array;
  private readonly patternMet: Uint32Array;
  private text = 0;
  private called: Entry<Item>[] = [];

  /** `words` has those that `wordsOfPattern` gives. */
  constructor(items: readonly Item[], words: WordTable) {
    const cost = costIn(items);
    const rarest = items.map(({ needs }) => rarestOf(needs, cost));
    this.always = items.filter((_, at) => !rarest[at]);
    this.entries = items.map((item) => ({ item, needs: needsWith(item.needs, (word) => words.numberOf(word)) }));
    const calls = Map.groupBy(
      rarest.flatMap((list, pattern) => [...new Set(list)].map((word) => ({ pattern, word: words.numberOf(word) }))),
      ({ word }) => word,
    );
    this.calls = Array.from({ length: words.size }, (_, word) => calls.get(word)?.map(({ pattern }) => pattern));
    this.wordMet = new Uint32Array(words.size);
    this.patternMet = new Uint32Array(this.entries.length);
  }

  /** Forgets the words of the text before. */
  begin(): void {
    this.text++;
    this.called = [];
  }

  /** Takes note of a word of the text. */
  meet(word: number): void {
    if (this.wordMet[word] === this.text) return;
    this.wordMet[word] = this.text;
    const called = this.calls[word];
    if (called) for (const pattern of called) this.callToMind(pattern);
  }

  /** The patterns that may match the text whose words were met. */
  worthTrying(): Item[] {
    const holds = (word: number) => this.wordMet[word] === this.text;
    return [...this.always, ...this.called.filter(({ needs }) => meetsNeeds(needs, holds)).map(({ item }) => item)];
  }

  private callToMind(pattern: number): void {
    if (this.patternMet[pattern] === this.text) return;
    this.patternMet[pattern] = this.text;
    const entry = this.entries[pattern];
    if (entry) this.called.push(entry);
  }
}

/** All words by which a pattern is told. */
export function wordsOfPattern({ needs }: GuardedPattern): string[] {
  return wordsOfNeeds(needs);
}

/** A single character stands in many texts. */
const costOfSingle = 10;

/** How often the words of a list will be met: what many patterns speak of, many texts speak of. */
function costIn(items: readonly GuardedPattern[]): (words: readonly string[]) => number {
  const named = new Map<string, number>();
  for (const item of items) for (const word of new Set(wordsOfPattern(item))) named.set(word, (named.get(word) ?? 0) + 1);
  const costOf = (word: string) => (named.get(word) ?? 0) * (word.length === 1 ? costOfSingle : 1);
  return (words) => words.reduce((sum, word) => sum + costOf(word), 0);
}

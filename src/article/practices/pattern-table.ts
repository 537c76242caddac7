import { meetsNeeds, type Need, needsWith, triggersOf, wordsOfNeeds } from '../text/needs.ts';
import type { WordTable } from '../text/word-table.ts';

/** An expression and what must stand in a text that it matches. */
export interface GuardedPattern {
  regex: RegExp;
  needs: readonly Need[];
}

/** Lists that a text must have a word each of, and the expression to try on it then. */
interface Entry<Item> {
  item: Item;
  /** One bit for each list. */
  lists: number;
  /** What the lists do not say, with the numbers of words. */
  needs: readonly Need<number>[];
}

/** A word that stands in one list of a pattern or several. */
interface Ask {
  pattern: number;
  lists: number;
}

/** Longer rows of lists would hardly spare a try, and each takes a bit. */
const mostLists = 8;

/** Many patterns, of which a look at the words of a text tells the few that are worth a try on it. One text after the other. */
export class PatternTable<Item extends GuardedPattern> {
  private readonly entries: readonly Entry<Item>[];
  /** Patterns that promise no word. */
  private readonly always: readonly Item[];
  /** By a word's number. */
  private readonly asks: (Ask[] | undefined)[];
  /** By a word's number and by a pattern's: the text in which it was met last. */
  private readonly wordMet: Uint32Array;
  private readonly patternMet: Uint32Array;
  /** By a pattern's number: of which lists a word was met in that text. */
  private readonly listsMet: Uint8Array;
  private text = 0;
  private found: Entry<Item>[] = [];

  /** `words` has those that `wordsOfPattern` gives. */
  constructor(items: readonly Item[], words: WordTable) {
    const rows = items.map((item) => ({ item, lists: listsOf(item) }));
    const withLists = rows.filter(({ lists }) => lists.length > 0);
    this.always = rows.filter(({ lists }) => lists.length === 0).map(({ item }) => item);
    this.entries = withLists.map(({ item, lists }) => ({
      item,
      lists: 2 ** lists.length - 1,
      needs: needsWith(
        item.needs.filter((need) => !('words' in need)),
        (word) => words.numberOf(word),
      ),
    }));
    this.asks = Array.from({ length: words.size }, () => undefined);
    for (const [pattern, { lists }] of withLists.entries())
      for (const [word, bits] of bitsOf(lists)) {
        const number = words.numberOf(word);
        this.asks[number] = [...(this.asks[number] ?? []), { pattern, lists: bits }];
      }
    this.wordMet = new Uint32Array(words.size);
    this.patternMet = new Uint32Array(withLists.length);
    this.listsMet = new Uint8Array(withLists.length);
  }

  /** Forgets the words of the text before. */
  begin(): void {
    this.text++;
    this.found = [];
  }

  /** Takes note of a word of the text. */
  meet(word: number): void {
    if (this.wordMet[word] === this.text) return;
    this.wordMet[word] = this.text;
    const asks = this.asks[word];
    if (!asks) return;
    for (const { pattern, lists } of asks) {
      const before = this.patternMet[pattern] === this.text ? (this.listsMet[pattern] ?? 0) : 0;
      this.patternMet[pattern] = this.text;
      this.listsMet[pattern] = before | lists;
      const entry = this.entries[pattern];
      if (entry && before !== entry.lists && (before | lists) === entry.lists) this.found.push(entry);
    }
  }

  /** The patterns that may match the text whose words were met. */
  worthTrying(): Item[] {
    const holds = (word: number) => this.wordMet[word] === this.text;
    return [...this.always, ...this.found.filter(({ needs }) => meetsNeeds(needs, holds)).map(({ item }) => item)];
  }
}

/** All words by which a pattern is told. */
export function wordsOfPattern({ regex, needs }: GuardedPattern): string[] {
  return [...wordsOfNeeds(needs), ...(triggersOf(regex.source) ?? [])];
}

/** Lists of words, of which each must have one in the text. */
function listsOf({ regex, needs }: GuardedPattern): string[][] {
  const flat = needs.flatMap((need) => ('words' in need ? [[...need.words]] : []));
  const rarest = flat.length === needs.length ? undefined : triggersOf(regex.source);
  return (rarest ? [rarest, ...flat] : flat).slice(0, mostLists);
}

function bitsOf(lists: readonly (readonly string[])[]): Map<string, number> {
  const bits = new Map<string, number>();
  for (const [at, list] of lists.entries()) for (const word of list) bits.set(word, (bits.get(word) ?? 0) | (1 << at));
  return bits;
}

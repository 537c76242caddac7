/** A vocabulary laid out so that one walk over a text finds every place of each of its words. */

/** Words by their first and second character; those of one character stand under no second one. */
interface WordsOfStart {
  single: boolean;
  longer: Map<number, string[]>;
}

export interface WordPlace {
  word: string;
  start: number;
}

export class WordTable {
  private readonly starts: (WordsOfStart | undefined)[];

  /** Words of one character and more. */
  constructor(words: Iterable<string>) {
    // As long as there are codes: a list with holes is looked up as slowly as a map.
    this.starts = Array.from({ length: 0x10000 }, () => undefined);
    for (const word of new Set(words)) this.add(word);
  }

  /** In reading order, words that overlap among them. */
  placesIn(text: string): WordPlace[] {
    const found: WordPlace[] = [];
    for (let start = 0; start < text.length; start++) {
      const own = this.starts[text.charCodeAt(start)];
      if (!own) continue;
      if (own.single) found.push({ word: text.charAt(start), start });
      for (const word of own.longer.get(text.charCodeAt(start + 1)) ?? none) {
        if (word.length === 2 || text.startsWith(word, start)) found.push({ word, start });
      }
    }
    return found;
  }

  private add(word: string): void {
    const own: WordsOfStart = this.starts[word.charCodeAt(0)] ?? { single: false, longer: new Map() };
    this.starts[word.charCodeAt(0)] = own;
    if (word.length === 1) own.single = true;
    else own.longer.set(word.charCodeAt(1), [...(own.longer.get(word.charCodeAt(1)) ?? []), word]);
  }
}

const none: readonly string[] = [];

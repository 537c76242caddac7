interface NumberedWord {
  word: string;
  number: number;
  /** Code of its third character, by which most words that begin alike are told; not a number for a word of two. */
  third: number;
}

/** A vocabulary laid out so that one walk over a text finds every place of each of its words. */
export class WordTable {
  private readonly numbers = new Map<string, number>();
  /** By the code of a character: one more than the number of the word that is this character alone; 0 for none. */
  private readonly single = new Uint16Array(0x10000);
  /** Longer words by their first two characters. */
  private readonly starts: NumberedWord[][] = [];
  /** A hash table, small enough to stay near the processor: two characters, and one more than where their words stand in `starts`. */
  private readonly pairs: Int32Array;
  private readonly slots: Uint16Array;
  private readonly mask: number;
  private readonly shift: number;

  /** Words of one character and more, fewer than 65,535. */
  constructor(words: Iterable<string>) {
    for (const word of words) if (!this.numbers.has(word)) this.numbers.set(word, this.numbers.size);
    const bits = Math.ceil(Math.log2(2 * this.numbers.size + 2));
    this.shift = 32 - bits;
    this.mask = 2 ** bits - 1;
    this.pairs = new Int32Array(this.mask + 1);
    this.slots = new Uint16Array(this.mask + 1);
    for (const [word, number] of this.numbers) {
      if (word.length === 1) this.single[word.charCodeAt(0)] = number + 1;
      else this.startOf(word).push({ word, number, third: word.charCodeAt(2) });
    }
  }

  /** How many words there are; their numbers begin at 0. */
  get size(): number {
    return this.numbers.size;
  }

  /** -1 for a word that is not in the table. */
  numberOf(word: string): number {
    return this.numbers.get(word) ?? -1;
  }

  /** Tells every place of every word in reading order, words that overlap among them. */
  walk(text: string, meet: (word: number, start: number) => void): void {
    const { single, slots, pairs, starts, mask, shift } = this;
    for (let start = 0, here = text.charCodeAt(0), next = 0; start < text.length; start++, here = next) {
      next = start + 1 < text.length ? text.charCodeAt(start + 1) : 0;
      const alone = single[here];
      if (alone) meet(alone - 1, start);
      const pair = (here << 16) | next;
      let slot = Math.imul(pair, spread) >>> shift;
      while (slots[slot] && pairs[slot] !== pair) slot = (slot + 1) & mask;
      const words = slots[slot];
      if (!words) continue;
      const third = text.charCodeAt(start + 2);
      for (const each of starts[words - 1] ?? [])
        if (each.word.length === 2 || (each.third === third && goesOn(text, start, each.word))) meet(each.number, start);
    }
  }

  /** The words that begin as this one does. */
  private startOf(word: string): NumberedWord[] {
    const slot = this.slotOf(word, 0);
    if (!this.slots[slot]) {
      this.pairs[slot] = pairAt(word, 0);
      this.slots[slot] = this.starts.push([]);
    }
    return this.starts[(this.slots[slot] ?? 0) - 1] ?? [];
  }

  /** The slot of the two characters at an offset, or the empty one where they would stand. */
  private slotOf(text: string, at: number): number {
    const pair = pairAt(text, at);
    let slot = Math.imul(pair, spread) >>> this.shift;
    while (this.slots[slot] && this.pairs[slot] !== pair) slot = (slot + 1) & this.mask;
    return slot;
  }
}

/** An odd number that carries every bit of a pair into the upper ones. */
const spread = 0x9e3779b1;

/** Whether the characters of a word behind its third stand in the text too. */
function goesOn(text: string, start: number, word: string): boolean {
  for (let at = 3; at < word.length; at++) if (text.charCodeAt(start + at) !== word.charCodeAt(at)) return false;
  return true;
}

function pairAt(text: string, at: number): number {
  return (text.charCodeAt(at) << 16) | text.charCodeAt(at + 1);
}

/** Sets of characters looked up in a table: a text is gone through character by character many times faster than by a regular expression. */

const outside = 1;
const inside = 2;
/** Only the neighbours tell what becomes of it. */
const depends = 3;

/** UTF-16 units, each 0 until it is met; characters beyond them are pairs, which only the expression itself can tell. */
const units = 0x10000;

/** The characters that a class of a regular expression (flag u) has: `[\s\p{P}]`. */
export class Characters {
  private readonly table = new Uint8Array(units);
  private readonly one: RegExp;
  private readonly every: RegExp;

  constructor(source: string) {
    this.one = new RegExp(`^${source}$`, 'u');
    this.every = new RegExp(source, 'gu');
  }

  /** Whether the UTF-16 unit at this offset is one of them; false outside the text, and for each half of a pair. */
  at(text: string, offset: number): boolean {
    const code = text.charCodeAt(offset);
    // Beyond either end the code is not a number.
    return code >= 0 && (this.table[code] || this.learn(code)) === inside;
  }

  /** Whether the text has one of them outside of pairs. */
  isIn(text: string): boolean {
    for (let i = 0; i < text.length; i++) if (this.at(text, i)) return true;
    return false;
  }

  /** The text without them. */
  takenFrom(text: string): string {
    let left = '';
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      if (isHalf(text.charCodeAt(i))) return text.replace(this.every, '');
      if (!this.at(text, i)) continue;
      left += text.slice(from, i);
      from = i + 1;
    }
    return from === 0 ? text : left + text.slice(from);
  }

  private learn(code: number): number {
    const kind = this.one.test(String.fromCharCode(code)) && !isHalf(code) ? inside : outside;
    this.table[code] = kind;
    return kind;
  }
}

/** Texts in NFKC without the characters of a class: how wordings are compared. */
export class Wordings {
  private readonly table = new Uint8Array(units);
  private readonly every: RegExp;

  /** `source`: a class of a regular expression (flag u). */
  constructor(source: string) {
    this.every = new RegExp(source, 'gu');
  }

  of(text: string): string {
    let left = '';
    let from = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      const kind = this.table[code] || this.learn(code);
      if (kind === depends) return this.plainly(text);
      if (kind === outside) continue;
      left += text.slice(from, i);
      from = i + 1;
    }
    return from === 0 ? text : left + text.slice(from);
  }

  private plainly(text: string): string {
    return text.normalize('NFKC').replace(this.every, '');
  }

  /** Where nothing in a text combines with its neighbours, each character goes or stays by itself. */
  private learn(code: number): number {
    const character = String.fromCharCode(code);
    const left = this.plainly(character);
    const kind = isHalf(code) || combining.test(character) ? depends : left === '' ? inside : left === character ? outside : depends;
    this.table[code] = kind;
    return kind;
  }
}

/** Marks, and the letters of Hangul that make one syllable. */
const combining = /[\p{M}\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]/u;

function isHalf(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}

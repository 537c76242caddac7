import { meetsNeeds, type Need, needsOf, wordsOfNeeds } from './needs.ts';

/** All matches of an expression (flag g), in order: what `matchAll` gives, without the copy of the expression that each of its calls makes. */
export function matchesIn(text: string, expression: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match; match = expression.exec(text)) {
    found.push(match);
    if (match[0] === '') expression.lastIndex += expression.unicode && (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

/** By the code of a character: the number of the text in which it was seen last. */
const seenIn = new Uint32Array(0x10000);
let seenText = '';
let seenNumber = 0;

/** Whether the word stands in the text. Many words are sought in one text, and most of them have a character that it has not. */
export function holdsWord(text: string, word: string): boolean {
  if (text !== seenText) takeNoteOf(text);
  for (let at = 0; at < word.length; at++) if (seenIn[word.charCodeAt(at)] !== seenNumber) return false;
  return word.length === 1 || text.includes(word);
}

function takeNoteOf(text: string): void {
  seenText = text;
  seenNumber++;
  for (let at = 0; at < text.length; at++) seenIn[text.charCodeAt(at)] = seenNumber;
}

/** More words take as long to look for as the expression runs over a passage. */
const mostWords = 60;

/**
 * An expression (flag g) that is tried only on texts which hold the words that it cannot do without. It pays for one that has to be
 * tried at every character, such as one that begins with any Han character; one that begins with a word finds that as fast by itself.
 */
export class Pattern {
  readonly expression: RegExp;
  private readonly needs: readonly Need[];

  constructor(expression: RegExp) {
    this.expression = expression;
    // Without regard to case a word stands in more than one form.
    const needs = expression.ignoreCase ? [] : needsOf(expression.source);
    this.needs = needs.filter((need) => wordsOfNeeds([need]).length <= mostWords);
  }

  /** All matches, in order. */
  in(text: string): RegExpExecArray[] {
    return this.mayMatch(text) ? matchesIn(text, this.expression) : [];
  }

  /** Whether there is one. */
  isIn(text: string): boolean {
    if (!this.mayMatch(text)) return false;
    this.expression.lastIndex = 0;
    return this.expression.test(text);
  }

  private mayMatch(text: string): boolean {
    return this.needs.length === 0 || meetsNeeds(this.needs, (word) => holdsWord(text, word));
  }
}

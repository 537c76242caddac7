/** Words that stand twice where an article would say them once. */
import type { DraftBlock, Span } from '../article.ts';
import { type Problem, problem } from '../catalogue.ts';
import { Characters } from '../text/characters.ts';
import { isWordAcross } from '../text/paragraphs.ts';
import type { Text } from './text.ts';

/** Set phrases are shorter; a sentence of this length is said once. */
const shortestSentence = 20;

const silent = new Characters('[\\s\\p{P}]');
const sentenceMarks = new Characters('[。！？；]');
const clauseMarks = new Characters('[，。！？；：]');

/** A whole sentence that stands twice, character for character; one flag for each, at its second place. */
export function repeatFlags(blocks: readonly DraftBlock[]): Problem[] {
  const said = new Set<string>();
  const fragments = new Set<string>();
  const flagged = new Set<string>();
  const flags: Problem[] = [];
  for (const { id, kind, text } of blocks) {
    if (kind !== 'paragraph') continue;
    const wording = wordingOf(text);
    for (const [start, end] of sentencesOf(text)) {
      const words = wording.between(start, end);
      if (words.length < shortestSentence) continue;
      if (said.has(words) && !flagged.has(id)) {
        flags.push(problem('repeatedSentence', { words: shorten(text.slice(start, end).trim()) }, { block: id }));
        flagged.add(id);
      }
      said.add(words);
    }
    const again = fragmentSaid(text, wording, fragments);
    if (again && !flagged.has(id)) flags.push(problem('repeatedSentence', { words: shorten(again) }, { block: id }));
  }
  return flags;
}

/** The words of a text alone, without marks and white space. */
interface Wording {
  /** Those between two offsets of the text. */
  between(start: number, end: number): string;
}

function wordingOf(text: string): Wording {
  if (pair.test(text)) return { between: (start, end) => silent.takenFrom(text.slice(start, end)) };
  const words = silent.takenFrom(text);
  const before = new Uint32Array(text.length + 1);
  let told = 0;
  for (let at = 0; at < text.length; ) {
    if (!silent.at(text, at)) told++;
    before[++at] = told;
  }
  return { between: (start, end) => words.slice(before[start], before[Math.min(end, text.length)]) };
}

/** What a pair of units is, its halves do not tell. */
const pair = /[\ud800-\udfff]/;

/** Each with the mark that ends it. */
function sentencesOf(text: string): Span[] {
  const found: Span[] = [];
  for (let start = 0, at = 0; at < text.length; at++) {
    const ends = sentenceMarks.at(text, at);
    if (at > start && (ends || at === text.length - 1)) found.push([start, at + 1]);
    if (ends) start = at + 1;
  }
  return found;
}

/** So long a stretch from the beginning of a clause, its marks apart, is said once too. */
const shortestFragment = 24;
/** Formulas of politics and names of documents are longer. */
const formula = /习近平|社会主义|党中央|[一二三四五六七八九十]+[大届]|《|》/u;

/** Words from the beginning of a clause that stand in an earlier paragraph or further up in this one; remembers those of this one. */
function fragmentSaid(text: string, wording: Wording, fragments: Set<string>): string | undefined {
  const mayBeFormula = formula.test(text);
  let found: string | undefined;
  for (let at = 0; at < text.length; at++) {
    if (clauseMarks.at(text, at) || (at > 0 && !clauseMarks.at(text, at - 1))) continue;
    const end = at + 2 * shortestFragment;
    const words = wording.between(at, end).slice(0, shortestFragment);
    if (words.length < shortestFragment || (mayBeFormula && formula.test(text.slice(at, end)))) continue;
    if (fragments.has(words)) found ??= text.slice(at, end);
    fragments.add(words);
  }
  return found;
}

function shorten(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}……` : text;
}

/** So long a piece of words is no set phrase. */
const shortestPiece = 8;

/** Whether the words before a seam stand elsewhere too, and go on there as they do not here. A word of the dictionary across the seam shows that it is right. */
export function isStray(before: string, after: string, blocks: readonly Text[]): boolean {
  const piece = before.slice(-shortestPiece);
  if (piece.length < shortestPiece || /[\p{P}\s]$/u.test(piece) || isWordAcross(before, after)) return false;
  const rests = blocks.flatMap(({ text }) => restsBehind(text, piece));
  return rests.length > 1 && rests.some((rest) => rest !== '' && !after.startsWith(rest));
}

/** The character behind each place where the piece stands. */
function restsBehind(text: string, piece: string): string[] {
  const rests: string[] = [];
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + 1)) rests.push(text.charAt(at + piece.length));
  return rests;
}

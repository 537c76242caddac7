/** Words that stand twice where an article would say them once. */
import type { DraftBlock } from '../article.ts';
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
    for (const sentence of sentencesOf(text)) {
      const words = silent.takenFrom(sentence);
      if (words.length < shortestSentence) continue;
      if (said.has(words) && !flagged.has(id)) {
        flags.push(problem('repeatedSentence', { words: shorten(sentence.trim()) }, { block: id }));
        flagged.add(id);
      }
      said.add(words);
    }
    const again = fragmentSaid(text, fragments);
    if (again && !flagged.has(id)) flags.push(problem('repeatedSentence', { words: shorten(again) }, { block: id }));
  }
  return flags;
}

/** Each with the mark that ends it. */
function sentencesOf(text: string): string[] {
  const found: string[] = [];
  for (let start = 0, at = 0; at < text.length; at++) {
    const ends = sentenceMarks.at(text, at);
    if (at > start && (ends || at === text.length - 1)) found.push(text.slice(start, at + 1));
    if (ends) start = at + 1;
  }
  return found;
}

/** So long a stretch from the beginning of a clause, its marks apart, is said once too. */
const shortestFragment = 24;
/** Formulas of politics and names of documents are longer. */
const formula = /习近平|社会主义|党中央|[一二三四五六七八九十]+[大届]|《|》/u;

/** Words from the beginning of a clause that stand in an earlier paragraph or further up in this one; remembers those of this one. */
function fragmentSaid(text: string, fragments: Set<string>): string | undefined {
  let found: string | undefined;
  for (let at = 0; at < text.length; at++) {
    if (clauseMarks.at(text, at) || (at > 0 && !clauseMarks.at(text, at - 1))) continue;
    const stretch = text.slice(at, at + 2 * shortestFragment);
    const words = silent.takenFrom(stretch).slice(0, shortestFragment);
    if (words.length < shortestFragment || formula.test(stretch)) continue;
    if (fragments.has(words)) found ??= stretch;
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

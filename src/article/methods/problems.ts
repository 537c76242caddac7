/** Problems that an article says it met, in its own words, each tied to the practice that answers it in the same passage. */
import type { DraftBlock, PassageTag } from '../article.ts';
import type { CaseProblem } from '../schema.ts';
import { findProblemWords, type ProblemWords } from './problem-frames.ts';
import { bareWords } from './quotations.ts';

const told = new Set<DraftBlock['kind']>(['paragraph', 'list', 'table']);

/** Characters within which the words of two practices stand side by side or overlap: the stronger one is meant. */
const sideBySide = 6;

/** Where a passage states a problem, before it is known what answers it. Offsets are in the block's text. */
export interface ProblemPlace extends ProblemWords {
  passage: string;
}

/** Problems in reading order. Tags are those of the whole article. */
export function findProblems(blocks: readonly DraftBlock[], tags: readonly PassageTag[]): CaseProblem[] {
  return answered(readProblems(blocks), blocks, tags);
}

export function readProblems(blocks: readonly DraftBlock[]): ProblemPlace[] {
  return blocks
    .filter((block) => told.has(block.kind))
    .flatMap(({ id, text }) => distinct(findProblemWords(text), text).map((words) => ({ ...words, passage: id })));
}

/** Each problem with the practice that answers it in its passage. */
export function answered(problems: readonly ProblemPlace[], blocks: readonly DraftBlock[], tags: readonly PassageTag[]): CaseProblem[] {
  const texts = new Map(blocks.map(({ id, text }) => [id, text]));
  const byBlock = Map.groupBy(tags, ({ block }) => block);
  return problems.map((words) => {
    const text = texts.get(words.passage) ?? '';
    const practice = answerTo(words, text, byBlock.get(words.passage) ?? []);
    return { text: text.slice(words.start, words.end), practice, passage: words.passage };
  });
}

/** Without those that another of the same passage says too. */
function distinct(all: ProblemWords[], text: string): ProblemWords[] {
  const bare = all.map(({ start, end }) => bareWords(text.slice(start, end)));
  return all.filter((_words, index) => !bare.some((other, at) => at !== index && covers(other, bare[index] ?? '', at < index)));
}

/** Whether one problem says all of another; of two equal ones the earlier does. */
function covers(one: string, other: string, earlier: boolean): boolean {
  return one === other ? earlier : one.includes(other);
}

/**
 * The practice whose deciding words stand nearest to the problem, on the side where its frame puts the answer
 * (针对……问题，实施甲; 实施甲，破解……问题), else on the other side, else the strongest; null without tags.
 */
function answerTo(words: ProblemWords, text: string, tags: readonly PassageTag[]): string | null {
  const sentence = Math.max(...['。', '！', '？'].map((mark) => text.lastIndexOf(mark, words.start))) + 1;
  const before = (tag: PassageTag) => nearest(tag, (word) => distanceBefore(text, word, words.start, sentence));
  const after = (tag: PassageTag) => nearest(tag, (word) => distanceAfter(text, word, words.end));
  for (const distance of words.answer === 'before' ? [before, after] : [after]) {
    const near = tags.map((tag) => ({ tag, distance: distance(tag) })).filter((item) => item.distance < Number.POSITIVE_INFINITY);
    const closest = Math.min(...near.map((item) => item.distance));
    const [best] = strongestFirst(near.filter((item) => item.distance <= closest + sideBySide).map(({ tag }) => tag));
    if (best) return best.practice;
  }
  return strongestFirst(tags)[0]?.practice ?? null;
}

function nearest(tag: PassageTag, distance: (word: string) => number): number {
  return Math.min(Number.POSITIVE_INFINITY, ...tag.words.map(distance));
}

function distanceAfter(text: string, word: string, end: number): number {
  const at = text.indexOf(word, end);
  return at < 0 ? Number.POSITIVE_INFINITY : at - end;
}

function distanceBefore(text: string, word: string, start: number, sentence: number): number {
  const at = text.lastIndexOf(word, start - word.length);
  return at < sentence ? Number.POSITIVE_INFINITY : start - at - word.length;
}

function strongestFirst(tags: readonly PassageTag[]): PassageTag[] {
  return tags.toSorted((a, b) => b.score - a.score || (a.practice < b.practice ? -1 : Number(a.practice > b.practice)));
}

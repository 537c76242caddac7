/** Paragraphs that a page break cut, made whole again. */

import type { Block } from '../schema.ts';
import { Characters } from './characters.ts';
import { type Line, startOf } from './lines.ts';

/** What a line is, before levels and joins. */
export interface MarkedLine {
  kind: Block['kind'];
  lines: Line[];
}

/** Two pieces put together, or left apart. */
export interface JoinDoubt {
  /** Offset of the second piece in the decoded text. */
  at: number;
  /** Words on both sides of the seam. */
  before: string;
  after: string;
  joined: boolean;
  /** The seam shows by itself that one sentence runs over it. */
  certain: boolean;
}

/** `……1.6万户.` as pages in half-width punctuation end their sentences. */
const terminal = /(?:(?<=\p{Script=Han})\.["”]?|[。！？!?…；;：:]|[。！？!?…；][”’）)」』】"]+|——)$/u;

const closers = new Characters('[”’）)」』】"]');

/** Only the end is looked at: the closing marks there, and the two signs before them, of which one may be a pair. */
export function isTerminal(text: string): boolean {
  let end = text.length;
  while (closers.at(text, end - 1)) end--;
  return terminal.test(text.slice(Math.max(0, end - 3)));
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });

/** Whether a word of the dictionary stands across the seam: 科 | 学实施. */
export function isWordAcross(before: string, after: string): boolean {
  const left = before.slice(-6);
  const joined = left + after.slice(0, 6);
  for (const { index, segment } of words.segment(joined)) {
    if (index < left.length && index + segment.length > left.length) return true;
    if (index >= left.length) return false;
  }
  return false;
}

function isOpen(text: string, open: string, close: string): boolean {
  return text.lastIndexOf(open) > text.lastIndexOf(close);
}

/** Words that no sentence ends with. */
const leaning =
  /(?:[和与及或把对为向从被将由使让并而且但其该各每凭以因若即达至约共计超近既又]|一边|一面|做到|不仅|不但|围绕|针对|依托|由于|随着|[^是]{12}的)$/u;

/** The seam shows by itself that one sentence runs over it. */
function isCertainCut(before: string, after: string): boolean {
  return leaning.test(before) || isSeamless(before, after);
}

/** The first piece breaks off in mid-sentence, whatever follows it. */
export function isLeaning(before: string): boolean {
  return leaning.test(before);
}

/** `4600万` | `元。` */
const amountOpen = /\d[余多]?[十百千万亿]+$/u;
/** `覆盖党员` | `1.1万人次。` No paragraph opens with a count and stops behind it. */
const restOfCount =
  /^\d[\d.]*[余多]?[万亿]?[余多]?(?:人次|场次|元|人|名|户|个|家|亩|件|场|次|支|%|个百分点|公里|公顷|平方米)(?=[，。；、）])/u;

/** Single characters that a sentence may end with; any other one alone is half a word: 探 of 探索, 帮 of 帮带. */
const lastAlone =
  /[了的着过吧吗呢啊们等人家村户名个元亩次场里上下中内外前后来去好强高多少大小新快难事活路心力门县乡镇市区省国年月日天岁岸厂店校院馆站所队组员党民一二三四五六七八九十百千万亿]/u;
/** Shortest piece that is a paragraph and no heading. */
const shortestPiece = 30;

/** The last word of a long piece is a single character that ends no sentence. */
export function endsBroken(before: string): boolean {
  if (before.length < shortestPiece || !/\p{Script=Han}$/u.test(before)) return false;
  const last = [...words.segment(before.slice(-12))].at(-1)?.segment ?? '';
  return last.length === 1 && !lastAlone.test(last);
}

/** Both sides of the seam fit: the sentence goes on with just this piece. */
export function isSeamless(before: string, after: string): boolean {
  if (/[，、,]$/u.test(before) || /^[，。、；：）》”！？,]/u.test(after)) return true;
  if (/[\d.]$/u.test(before) && /^[\p{Script=Han}%％\d]/u.test(after)) return true;
  if (amountOpen.test(before) && /^[元亩斤吨人户个名公平米]/u.test(after)) return true;
  if (restOfCount.test(after)) return true;
  if (isOpen(before, '“', '”') || isOpen(before, '（', '）') || isOpen(before, '《', '》')) return true;
  return isWordAcross(before, after);
}

/** A paragraph that opens by itself: 一是…, （二）…, 近年来，…, a run-in heading. */
const ownOpening =
  /^(?:[一二三四五六七八九十]+[是、]|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十]+[，、步]|\d+[、.．](?!\d)|[①-⑩]|近年来|目前|截至|据悉|据了解|同时，|此外|如今|下一步|为此|“[^”]{4,}[。，！？]”|[^，。]{4,12}。)/u;

export interface Joined {
  blocks: MarkedLine[];
  /** Every seam at which a paragraph breaks off. */
  doubts: JoinDoubt[];
}

/**
 * Puts the halves of cut paragraphs together, around a caption that stands between them.
 * A seam that does not show by itself counts as a cut only on a page that has certain ones, else as a forgotten full stop; both are doubts.
 */
export function joinCutParagraphs(marked: readonly MarkedLine[]): Joined {
  const seams = marked.map((block, i) => seamAfter(marked, block, i));
  const pageIsCut = seams.some((seam) => seam?.certain);
  const blocks: MarkedLine[] = marked.map((block) => ({ kind: block.kind, lines: [...block.lines] }));
  const doubts: JoinDoubt[] = [];
  /** What a block was joined to, where it was. */
  const joinedTo = new Map<number, MarkedLine>();
  for (const [i, seam] of seams.entries()) {
    if (!seam) continue;
    const joined = seam.certain || ((pageIsCut || seam.broken) && !ownOpening.test(seam.after.text));
    const target = joinedTo.get(i) ?? blocks[i];
    if (joined && target) {
      for (const line of blocks[seam.next]?.lines ?? []) target.lines.push(line);
      joinedTo.set(seam.next, target);
    }
    const [before, after] = [seam.before.text.slice(-12), seam.after.text.slice(0, 12)];
    doubts.push({ at: startOf(seam.after), before, after, joined, certain: seam.certain });
  }
  return { blocks: blocks.filter((_, i) => !joinedTo.has(i)), doubts };
}

interface Seam {
  before: Line;
  after: Line;
  next: number;
  certain: boolean;
  /** The first piece ends in half a word. */
  broken: boolean;
}

function seamAfter(marked: readonly MarkedLine[], block: MarkedLine, at: number): Seam | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const before = block.lines.at(-1);
  let next = at + 1;
  while (marked[next]?.kind === 'caption') next += 1;
  const after = marked[next]?.lines[0];
  if (!before || !after || marked[next]?.kind !== 'paragraph') return undefined;
  if (isVerse(before.text, after.text)) return { before, after, next, certain: true, broken: false };
  if (isTerminal(before.text)) return undefined;
  if (isItem(before.text) && isItem(after.text)) return undefined;
  return { before, after, next, certain: after.turned === true || isCertainCut(before.text, after.text), broken: endsBroken(before.text) };
}

/** Two lines of one verse: short, of one length, the first ends in mid-sentence. */
function isVerse(before: string, after: string): boolean {
  return before.length <= 20 && Math.abs(before.length - after.length) <= 1 && /[，；]$/u.test(before) && !isItem(after);
}

/** An item of a list, which needs no full stop. */
function isItem(text: string): boolean {
  return /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]|[①-⑩]|附件?[：:]?\s?\d)/u.test(text) && text.length <= 50;
}

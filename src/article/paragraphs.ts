/** Paragraphs that a page break cut, made whole again. */
import type { Line } from './lines.ts';

/** What a line is, before levels and joins. */
export interface MarkedLine {
  kind: 'heading' | 'paragraph' | 'caption';
  lines: Line[];
}

/** Two pieces put together, or left apart, without certainty. */
export interface JoinDoubt {
  /** Offset of the second piece in the decoded text. */
  at: number;
  /** Words on both sides of the seam. */
  before: string;
  after: string;
  joined: boolean;
}

const terminal = /(?:[。！？!?…；;：:]|[。！？!?…][”’）)」』】]+|——|^[^。]{0,12}：)$/u;

export function isTerminal(text: string): boolean {
  return terminal.test(text);
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

/** The seam shows by itself that one sentence runs over it. */
function isCertainCut(before: string, after: string): boolean {
  if (/[，、,]$/u.test(before) || /^[，。、；：）》”！？,]/u.test(after)) return true;
  if (/[\d.]$/u.test(before) && /^[\p{Script=Han}%％\d]/u.test(after)) return true;
  if (isOpen(before, '“', '”') || isOpen(before, '（', '）') || isOpen(before, '《', '》')) return true;
  return isWordAcross(before, after);
}

/** A paragraph that opens by itself: 一是…, （二）…, 近年来，…, a run-in heading. */
const ownOpening =
  /^(?:[一二三四五六七八九十]+[是、]|[（(][一二三四五六七八九十\d]+[）)]|第[一二三四五六七八九十]+[，、步]|\d+[、.．](?!\d)|近年来|目前|截至|据悉|据了解|同时，|此外|如今|下一步|为此|“[^”]{4,}[。，！？]”|[^，。]{4,12}。)/u;

export interface Joined {
  blocks: MarkedLine[];
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
  const gone = new Set<number>();
  for (let i = marked.length - 1; i >= 0; i -= 1) {
    const seam = seams[i];
    if (!seam) continue;
    const joined = seam.certain || (pageIsCut && !ownOpening.test(seam.after.text));
    if (joined) {
      blocks[i]?.lines.push(...(blocks[seam.next]?.lines ?? []));
      gone.add(seam.next);
    }
    if (!seam.certain || !joined)
      doubts.unshift({ at: seam.after.start, before: seam.before.text.slice(-12), after: seam.after.text.slice(0, 12), joined });
  }
  return { blocks: blocks.filter((_, i) => !gone.has(i)), doubts };
}

interface Seam {
  before: Line;
  after: Line;
  next: number;
  certain: boolean;
}

function seamAfter(marked: readonly MarkedLine[], block: MarkedLine, at: number): Seam | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const before = block.lines.at(-1);
  const next = marked.findIndex((other, i) => i > at && other.kind !== 'caption');
  const after = marked[next]?.lines[0];
  if (!before || !after || marked[next]?.kind !== 'paragraph' || isTerminal(before.text)) return undefined;
  return { before, after, next, certain: isCertainCut(before.text, after.text) };
}

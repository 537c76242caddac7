/** Clean lines to an article: title, byline, blocks with their anchors and spans. */
import type { Byline, Credits, DraftBlock, Piece, RemovedLine, Span } from '../article.ts';
import { blockIds } from '../block-ids.ts';
import type { Mark } from '../manuscript.ts';
import { type CreditLine, type NameBasis, readCreditLine, readOffice } from './byline.ts';
import { isMarkedCaption, photographersIn } from './captions.ts';
import { removedLines } from './clean.ts';
import { readDateline, readSignature } from './dateline.ts';
import { headingLevels, isNumberedHeading } from './headings.ts';
import { markLines } from './kinds.ts';
import { cellsOf, type Line, sourceOf } from './lines.ts';
import { isTerminal, type JoinDoubt, joinCutParagraphs, type MarkedLine } from './paragraphs.ts';
import { foldSpace } from './punctuation.ts';
import { readHead, titleText } from './title.ts';

export interface Structured {
  /** Empty text where the source has no title. */
  title: Piece;
  byline: Byline & { precision?: 'day' | 'month' };
  bylineSpans: Span[];
  blocks: DraftBlock[];
  removed: RemovedLine[];
  doubts: JoinDoubt[];
}

/** `statedTitle` is what the page says in a field of its own. */
export function structure(lines: readonly Line[], decoded: string, statedTitle?: string): Structured {
  const head = readHead(lines, statedTitle);
  const credits = new CreditSheet(decoded);
  for (const line of head.credits) credits.add(line);
  credits.closeHead();
  const body = takeCredits(head.body, credits);
  const { blocks, doubts } = joinCutParagraphs(joinHeadingLines(joinRows(markLines(body))));
  return {
    title: { text: foldSpace(titleText(head.title)), spans: head.title.flatMap((line) => line.spans) },
    ...credits.sheet(blocks),
    blocks: draftBlocks(blocks),
    removed: [...head.removed.flatMap(({ line, reason }) => removedLines(decoded, line, reason)), ...credits.removed],
    doubts,
  };
}

/** A label says more of a source's name than its place on the page does. */
const nameStanding: readonly NameBasis[] = ['standing', 'publisher', 'label'];

/** Gathers what the lines say of the article's origin; what is said first stands. */
class CreditSheet {
  readonly removed: RemovedLine[] = [];
  private readonly words: Line[] = [];
  private readonly credits: Credits = {};
  private standing = -1;
  private readonly decoded: string;

  constructor(decoded: string) {
    this.decoded = decoded;
  }

  add(line: Pick<CreditLine, 'credits' | 'words'> & Partial<CreditLine>): void {
    this.words.push(...line.words);
    this.removed.push(...(line.furniture ?? []).flatMap((item) => removedLines(this.decoded, item.line, item.reason)));
    const { photographers, date, time, precision, ...rest } = line.credits;
    const standing = nameStanding.indexOf(line.nameBasis ?? 'standing');
    if (rest.name && standing > this.standing) {
      this.credits.name = rest.name;
      this.standing = standing;
    }
    if (photographers) this.credits.photographers = [...(this.credits.photographers ?? []), ...photographers];
    if (date && !this.credits.date) Object.assign(this.credits, { date, time, precision });
    for (const [field, value] of Object.entries(rest)) this.credits[field as keyof typeof rest] ??= value;
  }

  /** Under the body a label names whoever wrote the text, and no longer the place where it appeared, if the head has named that. */
  closeHead(): void {
    if (this.standing >= 0) this.standing = nameStanding.length;
  }

  sheet(blocks: readonly MarkedLine[]): Pick<Structured, 'byline' | 'bylineSpans'> {
    const pictured = blocks.filter((block) => block.kind === 'caption').flatMap((block) => photographersIn(textOf(block)));
    const photographers = [...new Set([...(this.credits.photographers ?? []), ...pictured])];
    const words = this.words.map((line) => sourceOf(line, this.decoded)).join(' ');
    return {
      byline: { ...defined(this.credits), ...(words ? { byline: words } : {}), photographers },
      bylineSpans: this.words.flatMap((line) => line.spans),
    };
  }
}

function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** A longer line with a photographer's name is a caption, a shorter one the name alone. */
const longestCredit = 30;

/** Datelines, signatures and credit lines inside the body go to the byline. */
function takeCredits(body: readonly Line[], credits: CreditSheet): Line[] {
  const lastSentence = body.findLastIndex((line) => isTerminal(line.text) && !readCreditLine(line));
  const kept: Line[] = [];
  let said = 0;
  const keep = (line: Line) => {
    if (line.text === '') return;
    kept.push(line);
    if (said < fewSentences && isTerminal(line.text) && !isMarkedCaption(line.text)) said++;
  };
  for (const [at, line] of body.entries()) {
    const credit = creditAt(line, at, lastSentence);
    if (credit) credits.add(credit);
    else keep(withoutInlineCredits(line, { opens: at < longestOpening && said < fewSentences, closes: at >= lastSentence - 2 }, credits));
  }
  return kept;
}

function creditAt(line: Line, at: number, lastSentence: number): CreditLine | undefined {
  if (!isNearEdge(at, lastSentence) || (line.text.length > longestCredit && isMarkedCaption(line.text))) return undefined;
  return readCreditLine(line) ?? (at > lastSentence ? readOffice(line) : undefined);
}

/** A dateline stands within so many lines. */
const longestOpening = 12;

/** It opens the body: only one line with a sentence or none has been kept yet. */
const fewSentences = 2;

function withoutInlineCredits(line: Line, { opens, closes }: { opens: boolean; closes: boolean }, credits: CreditSheet): Line {
  const dateline = opens ? readDateline(line, true) : undefined;
  const opened = dateline?.rest ?? line;
  const signed = closes && !isMarkedCaption(line.text) ? readSignature(opened) : undefined;
  for (const found of [dateline, signed]) if (found) credits.add({ credits: found.credits, words: [found.words] });
  return signed?.rest ?? opened;
}

/** Credits stand before the first sentences and behind the last. */
function isNearEdge(at: number, lastSentence: number): boolean {
  return at < 4 || at >= lastSentence - 2;
}

/** Rows that touch are one table, items of one list a list. */
function joinRows(marked: readonly MarkedLine[]): MarkedLine[] {
  const joined: MarkedLine[] = [];
  for (const block of marked) {
    const last = joined.at(-1);
    const together = block.kind === last?.kind && markOf(block) === markOf(last);
    if (last && together && (block.kind === 'table' || block.kind === 'list')) last.lines.push(...block.lines);
    else joined.push({ kind: block.kind, lines: [...block.lines] });
  }
  return joined;
}

/**
 * A heading printed on two lines is one heading of two clauses: the lines touch where paragraphs do not,
 * or every heading of the article comes in such pairs.
 */
function joinHeadingLines(marked: readonly MarkedLine[]): MarkedLine[] {
  const runs = headingRuns(marked);
  const allPairs = runs.length >= 2 && runs.every((run) => run.length === 2);
  const touching = (at: number) => marked[at]?.lines[0]?.gap === 0 && marked.some((block, i) => i > 0 && (block.lines[0]?.gap ?? 0) > 0);
  const seconds = new Set(
    runs
      .filter((run) => run.length === 2 && !run.some((i) => isNumberedHeading(textOf(marked[i]))) && (allPairs || touching(run[1] ?? 0)))
      .map((run) => run[1]),
  );
  return marked.flatMap((block, i) => {
    if (seconds.has(i)) return [];
    return seconds.has(i + 1) ? [{ ...block, lines: [...block.lines, ...(marked[i + 1]?.lines ?? [])] }] : [block];
  });
}

/** Positions of headings that follow one another. */
function headingRuns(marked: readonly MarkedLine[]): number[][] {
  const runs: number[][] = [];
  for (const [i, block] of marked.entries()) {
    if (block.kind !== 'heading') continue;
    if (marked[i - 1]?.kind === 'heading') runs.at(-1)?.push(i);
    else runs.push([i]);
  }
  return runs;
}

function markOf(block: MarkedLine): Mark | undefined {
  return block.lines[0]?.mark;
}

function textOf(block: MarkedLine | undefined): string {
  return block?.lines[0]?.text ?? '';
}

function draftBlocks(marked: readonly MarkedLine[]): DraftBlock[] {
  const idOf = blockIds();
  const levels = levelsOf(marked);
  let n = 0;
  return marked.map((block, i) => {
    const spans = block.lines.flatMap((line) => line.spans);
    const text = blockText(block);
    const draft: DraftBlock = { id: idOf(block.kind, text), kind: block.kind, text, spans };
    const level = levels.get(i);
    if (level) draft.level = level;
    if (block.kind === 'table') draft.rows = markOf(block)?.rows ?? block.lines.map((line) => cellsOf(line.text).map(foldSpace));
    if (block.kind === 'paragraph') {
      n += 1;
      draft.n = n;
    }
    return draft;
  });
}

function blockText({ kind, lines }: MarkedLine): string {
  if (kind === 'table' || kind === 'list') return lines.map((line) => foldSpace(line.text)).join('\n');
  return foldSpace(kind === 'heading' ? lines.map((line) => line.text).join(' ') : joinText(lines));
}

function levelsOf(marked: readonly MarkedLine[]): Map<number, 2 | 3> {
  const at = marked.flatMap((block, i) => (block.kind === 'heading' ? [i] : []));
  const levels = headingLevels(
    at.map((i) => ({ text: marked[i]?.lines.map((line) => line.text).join(' ') ?? '', leadsHeading: marked[i + 1]?.kind === 'heading' })),
  );
  const stated = statedLevels(at.map((i) => marked[i]));
  return new Map(at.map((i, k) => [i, stated?.[k] ?? levels[k] ?? 2]));
}

/** The levels that the format states, where every heading has one and they differ. */
function statedLevels(headings: readonly (MarkedLine | undefined)[]): (2 | 3)[] | undefined {
  const levels = headings.flatMap((block) => (block && markOf(block)?.level) ?? []);
  return levels.length === headings.length && levels[0] === 2 && levels.includes(3) ? levels : undefined;
}

/** Halves of Chinese text join without a space, Latin words with one. */
function joinText(lines: readonly Line[]): string {
  const seams = lines.map((line, i) => (/[A-Za-z]$/u.test(line.text) && /^[A-Za-z]/u.test(lines[i + 1]?.text ?? '') ? ' ' : ''));
  return lines.map((line, i) => line.text + (seams[i] ?? '')).join('');
}

/** Clean lines to an article: title, byline, blocks with their anchors and spans. */
import type { Byline, DraftBlock, Piece, RemovedLine, Span } from './article.ts';
import { blockIds } from './block-ids.ts';
import { type CreditLine, type Credits, readCreditLine, readDateline, readSignature } from './byline.ts';
import { isMarkedCaption, isSceneLine, isSingleShortSentence, longestHeading, photographersIn } from './captions.ts';
import { removedLine } from './clean.ts';
import { headingLevels, isHeadingLine, isNumberedHeading } from './headings.ts';
import { type Line, spanOf } from './lines.ts';
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

export function structure(lines: readonly Line[], decoded: string): Structured {
  const head = readHead(lines);
  const credits = new CreditSheet(decoded);
  for (const line of head.credits) credits.add(line);
  const body = takeCredits(head.body, credits);
  const { blocks, doubts } = joinCutParagraphs(joinHeadingLines(mark(body)));
  return {
    title: { text: foldSpace(titleText(head.title)), spans: head.title.map(spanOf) },
    ...credits.sheet(blocks),
    blocks: draftBlocks(blocks),
    removed: [...head.removed.map(({ line, reason }) => removedLine(decoded, line, reason)), ...credits.removed],
    doubts,
  };
}

/** Gathers what the lines say of the article's origin; what is said first stands. */
class CreditSheet {
  readonly removed: RemovedLine[] = [];
  private readonly words: Line[] = [];
  private readonly credits: Credits = {};
  private readonly decoded: string;

  constructor(decoded: string) {
    this.decoded = decoded;
  }

  add(line: Pick<CreditLine, 'credits' | 'words'> & Partial<CreditLine>): void {
    this.words.push(...line.words);
    this.removed.push(...(line.furniture ?? []).map((item) => removedLine(this.decoded, item.line, item.reason)));
    const { photographers, date, time, precision, ...rest } = line.credits;
    if (photographers) this.credits.photographers = [...(this.credits.photographers ?? []), ...photographers];
    if (date && !this.credits.date) Object.assign(this.credits, { date, time, precision });
    for (const [field, value] of Object.entries(rest)) this.credits[field as keyof typeof rest] ??= value;
  }

  sheet(blocks: readonly MarkedLine[]): Pick<Structured, 'byline' | 'bylineSpans'> {
    const pictured = blocks.filter((block) => block.kind === 'caption').flatMap((block) => photographersIn(block.lines[0]?.text ?? ''));
    const photographers = [...new Set([...(this.credits.photographers ?? []), ...pictured])];
    const words = this.words.map((line) => this.decoded.slice(line.start, line.end)).join(' ');
    return {
      byline: { ...defined(this.credits), ...(words ? { byline: words } : {}), photographers },
      bylineSpans: this.words.map(spanOf),
    };
  }
}

function defined<T extends object>(fields: T): T {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;
}

/** Datelines, signatures and credit lines inside the body go to the byline. */
function takeCredits(body: readonly Line[], credits: CreditSheet): Line[] {
  const kept: Line[] = [];
  for (const [i, line] of body.entries()) {
    const credit = isNearEdge(i, body.length) ? readCreditLine(line) : undefined;
    if (credit && !isMarkedCaption(line.text)) {
      credits.add(credit);
      continue;
    }
    const dateline = kept.every((earlier) => !isTerminal(earlier.text)) || kept.length < 2 ? readDateline(line) : undefined;
    if (dateline) credits.add({ credits: dateline.credits, words: [dateline.words] });
    const opened = dateline?.rest ?? line;
    const signed = i >= body.length - 6 ? readSignature(opened) : undefined;
    if (signed) credits.add({ credits: signed.credits, words: [signed.words] });
    kept.push(signed?.rest ?? opened);
  }
  return kept;
}

/** Credits stand before the first sentences and behind the last. */
function isNearEdge(at: number, length: number): boolean {
  return at < 4 || at >= length - 8;
}

/** Tells headings and captions from paragraphs, line by line with its neighbours. */
function mark(lines: readonly Line[]): MarkedLine[] {
  const usualGap = median(lines.slice(1).map((line) => line.gap));
  return lines.map((line, i) => ({ kind: kindOf(line, lines[i - 1], lines[i + 1], usualGap), lines: [line] }));
}

function kindOf(line: Line, before: Line | undefined, after: Line | undefined, usualGap: number): MarkedLine['kind'] {
  if (isMarkedCaption(line.text)) return 'caption';
  const apart = line.gap > usualGap && (!after || after.gap >= usualGap);
  const afterCut = before !== undefined && !isTerminal(before.text) && !isHeadingLine(before.text) && before.text.length > longestHeading;
  if (isSingleShortSentence(line.text) && apart && (afterCut || !after || isTerminal(line.text)))
    return afterCut || !after ? 'caption' : apartKind(line);
  if (isSceneLine(line.text) && !(afterCut && line.gap <= usualGap)) return 'caption';
  return isHeadingLine(line.text) ? 'heading' : 'paragraph';
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

function textOf(block: MarkedLine | undefined): string {
  return block?.lines[0]?.text ?? '';
}

/** Set apart by wider gaps in the midst of an article: a caption if it has no verb of its own work. */
function apartKind(line: Line): MarkedLine['kind'] {
  return isHeadingLine(line.text) ? 'heading' : 'caption';
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function draftBlocks(marked: readonly MarkedLine[]): DraftBlock[] {
  const idOf = blockIds();
  const levels = levelsOf(marked);
  let n = 0;
  return marked.map((block, i) => {
    const text = foldSpace(block.kind === 'heading' ? block.lines.map((line) => line.text).join(' ') : joinText(block.lines));
    const spans = block.lines.map(spanOf);
    const id = idOf(block.kind, text);
    if (block.kind === 'paragraph') {
      n += 1;
      return { id, n, kind: block.kind, text, spans };
    }
    const level = levels.get(i);
    return level ? { id, kind: block.kind, level, text, spans } : { id, kind: block.kind, text, spans };
  });
}

function levelsOf(marked: readonly MarkedLine[]): Map<number, 2 | 3> {
  const at = marked.flatMap((block, i) => (block.kind === 'heading' ? [i] : []));
  const levels = headingLevels(
    at.map((i) => ({ text: marked[i]?.lines.map((line) => line.text).join(' ') ?? '', leadsHeading: marked[i + 1]?.kind === 'heading' })),
  );
  return new Map(at.map((i, k) => [i, levels[k] ?? 2]));
}

/** Halves of Chinese text join without a space, Latin words and numbers with one. */
function joinText(lines: readonly Line[]): string {
  return lines.reduce(
    (text, line) => (/[A-Za-z]$/u.test(text) && /^[A-Za-z]/u.test(line.text) ? `${text} ${line.text}` : text + line.text),
    '',
  );
}

/** What an editor changes in the structure of an article: kinds, levels, splits, joins, blocks taken off. */
import type { CorrectedBlocks, DraftBlock, Span } from './article.ts';
import { blockId } from './block-ids.ts';
import { problem } from './catalogue.ts';
import type { Correction } from './correction.ts';
import { isBlank } from './text/punctuation.ts';

type Change = Correction['blocks'][number];

interface Context {
  /** The text that the spans mean. */
  decoded: string;
  /** `blocks[0]` */
  field: string;
}

/** Makes one change to the blocks; what does not fit becomes an error and changes nothing. */
export function changeStructure(result: CorrectedBlocks, change: Change, context: Context): void {
  const at = result.blocks.findIndex((block) => block.id === change.block);
  const block = result.blocks[at];
  if (!block) {
    result.errors.push(problem('unknownBlock', { field: `${context.field}.block`, value: change.block }));
    return;
  }
  const refused = fixedField(block, textBehind(result.blocks, at), change);
  if (refused) {
    const what = refused.of.kind === 'image' ? '图片' : refused.of.kind === 'table' ? '表格' : '文字';
    result.errors.push(problem('fixedBlock', { field: `${context.field}.${refused.field}`, what }, { block: block.id }));
    return;
  }
  if (change.remove) {
    result.blocks.splice(at, 1);
    result.removed.push({ block, reason: change.reason ?? '编辑去除' });
    return;
  }
  if (change.alt !== undefined) {
    block.text = change.alt;
    result.notes.push({ block: block.id, reason: change.reason ?? '编辑补写图片说明' });
  }
  if (change.kind) reclassify(block, change.kind);
  if (block.kind === 'heading') block.level = change.level ?? block.level ?? 2;
  if (change.splitBefore) split(result, at, change.splitBefore, context);
  if (change.joinNext) join(result, at, context);
}

/** The field that asks what the block cannot do, and the block that cannot do it. */
function fixedField(block: DraftBlock, next: DraftBlock | undefined, change: Change): { field: keyof Change; of: DraftBlock } | undefined {
  const isFixed = ({ kind }: DraftBlock) => kind === 'image' || kind === 'table';
  if (change.alt !== undefined && block.kind !== 'image') return { field: 'alt', of: block };
  if (change.kind && block.kind === 'image') return { field: 'kind', of: block };
  if (change.splitBefore && isFixed(block)) return { field: 'splitBefore', of: block };
  if (!change.joinNext) return undefined;
  if (isFixed(block)) return { field: 'joinNext', of: block };
  return next && isFixed(next) ? { field: 'joinNext', of: next } : undefined;
}

function reclassify(block: DraftBlock, kind: DraftBlock['kind']): void {
  block.kind = kind;
  delete block.rows;
  if (kind !== 'heading') delete block.level;
}

function split(result: CorrectedBlocks, at: number, words: string, { decoded, field }: Context): void {
  const block = result.blocks[at];
  if (!block) return;
  const cut = block.text.indexOf(words);
  if (cut <= 0) {
    result.errors.push(problem('wordsNotInBlock', { field: `${field}.splitBefore`, value: words }, { block: block.id }));
    return;
  }
  const [head, tail] = splitSpans(block, cut, decoded);
  const text = block.text.slice(cut).trimStart();
  result.blocks.splice(
    at,
    1,
    { ...block, text: block.text.slice(0, cut).trimEnd(), spans: head },
    { ...block, id: freeId(block.kind, text, result.blocks), text, spans: tail },
  );
}

/** The anchor of a block that was not there before; another block may have the same words. */
function freeId(kind: DraftBlock['kind'], text: string, blocks: readonly DraftBlock[]): string {
  const taken = new Set(blocks.map(({ id }) => id));
  const id = blockId(kind, text);
  let count = 1;
  while (taken.has(count === 1 ? id : `${id}-${count}`)) count += 1;
  return count === 1 ? id : `${id}-${count}`;
}

/** A picture between two halves of a paragraph stands behind it then. */
function textBehind(blocks: readonly DraftBlock[], at: number): DraftBlock | undefined {
  return blocks.slice(at + 1).find(({ kind }) => kind !== 'image');
}

/** Items of a list stay on lines of their own. */
function join(result: CorrectedBlocks, at: number, { field }: Context): void {
  const [block, next] = [result.blocks[at], textBehind(result.blocks, at)];
  if (!block || !next) {
    result.errors.push(problem('unknownBlock', { field: `${field}.joinNext`, value: '下一段' }, { block: block?.id }));
    return;
  }
  const seam = block.kind === 'list' ? '\n' : '';
  result.blocks.splice(result.blocks.indexOf(next), 1);
  result.blocks[at] = { ...block, text: block.text + seam + next.text, spans: [...block.spans, ...next.spans] };
}

/**
 * The spans of the parts before and behind an offset in the block's text. Text and spans hold the same characters but for white
 * space and width, so the place is found by counting; white space at the seam belongs to neither part.
 */
function splitSpans({ text, spans }: DraftBlock, cut: number, decoded: string): [Span[], Span[]] {
  let left = text
    .slice(0, cut)
    .split('')
    .filter((character) => !isBlank(character)).length;
  const head: Span[] = [];
  const tail: Span[] = [];
  for (const [start, end] of spans) {
    let at = start;
    for (; at < end && left > 0; at += 1) if (!isBlank(decoded[at] ?? '')) left -= 1;
    if (at > start) head.push([start, at]);
    let behind = at;
    while (tail.length === 0 && behind < end && isBlank(decoded[behind] ?? '')) behind += 1;
    if (behind < end) tail.push([behind, end]);
  }
  return [head, tail];
}

import type { Block, Case } from '../../article/schema.ts';
import type { PrintedPassage } from '../catalogue.ts';
import { readUnits, type Unit } from '../tokens.ts';

/** A case with what the index's other files need of it. */
export interface IndexedCase {
  entry: Case;
  /** The id of its record in Pagefind's index. */
  record: string;
  /** The blocks as printed. */
  passages: PrintedPassage[];
  /** See `Catalogue.lengths`. */
  lengths: number[];
}

/** A picture has no words of the article. */
function wordsOf({ kind, text }: Block): string {
  return kind === 'image' ? '' : text;
}

/** The title and the blocks, each a row of units. They fill much memory: use them and let them go. */
export function rowsOf({ title, blocks }: Case): Unit[][] {
  return [title, ...blocks.map(wordsOf)].map(readUnits);
}

export function lengthsOf({ blocks }: Case, rows: readonly Unit[][]): number[] {
  return rows.map((row, i) => (i > 0 && blocks[i - 1]?.kind === 'heading' ? -row.length - 1 : row.length));
}

export function printedPassages({ blocks }: Case): PrintedPassage[] {
  let section = '';
  return blocks.map((block) => {
    const { id, n, kind } = block;
    const text = wordsOf(block);
    const passage: PrintedPassage = [id, n ?? 0, kind === 'heading' ? '' : section, text];
    if (kind === 'heading') section = text;
    return passage;
  });
}

import type { Block, Case } from '../../article/schema.ts';
import type { PrintedPassage } from '../catalogue.ts';

/** A case with what the index's other files need of it. */
export interface IndexedCase {
  entry: Case;
  /** The number of its index. */
  shard: number;
  /** See `Catalogue.lengths`. */
  lengths: number[];
}

/** A picture has no words of the article. */
function wordsOf({ kind, text }: Block): string {
  return kind === 'image' ? '' : text;
}

/** From the room of the title and of each block. */
export function lengthsOf({ blocks }: Case, rooms: readonly number[]): number[] {
  return rooms.map((room, i) => (i > 0 && blocks[i - 1]?.kind === 'heading' ? -room - 1 : room));
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

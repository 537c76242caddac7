/** Pictures put among the blocks of their article. */
import type { DraftBlock, RemovedLine } from '../article.ts';
import { blockIds } from '../block-ids.ts';
import type { PlacedPicture } from '../manuscript.ts';
import type { PictureRefusal } from './picture.ts';

export interface Placed {
  blocks: DraftBlock[];
  leftOut: PictureRefusal[];
}

/**
 * A picture stands behind the block in which or behind which the source has it. Behind the last block, once furniture has begun,
 * it is the page's: a code to scan, an advertisement.
 */
export function placePictures(blocks: readonly DraftBlock[], pictures: readonly PlacedPicture[], removed: readonly RemovedLine[]): Placed {
  const idOf = blockIds();
  const placed: Placed = { blocks: [], leftOut: [] };
  const tail = tailStart(blocks, removed);
  let next = 0;
  for (const { at, alt, picture } of pictures) {
    for (let block = blocks[next]; block && startOf(block) < at; block = blocks[next]) {
      placed.blocks.push(block);
      next += 1;
    }
    if (at > tail) placed.leftOut.push('outside');
    else {
      const { name, width, height } = picture;
      placed.blocks.push({ id: idOf('image', name), kind: 'image', text: alt, src: addressOf(name), width, height, spans: [] });
    }
  }
  placed.blocks.push(...blocks.slice(next));
  return placed;
}

/** Of a picture, relative to the site's root. */
export function addressOf(name: string): string {
  return `cases/pictures/${name}`;
}

function startOf({ spans: [first] }: DraftBlock): number {
  return first?.[0] ?? 0;
}

/** Where the first removed line behind the last block stands. */
function tailStart(blocks: readonly DraftBlock[], removed: readonly RemovedLine[]): number {
  const end = blocks.flatMap(({ spans }) => spans).reduce((last, [, to]) => Math.max(last, to), 0);
  return removed.reduce((first, { span: [start] }) => (start >= end ? Math.min(first, start) : first), Number.POSITIVE_INFINITY);
}

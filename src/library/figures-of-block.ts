import type { Block, Figure } from '../article/schema.ts';
import { append } from './collect.ts';
import { blocksOf } from './evidence.ts';
import { type Library, perLibrary } from './library.ts';

const figuresByBlock = perLibrary((library) => {
  const found = new Map<Block, Figure[]>();
  for (const entry of library.cases) {
    const blocks = blocksOf(entry);
    for (const figure of entry.figures) {
      const block = blocks.get(figure.passage);
      if (block) append(found, block, figure);
    }
  }
  return found;
});

/** The figures of a case's block, in reading order. */
export function figuresOfBlock(library: Library, block: Block): readonly Figure[] {
  return figuresByBlock(library).get(block) ?? [];
}

import type { Case } from '../../article/schema.ts';
import type { PrintedPassage } from '../catalogue.ts';
import { readUnits, type Unit } from '../tokens.ts';

/** A case as the index sees it: its title and its blocks, each a row of units. */
export interface ReadCase {
  entry: Case;
  /** The title, then the blocks. */
  rows: Unit[][];
  /** The blocks as printed. */
  passages: PrintedPassage[];
}

export function readCase(entry: Case): ReadCase {
  let section = '';
  const passages = entry.blocks.map(({ id, n, kind, text }): PrintedPassage => {
    const passage: PrintedPassage = [id, n ?? 0, kind === 'heading' ? '' : section, text];
    if (kind === 'heading') section = text;
    return passage;
  });
  return { entry, rows: [entry.title, ...entry.blocks.map((block) => block.text)].map(readUnits), passages };
}

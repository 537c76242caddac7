import { type CaseHead, type CaseTexts, type PrintedPassage, roomOf, slicesOf } from '../catalogue.ts';
import { type MadeIndex, openPagefindIndex } from './pagefind-format.ts';

/** What an index holds of a case. Plain data: it crosses to another thread. */
export interface ShardCase {
  head: CaseHead;
  /** The blocks as printed. */
  passages: PrintedPassage[];
}

/**
 * Places in one part of an index, at least. A search needs one part for each two characters; smaller parts make a longer
 * list of parts, which every search needs, and more files.
 */
export const partSize = 3000;

/** An index but for its texts, which are written, and the room of the title and the blocks of each case. */
export interface WrittenShard extends MadeIndex {
  rooms: number[][];
}

/** Makes the index of these cases and writes the texts of their passages; `firstWords`: of its parts, where all indexes share them. */
export function writeShard(
  cases: readonly ShardCase[],
  { sliceUnits, firstWords }: { sliceUnits: number; firstWords?: readonly string[] | undefined },
  write: (path: string, content: string | Uint8Array) => void,
): WrittenShard {
  const index = openPagefindIndex({ parts: firstWords ?? partSize, roomOf });
  const rooms = cases.map(({ head, passages }) => [head.title, ...passages.map(([, , , text]) => text)].map((row) => index.add(row)));
  for (const [at, { head, passages }] of cases.entries()) {
    for (const [slice, texts] of sliceTexts(passages, rooms[at] ?? [], sliceUnits).entries()) {
      write(`texts/${at}-${slice}.json`, JSON.stringify({ head, passages: texts } satisfies CaseTexts));
    }
  }
  return { ...index.finish(), rooms };
}

/** Printed passages, a few in a file, so that a list of hits fetches little: files by their number. */
function sliceTexts(passages: readonly PrintedPassage[], rooms: readonly number[], sliceUnits: number): PrintedPassage[][] {
  const files: PrintedPassage[][] = [];
  for (const [i, slice] of slicesOf(rooms, sliceUnits).entries()) {
    const file = files[slice] ?? [];
    files[slice] = file;
    file.push(passages[i] as PrintedPassage);
  }
  return files;
}

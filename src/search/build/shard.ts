import { type CaseHead, type CaseTexts, type PrintedPassage, roomOf, slicesOf } from '../catalogue.ts';
import { openPagefindIndex } from './pagefind-format.ts';

/** What an index holds of a case. Plain data: it crosses to another thread. */
export interface ShardCase {
  head: CaseHead;
  /** The blocks as printed. */
  passages: PrintedPassage[];
}

/**
 * Places in one part of the index, at least. A search needs one part for each two characters; smaller parts make a longer
 * list of parts, which every search needs.
 */
const partSize = 3000;

/** Writes the index of these cases and the texts of their passages; returns for each case the room of its title and its blocks. */
export function writeShard(
  cases: readonly ShardCase[],
  sliceUnits: number,
  write: (path: string, content: string | Uint8Array) => void,
): number[][] {
  const index = openPagefindIndex({ partSize, roomOf });
  const rooms = cases.map(({ head, passages }) => [head.title, ...passages.map(([, , , text]) => text)].map((row) => index.add(row)));
  const { files, firstWords } = index.finish();
  for (const { path, content } of files) write(path, content);
  write('first-words.json', JSON.stringify(firstWords));
  for (const [at, { head, passages }] of cases.entries()) {
    for (const [slice, texts] of sliceTexts(passages, rooms[at] ?? [], sliceUnits).entries()) {
      write(`texts/${at}-${slice}.json`, JSON.stringify({ head, passages: texts } satisfies CaseTexts));
    }
  }
  return rooms;
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

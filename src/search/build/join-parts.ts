/** One list of parts and one file for each part of all indexes: a search asks for one file for each two characters. */
import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonIfWhole } from '../../site/kept-files.ts';
import { sumOf } from '../../site/output/file-sums.ts';
import { type ClosedFolder, openIndexFolder } from './index-folder.ts';
import { isSound, placeFolder } from './kept-folders.ts';
import { partList, pathOfPart } from './pagefind-format.ts';
import type { PartRange } from './part-ranges.ts';

/** Plain data: it crosses to another thread. */
export interface JoinTask {
  /** Absolute path of the folder that keeps the joined parts, and of the folder that the index's own goes into. */
  keep: string;
  out: string;
  /** Of every index: the file that holds its parts one after the other, the bytes of each and its sum. */
  shards: readonly { file: string; sizes: readonly number[]; partSums: readonly string[] }[];
  /** The words of the parts, which all indexes share. */
  ranges: readonly PartRange[];
  /** The places that the rows of all indexes take. */
  room: number;
  /** See `codeOfSearch`. */
  code: string;
}

/** The parts that the last build joined: a change to an article leaves most of them as they are. */
interface KeptJoin extends ClosedFolder {
  /** For each part of which parts of the indexes it was made. */
  madeOf: string[];
}

/** Its name in the folder that keeps indexes. */
export const joinFile = 'joined.json';

/** Bytes of a number in front of a joined part. */
const sizeBytes = 4;

/** Writes the joined parts: the sizes of all but the last one, then the parts of all indexes. A single index's are as they were. */
export function joinParts({ keep, out, shards, ranges, room, code }: JoinTask): ClosedFolder {
  const kept = readSound(keep);
  const keptSums = new Map(kept?.sums);
  const madeOf = ranges.map((_, part) => sumOf([code, ...shards.map(({ partSums }) => partSums[part])].join(' ')));
  const folder = openIndexFolder(keep, 'joined.building');
  const readers = shards.map(openReader);
  for (const part of ranges.keys()) {
    const path = pathOfPart(part);
    const sum = kept?.madeOf[part] === madeOf[part] ? keptSums.get(path) : undefined;
    if (kept && sum) folder.take(path, join(keep, kept.name, path), sum);
    else folder.write(path, joined(readers.map(({ read }) => read(part))));
  }
  for (const { close } of readers) close();
  const list = partList(ranges, room);
  folder.write(list.path, list.content);
  folder.write('first-words.json', JSON.stringify(ranges.map(({ first }) => first)));
  const closed = folder.close();
  writeFileSync(join(keep, joinFile), JSON.stringify({ ...closed, madeOf } satisfies KeptJoin));
  placeFolder(keep, out, closed);
  return closed;
}

/** Undefined where there is none, or not as it was written. */
function readSound(keep: string): KeptJoin | undefined {
  const kept = jsonIfWhole(join(keep, joinFile)) as KeptJoin | undefined;
  return kept && isSound(keep, kept) ? kept : undefined;
}

interface PartReader {
  read(part: number): Uint8Array;
  close(): void;
}

function openReader({ file, sizes }: JoinTask['shards'][number]): PartReader {
  const open = openSync(file, 'r');
  let end = 0;
  const starts = sizes.map((size) => {
    end += size;
    return end - size;
  });
  return {
    read(part) {
      const bytes = new Uint8Array(sizes[part] ?? 0);
      if (readSync(open, bytes, 0, bytes.length, starts[part] ?? 0) < bytes.length) throw new Error(`${file} is too short.`);
      return bytes;
    },
    close: () => closeSync(open),
  };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const head = Buffer.alloc((parts.length - 1) * sizeBytes);
  for (const [i, { length }] of parts.slice(0, -1).entries()) head.writeUInt32LE(length, i * sizeBytes);
  return Buffer.concat([head, ...parts]);
}

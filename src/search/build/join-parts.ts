/** One list of parts and one file for each part of all indexes: a search asks for one file for each two characters. */
import { closeSync, openSync, readSync } from 'node:fs';
import { type ClosedFolder, openIndexFolder } from './index-folder.ts';
import { partList, pathOfPart } from './pagefind-format.ts';
import type { PartRange } from './part-ranges.ts';

/** Plain data: it crosses to another thread. */
export interface JoinTask {
  /** Absolute path of the folder that the index's own goes into. */
  out: string;
  /** Of every index: the file that holds its parts one after the other, and the bytes of each. */
  shards: readonly { file: string; sizes: readonly number[] }[];
  /** The words of the parts, which all indexes share. */
  ranges: readonly PartRange[];
  /** The places that the rows of all indexes take. */
  room: number;
}

/** Bytes of a number in front of a joined part. */
const sizeBytes = 4;

/** Writes the joined parts: the sizes of all but the last one, then the parts of all indexes. A single index's are as they were. */
export function joinParts({ out, shards, ranges, room }: JoinTask): ClosedFolder {
  const folder = openIndexFolder(out);
  const readers = shards.map(({ file, sizes }) => ({ open: openSync(file, 'r'), sizes, at: 0 }));
  const head = (readers.length - 1) * sizeBytes;
  for (const part of ranges.keys()) {
    const joined = Buffer.alloc(readers.reduce((size, { sizes }) => size + (sizes[part] ?? 0), head));
    let to = head;
    for (const [shard, reader] of readers.entries()) {
      const size = reader.sizes[part] ?? 0;
      if (shard < readers.length - 1) joined.writeUInt32LE(size, shard * sizeBytes);
      if (readSync(reader.open, joined, to, size, reader.at) < size) throw new Error(`${shards[shard]?.file} is too short.`);
      reader.at += size;
      to += size;
    }
    folder.write(pathOfPart(part), joined);
  }
  for (const { open } of readers) closeSync(open);
  const list = partList(ranges, room);
  folder.write(list.path, list.content);
  folder.write('first-words.json', JSON.stringify(ranges.map(({ first }) => first)));
  return folder.close();
}

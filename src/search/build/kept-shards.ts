/** Indexes kept between builds: each is made again only where its words, its texts or the code that writes it have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../../site/code-digest.ts';
import { jsonIfWhole } from '../../site/kept-files.ts';
import { sumOf } from '../../site/output/file-sums.ts';
import { type ClosedFolder, openIndexFolder } from './index-folder.ts';
import { areSound, isSound, placeFolder } from './kept-folders.ts';
import type { PartRange } from './part-ranges.ts';
import { type ShardCase, writeShard } from './shard.ts';

/** One index to be laid into a built site. Plain data: it crosses to another thread. */
export interface ShardTask {
  /** What it is kept under, see `shardKey`. */
  key: string;
  /** What it is made of where it is not kept; without it nothing is made. */
  cases?: readonly ShardCase[];
  sliceUnits: number;
  /** The first words of the parts of every index; without it this is the only one, and cuts its own. */
  firstWords?: readonly string[] | undefined;
  /** Absolute path of the folder that keeps indexes. */
  keep: string;
  /** Absolute path of the folder that the index's own goes into. */
  out: string;
}

/** The texts of an index are in the site; its parts are in the folder that keeps it, one after the other in one file. */
export interface MadeShard extends ClosedFolder {
  /** For each case the room of the title and of each block, see `roomOf`. */
  rooms: number[][];
  /** Bytes of each part. */
  sizes: number[];
  /** Of the file of parts, and of each part. */
  sum: string;
  partSums: string[];
  ranges: PartRange[];
  /** The places that all rows take. */
  room: number;
}

/** Changes with everything that an index is made of, its texts by their digests, and with the code that makes it. */
export function shardKey(
  digests: readonly string[],
  { sliceUnits, firstWords = [] }: Pick<ShardTask, 'sliceUnits' | 'firstWords'>,
): string {
  const hash = createHash('sha256').update(`${codeOfSearch()} ${sliceUnits} ${firstWords.join(' ')}\n`);
  for (const digest of digests) hash.update(`${digest}\n`);
  return hash.digest('hex').slice(0, 40);
}

export function isKept({ keep, key }: Pick<ShardTask, 'keep' | 'key'>): boolean {
  return existsSync(recordOf(keep, key));
}

/** Puts the texts of the index that is kept into the site, or else of the one that it makes; undefined where it has neither. */
export function layShard(task: ShardTask): MadeShard | undefined {
  const { keep, out, cases } = task;
  const shard = readSound(task) ?? (cases && make({ ...task, cases }));
  if (shard) placeFolder(keep, out, shard);
  return shard;
}

/** What is kept of the index with this key, beside the folder of its texts. */
export const filesOfKey = (key: string): string[] => [`${key}.json`, `${key}.parts`, `${key}.marks`];

const recordOf = (keep: string, key: string) => join(keep, `${key}.json`);

/** Absolute path of the file of an index's parts. */
export const partsFileOf = (keep: string, key: string): string => join(keep, `${key}.parts`);

function make({ cases, keep, key, ...settings }: ShardTask & { cases: readonly ShardCase[] }): MadeShard {
  mkdirSync(keep, { recursive: true });
  const folder = openIndexFolder(keep, `${key}.building`);
  const { parts, ...shard } = writeShard(cases, settings, folder.write);
  const content = Buffer.concat(parts);
  writeFileSync(partsFileOf(keep, key), content);
  const made: MadeShard = {
    ...folder.close(),
    ...shard,
    sizes: parts.map(({ length }) => length),
    sum: sumOf(content),
    partSums: parts.map(sumOf),
  };
  writeFileSync(join(keep, `${key}.part`), JSON.stringify(made));
  renameSync(join(keep, `${key}.part`), recordOf(keep, key));
  return made;
}

/** Undefined where a file is missing or not as it was written. The key names the code that wrote the record, so its shape is known. */
function readSound({ keep, key }: ShardTask): MadeShard | undefined {
  const kept = jsonIfWhole(recordOf(keep, key)) as MadeShard | undefined;
  const isWhole = kept && areSound([[partsFileOf(keep, key), kept.sum]], join(keep, `${key}.marks`)) && isSound(keep, kept);
  return isWhole ? kept : undefined;
}

let code: string | undefined;

/** Changes with the code of the search and with what Node brings for it: its compression and its knowledge of characters. */
export function codeOfSearch(): string {
  code ??= digestOf({ folder: fileURLToPath(new URL('../..', import.meta.url)), names: ['search'] });
  return code;
}

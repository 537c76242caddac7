/** Indexes kept between builds: each is made again only where its words, its texts or the code that writes it have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../../site/code-digest.ts';
import { markOf, settledMark } from '../../site/file-marks.ts';
import { bytesIfThere, jsonIfWhole } from '../../site/kept-files.ts';
import { sumOf } from '../../site/output/file-sums.ts';
import { place } from '../../site/rendering/kept-pages.ts';
import { type ClosedFolder, type FileSum, openIndexFolder } from './index-folder.ts';
import type { PartRange } from './part-ranges.ts';
import { type ShardCase, writeShard } from './shard.ts';
import { digestsFile } from './text-digests.ts';

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
  /** Of the file of parts. */
  sum: string;
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
  const kept = readKept(task);
  if (kept && placeWhole(task, kept)) return kept;
  if (!task.cases) return undefined;
  const made = make({ ...task, cases: task.cases });
  if (!placeWhole(task, made)) throw new Error(`What was just written into ${made.name} reads otherwise.`);
  return made;
}

/** Lets go of everything but these indexes and the digests of texts. */
export function pruneShards(keep: string, made: readonly { name: string; key: string }[]): void {
  const used = new Set([digestsFile, ...made.flatMap(({ name, key }) => [name, `${key}.json`, `${key}.parts`, `${key}.marks`])]);
  for (const name of readdirSync(keep)) if (!used.has(name)) rmSync(join(keep, name), { recursive: true, force: true });
}

const recordOf = (keep: string, key: string) => join(keep, `${key}.json`);

/** Absolute path of the file of an index's parts. */
export const partsFileOf = (keep: string, key: string): string => join(keep, `${key}.parts`);

function make({ cases, keep, key, ...settings }: ShardTask & { cases: readonly ShardCase[] }): MadeShard {
  mkdirSync(keep, { recursive: true });
  const folder = openIndexFolder(keep, `${key}.building`);
  const { parts, ...shard } = writeShard(cases, settings, folder.write);
  const content = Buffer.concat(parts);
  writeFileSync(partsFileOf(keep, key), content);
  const made: MadeShard = { ...folder.close(), ...shard, sizes: parts.map(({ length }) => length), sum: sumOf(content) };
  writeFileSync(join(keep, `${key}.part`), JSON.stringify(made));
  renameSync(join(keep, `${key}.part`), recordOf(keep, key));
  return made;
}

/** The key names the code that wrote the record, so its shape is known. */
function readKept({ keep, key }: ShardTask): MadeShard | undefined {
  return jsonIfWhole(recordOf(keep, key)) as MadeShard | undefined;
}

/** False where a file is missing or not as it was written; then nothing of it is left. */
function placeWhole({ keep, key, out }: ShardTask, { name, sums, sum }: MadeShard): boolean {
  const [from, to] = [join(keep, name), join(out, name)];
  const files: FileSum[] = [[partsFileOf(keep, key), sum], ...sums.map(([path, own]) => [join(from, path), own] as const)];
  if (!areSound(files, join(keep, `${key}.marks`))) {
    rmSync(from, { recursive: true, force: true });
    return false;
  }
  for (const [path] of sums) place(join(from, path), join(to, path));
  return true;
}

/**
 * Whether files are what was written. Of each the last look at them noted what the disk said of it, in the file for `marks`: what
 * has its size, time and number still is not read.
 */
function areSound(files: readonly FileSum[], marks: string): boolean {
  const noted = (jsonIfWhole(marks) ?? {}) as Record<string, string>;
  const doubtful = files.filter(([file]) => noted[file] === undefined || markOf(file) !== noted[file]);
  const areSame = doubtful.every(([file, sum]) => {
    const content = bytesIfThere(file);
    return content !== undefined && sumOf(content) === sum;
  });
  if (!areSame || doubtful.length === 0) return areSame;
  const unfinished = `${marks}.part`;
  writeFileSync(unfinished, '');
  const isSettled = settledMark(unfinished);
  writeFileSync(unfinished, JSON.stringify(Object.fromEntries(files.map(([file]) => [file, isSettled(file)]))));
  renameSync(unfinished, marks);
  return true;
}

let code: string | undefined;

/** Changes with the code of the search and with what Node brings for it: its compression and its knowledge of characters. */
export function codeOfSearch(): string {
  code ??= digestOf({ folder: fileURLToPath(new URL('../..', import.meta.url)), names: ['search'] });
  return code;
}

/** Indexes kept between builds: each is made again only where its words, its texts or the code that writes it have changed. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../../site/code-digest.ts';
import { contentHash, openIndexFolder } from './index-folder.ts';
import { type ShardCase, writeShard } from './shard.ts';

/** One index to be laid into a built site. Plain data: it crosses to another thread. */
export interface ShardTask {
  cases: ShardCase[];
  sliceUnits: number;
  /** Absolute path of the folder that keeps indexes. */
  keep: string;
  /** Absolute path of the folder that the index's own goes into. */
  out: string;
}

export interface MadeShard {
  /** Name of its folder, made from its content. */
  name: string;
  /** For each case the room of the title and of each block, see `roomOf`. */
  rooms: number[][];
  /** What it is kept under. */
  key: string;
}

interface Kept {
  name: string;
  rooms: number[][];
  /** Its files in the order in which the name was made from them. */
  paths: string[];
}

/** Takes the index from what is kept or makes it, and copies it out. */
export function layShard({ cases, sliceUnits, keep, out }: ShardTask): MadeShard {
  const key = createHash('sha256')
    .update(JSON.stringify([codeOfSearch(), sliceUnits, cases]))
    .digest('hex')
    .slice(0, 40);
  const found = readKept(keep, key);
  const kept = found && copyWhole(keep, out, found) ? found : make(cases, sliceUnits, keep, key);
  if (kept !== found && !copyWhole(keep, out, kept)) throw new Error(`What was just written into ${kept.name} reads otherwise.`);
  return { name: kept.name, rooms: kept.rooms, key };
}

/** Lets go of all indexes but these. */
export function pruneShards(keep: string, made: readonly MadeShard[]): void {
  const used = new Set(made.flatMap(({ name, key }) => [name, `${key}.json`]));
  for (const name of readdirSync(keep)) if (!used.has(name)) rmSync(join(keep, name), { recursive: true, force: true });
}

function make(cases: readonly ShardCase[], sliceUnits: number, keep: string, key: string): Kept {
  mkdirSync(keep, { recursive: true });
  const folder = openIndexFolder(keep, `${key}.building`);
  const paths: string[] = [];
  const rooms = writeShard(cases, sliceUnits, (path, content) => {
    folder.write(path, content);
    paths.push(path);
  });
  const kept: Kept = { name: folder.close(), rooms, paths };
  writeFileSync(join(keep, `${key}.part`), JSON.stringify(kept));
  renameSync(join(keep, `${key}.part`), join(keep, `${key}.json`));
  return kept;
}

function readKept(keep: string, key: string): Kept | undefined {
  const text = readIfThere(join(keep, `${key}.json`))?.toString('utf8');
  return text === undefined ? undefined : JSON.parse(text);
}

/** False where a file is missing or not as it was written; then nothing is left of the copy. */
function copyWhole(keep: string, out: string, { name, paths }: Kept): boolean {
  const hash = contentHash();
  const to = join(out, name);
  for (const path of paths) {
    const content = readIfThere(join(keep, name, path));
    if (!content) break;
    hash.add(path, content);
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), content);
  }
  if (hash.name() === name) return true;
  rmSync(to, { recursive: true, force: true });
  rmSync(join(keep, name), { recursive: true, force: true });
  return false;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

let code: string | undefined;

/** Changes with the code of the search and with what Node brings for it: its compression and its knowledge of characters. */
function codeOfSearch(): string {
  code ??= digestOf({ folder: fileURLToPath(new URL('../..', import.meta.url)), names: ['search'] });
  return code;
}

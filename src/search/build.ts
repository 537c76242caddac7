import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group, Practice } from '../article/knowledge.ts';
import type { Case, Place } from '../article/schema.ts';
import { makeCatalogue, makeHeads, shownPassages } from './build/catalogue.ts';
import { type IndexFolder, openIndexFolder } from './build/index-folder.ts';
import { pruneShards } from './build/kept-shards.ts';
import { layShards } from './build/lay-shards.ts';
import { readPagefindProgram, refuseWithoutPagefind } from './build/pagefind-program.ts';
import { type IndexedCase, lengthsOf, printedPassages } from './build/passages.ts';
import { makePlainTexts } from './build/plain-texts.ts';
import { shardCount, shardOf } from './build/shards.ts';
import { makeSuggestions } from './build/suggestions.ts';
import type { Entry } from './catalogue.ts';
import { packCatalogue, packShown } from './packed-catalogue.ts';
import { traditionalTable } from './traditional.ts';

export { refuseWithoutPagefind };

export interface SearchInput {
  cases: readonly Case[];
  practices: readonly Practice[];
  groups: readonly Group[];
  gazetteer: { byCode(code: string): Place | undefined };
}

export interface SearchFolders {
  /** Of the built site; `search/` in it is written anew. */
  out: string;
  /** Keeps indexes between builds. */
  cache: string;
}

export interface SearchOptions {
  /** Called after each index that was laid. */
  onProgress?: (done: number, of: number) => void;
  /** Stops the work; what was written by then is left. */
  signal?: AbortSignal;
  /** How many indexes there are; without it as many as so many cases need. */
  shards?: number;
}

/** Writes the indexes, the texts of their passages and what the search page lists. */
export async function writeSearchIndex(input: SearchInput, folders: SearchFolders, options: SearchOptions = {}): Promise<void> {
  const parent = join(folders.out, 'search');
  rmSync(parent, { recursive: true, force: true });
  const sliceUnits = unitsInSlice(input.cases.length);
  const { cases, shards } = await indexCases(input.cases, { keep: join(folders.cache, 'search'), out: parent, sliceUnits }, options);

  const folder = openIndexFolder(parent);
  const plain = makePlainTexts(cases, input.practices);
  for (const [i, part] of plain.parts.entries()) writeScript(folder, `text-${i}`, part);
  writeBoth(folder, 'catalogue', packCatalogue(makeCatalogue(cases, input, sliceUnits)));
  for (const [i, heads] of makeHeads(cases).entries()) writeBoth(folder, `heads-${i}`, heads);
  const shown = shownPassages(cases);
  for (const { id } of input.practices) writeBoth(folder, `shown-${id}`, packShown(shown.get(id) ?? []));
  writeBoth(folder, 'suggestions', makeSuggestions(input));
  writeBoth(folder, 'traditional', traditionalTable);

  const entry: Entry = {
    folder: folder.close(),
    program: await writeProgram(parent),
    shards,
    plain: plain.kind,
    plainParts: plain.parts.length,
  };
  writeFileSync(join(parent, 'entry.json'), JSON.stringify(entry));
  writeFileSync(join(parent, 'entry.js'), script('entry', entry));
}

/** A large library has fewer and larger files of text. */
function unitsInSlice(cases: number): number {
  return cases <= 1000 ? 500 : 1500;
}

/** Lays one index for each shard of the cases; returns the cases by id, and the shards' folders. */
async function indexCases(
  given: readonly Case[],
  folders: { keep: string; out: string; sliceUnits: number },
  { shards: count = shardCount(given.length), ...options }: SearchOptions,
): Promise<{ cases: IndexedCase[]; shards: string[] }> {
  const cases = [...given]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => ({ entry, shard: shardOf(entry.id, count), passages: printedPassages(entry) }));
  const tasks = Array.from({ length: count }, (_, shard) => ({
    ...folders,
    cases: cases.filter((each) => each.shard === shard).map(({ entry: { title }, passages }) => ({ title, passages })),
  }));
  const made = await layShards(tasks, options);
  pruneShards(folders.keep, made);
  const rooms = made.map((shard) => shard.rooms.values());
  return {
    cases: cases.map((each) => ({ ...each, lengths: lengthsOf(each.entry, rooms[each.shard]?.next().value ?? []) })),
    shards: made.map(({ name }) => name),
  };
}

/** Writes Pagefind's program for the browser; returns its folder. */
async function writeProgram(parent: string): Promise<string> {
  const folder = openIndexFolder(parent);
  for (const { path, content } of await readPagefindProgram()) folder.write(path, content);
  return folder.close();
}

/** As data for `fetch`, and as a script for pages that may not fetch: those read from a disk. */
function writeBoth(folder: IndexFolder, name: string, value: unknown): void {
  folder.write(`${name}.json`, JSON.stringify(value));
  writeScript(folder, name, value);
}

function writeScript(folder: IndexFolder, name: string, value: unknown): void {
  folder.write(`plain/${name}.js`, script(name, value));
}

/** Calls what src/search/page/sources.ts puts on `window`. */
function script(name: string, value: unknown): string {
  return `casebookSearch(${JSON.stringify(name)},${JSON.stringify(value)})\n`;
}

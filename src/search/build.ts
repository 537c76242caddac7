import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group, Practice } from '../article/knowledge.ts';
import type { Case, Place } from '../article/schema.ts';
import { sumOf } from '../site/output/file-sums.ts';
import { headOf, makeCatalogue, makeHeads, shownPassages } from './build/catalogue.ts';
import { type ClosedFolder, type IndexFolder, openIndexFolder } from './build/index-folder.ts';
import { codeOfSearch, pruneShards, shardKey } from './build/kept-shards.ts';
import { layShards, type ShardPlan } from './build/lay-shards.ts';
import { readPagefindProgram, refuseWithoutPagefind } from './build/pagefind-program.ts';
import { type IndexedCase, lengthsOf, printedPassages } from './build/passages.ts';
import { makePlainTexts } from './build/plain-texts.ts';
import { shardCount, shardOf, sharedFirstWords } from './build/shards.ts';
import { makeSuggestions } from './build/suggestions.ts';
import { openTextDigests } from './build/text-digests.ts';
import type { Entry } from './catalogue.ts';
import { packCatalogue, packShown } from './packed-catalogue.ts';
import { traditionalTable } from './traditional.ts';

export { refuseWithoutPagefind };

export interface SearchInput {
  cases: readonly Case[];
  /** See `Library.sums`. */
  sums?: ReadonlyMap<Case, string> | undefined;
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

/**
 * Writes the indexes, the texts of their passages and what the search page lists. Returns the SHA-256 of every file that it wrote, by
 * its path in the site.
 */
export async function writeSearchIndex(
  input: SearchInput,
  folders: SearchFolders,
  options: SearchOptions = {},
): Promise<Map<string, string>> {
  const parent = join(folders.out, 'search');
  rmSync(parent, { recursive: true, force: true });
  const sliceUnits = unitsInSlice(input.cases.length);
  const { cases, shards, index } = await indexCases(input, { keep: join(folders.cache, 'search'), out: parent, sliceUnits }, options);

  const folder = openIndexFolder(parent);
  const plain = makePlainTexts(cases, input.practices);
  for (const [i, part] of plain.parts.entries()) writeScript(folder, `text-${i}`, part);
  writeBoth(folder, 'catalogue', packCatalogue(makeCatalogue(cases, input, sliceUnits)));
  for (const [i, heads] of makeHeads(cases).entries()) writeBoth(folder, `heads-${i}`, heads);
  const shown = shownPassages(cases);
  for (const { id } of input.practices) writeBoth(folder, `shown-${id}`, packShown(shown.get(id) ?? []));
  writeBoth(folder, 'suggestions', makeSuggestions(input));
  writeBoth(folder, 'traditional', traditionalTable);

  const parts = folder.close();
  const program = await writeProgram(parent);
  const entry: Entry = {
    folder: parts.name,
    program: program.name,
    index: index.name,
    shards: shards.map(({ name }) => name),
    plain: plain.kind,
    plainParts: plain.parts.length,
  };
  const entries = { 'entry.json': JSON.stringify(entry), 'entry.js': script('entry', entry) };
  for (const [name, text] of Object.entries(entries)) writeFileSync(join(parent, name), text);
  return new Map([
    ...[...shards, index, parts, program].flatMap(({ name, sums }) => sums.map(([path, sum]) => [`search/${name}/${path}`, sum] as const)),
    ...Object.entries(entries).map(([name, text]) => [`search/${name}`, sumOf(text)] as const),
  ]);
}

/** In a large library an article is one file of text, but for a very long one: making files is the dearest of writing the index. */
function unitsInSlice(cases: number): number {
  return cases <= 1000 ? 1500 : 6000;
}

/** Lays one index for each shard of the cases, and joins their parts; returns the cases by id, and the folders. */
async function indexCases(
  input: SearchInput,
  folders: { keep: string; out: string; sliceUnits: number },
  { shards: count = shardCount(input.cases.length), ...options }: SearchOptions,
): Promise<{ cases: IndexedCase[]; shards: ClosedFolder[]; index: ClosedFolder }> {
  const cases = [...input.cases]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((entry) => ({ entry, shard: shardOf(entry.id, count), passages: printedPassages(entry) }));
  const firstWords = count > 1 ? sharedFirstWords(input.cases, count) : undefined;
  const digests = openTextDigests(folders.keep, codeOfSearch(), input.sums);
  const tasks = Array.from({ length: count }, (_, shard): ShardPlan => {
    const own = cases.filter((each) => each.shard === shard);
    const key = shardKey(
      own.map(({ entry }) => digests.of(entry)),
      { ...folders, firstWords },
    );
    const texts = () => own.map(({ entry, passages }) => ({ head: headOf(entry), passages }));
    return { ...folders, firstWords, key, size: own.length, cases: texts };
  });
  digests.close();
  const { shards, index } = await layShards(tasks, options);
  pruneShards(
    folders.keep,
    shards.map(({ name }, shard) => ({ name, key: tasks[shard]?.key ?? '' })),
  );
  const rooms = shards.map((shard) => shard.rooms.values());
  return {
    cases: cases.map((each) => ({ ...each, lengths: lengthsOf(each.entry, rooms[each.shard]?.next().value ?? []) })),
    shards,
    index,
  };
}

/** Writes Pagefind's program for the browser. */
async function writeProgram(parent: string): Promise<ClosedFolder> {
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

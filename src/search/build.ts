import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group, Practice } from '../article/knowledge.ts';
import type { Case, Place } from '../article/schema.ts';
import { sumOf } from '../site/output/file-sums.ts';
import { headOf, makeCatalogue, makeHeads, shownPassages } from './build/catalogue.ts';
import { type ClosedFolder, type IndexFolder, openIndexFolder } from './build/index-folder.ts';
import { type IndexWork, openIndexWork } from './build/index-work.ts';
import { joinFile } from './build/join-parts.ts';
import { namesOf, placeFolder } from './build/kept-folders.ts';
import { codeOfSearch, filesOfKey, type MadeShard, shardKey } from './build/kept-shards.ts';
import { keepWhole, keyOfWhole, type TakeTask, type WholeSearch, wholeFile } from './build/kept-whole.ts';
import { layShards, type ShardPlan } from './build/lay-shards.ts';
import { readPagefindProgram, refuseWithoutPagefind } from './build/pagefind-program.ts';
import { type IndexedCase, lengthsOf, printedPassages } from './build/passages.ts';
import { makePlainTexts } from './build/plain-texts.ts';
import { shardCount, shardOf, sharedFirstWords } from './build/shards.ts';
import { makeSuggestions } from './build/suggestions.ts';
import { digestsFile, openTextDigests } from './build/text-digests.ts';
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
  { shards = shardCount(input.cases.length), signal, onProgress }: SearchOptions = {},
): Promise<Map<string, string>> {
  const [keep, out] = [join(folders.cache, 'search'), join(folders.out, 'search')];
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const key = keyOfWhole(input, shards);
  const work = openIndexWork(input.cases.length, signal);
  try {
    const kept = key === undefined ? undefined : await takeKept({ key, keep, out }, work);
    const whole = kept ?? (await makeWhole({ input, keep, out, shards, onProgress }, work));
    if (!kept) keepWhole(keep, { key: key ?? '', ...whole });
    const entries = { 'entry.json': JSON.stringify(whole.entry), 'entry.js': script('entry', whole.entry) };
    for (const [name, text] of Object.entries(entries)) writeFileSync(join(out, name), text);
    return new Map([
      ...whole.folders.flatMap(({ name, sums }) => sums.map(([path, sum]) => [`search/${name}/${path}`, sum] as const)),
      ...Object.entries(entries).map(([name, text]) => [`search/${name}`, sumOf(text)] as const),
    ]);
  } finally {
    await work.close();
  }
}

async function takeKept(task: TakeTask, { ask }: IndexWork): Promise<WholeSearch | undefined> {
  const answer = await ask({ take: task });
  return 'whole' in answer ? answer.whole : undefined;
}

interface Making {
  input: SearchInput;
  /** Absolute paths of the folder that keeps the search, and of the one in the site. */
  keep: string;
  out: string;
  shards: number;
  onProgress: SearchOptions['onProgress'];
}

async function makeWhole(making: Making, work: IndexWork): Promise<Omit<WholeSearch, 'key'>> {
  const { input, keep, out } = making;
  const { cases, shards, index, keys } = await indexCases(making, work);
  const folder = openIndexFolder(keep, 'lists.building');
  const plain = makePlainTexts(cases, input.practices);
  for (const [i, part] of plain.parts.entries()) writeScript(folder, `text-${i}`, part);
  writeBoth(folder, 'catalogue', packCatalogue(makeCatalogue(cases, input, unitsInSlice(cases.length))));
  for (const [i, heads] of makeHeads(cases).entries()) writeBoth(folder, `heads-${i}`, heads);
  const shown = shownPassages(cases);
  for (const { id } of input.practices) writeBoth(folder, `shown-${id}`, packShown(shown.get(id) ?? []));
  writeBoth(folder, 'suggestions', makeSuggestions(input));
  writeBoth(folder, 'traditional', traditionalTable);

  const lists = folder.close();
  const program = await writeProgram(keep);
  for (const each of [lists, program]) placeFolder(keep, out, each);
  const entry: Entry = {
    folder: lists.name,
    program: program.name,
    index: index.name,
    shards: shards.map(({ name }) => name),
    plain: plain.kind,
    plainParts: plain.parts.length,
  };
  const folders = [...shards, index, lists, program].map(({ name, sums }) => ({ name, sums }));
  pruneKept(keep, folders, keys);
  await work.ask({ note: { keep, folders } });
  return { entry, folders: [...new Map(folders.map((each) => [each.name, each])).values()] };
}

/** Lets go of everything but these folders and the indexes with these keys. */
function pruneKept(keep: string, folders: readonly ClosedFolder[], keys: readonly string[]): void {
  const used = new Set([digestsFile, joinFile, wholeFile, ...folders.flatMap(namesOf), ...keys.flatMap(filesOfKey)]);
  for (const name of readdirSync(keep)) if (!used.has(name)) rmSync(join(keep, name), { recursive: true, force: true });
}

/** In a large library an article is one file of text, but for a very long one: making files is the dearest of writing the index. */
function unitsInSlice(cases: number): number {
  return cases <= 1000 ? 1500 : 6000;
}

/** Lays one index for each shard of the cases, and joins their parts; returns the cases by id, the folders and the indexes' keys. */
async function indexCases(
  { input, keep, out, shards: count, onProgress }: Making,
  work: IndexWork,
): Promise<{ cases: IndexedCase[]; shards: MadeShard[]; index: ClosedFolder; keys: string[] }> {
  const cases = [...input.cases].sort((a, b) => (a.id < b.id ? -1 : 1)).map((entry) => ({ entry, shard: shardOf(entry.id, count) }));
  const settings = {
    keep,
    out,
    sliceUnits: unitsInSlice(cases.length),
    firstWords: count > 1 ? sharedFirstWords(input.cases, count) : undefined,
  };
  const digests = openTextDigests(keep, codeOfSearch(), input.sums);
  const plans = Array.from({ length: count }, (_, shard): ShardPlan => {
    const own = cases.filter((each) => each.shard === shard);
    const key = shardKey(
      own.map(({ entry }) => digests.of(entry)),
      settings,
    );
    return { ...settings, key, cases: () => own.map(({ entry }) => ({ head: headOf(entry), passages: printedPassages(entry) })) };
  });
  digests.close();
  const { shards, index } = await layShards(plans, work, onProgress);
  const rooms = shards.map((shard) => shard.rooms.values());
  return {
    cases: cases.map((each) => ({ ...each, lengths: lengthsOf(each.entry, rooms[each.shard]?.next().value ?? []) })),
    shards,
    index,
    keys: plans.map(({ key }) => key),
  };
}

/** Writes Pagefind's program for the browser. */
async function writeProgram(keep: string): Promise<ClosedFolder> {
  const folder = openIndexFolder(keep, 'program.building');
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

/** Copies articles into a site's seeds/: under safe names, none twice, byte for byte. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Knowledge } from '../article/annotate.ts';
import { type Problem, problem } from '../article/catalogue.ts';
import type { Reading } from '../article/read.ts';
import type { SiteFolders } from '../site/folders.ts';
import { readCorrections, sourceName } from './corrections.ts';
import { listFiles } from './files.ts';
import { safeName, TakenNames } from './import-names.ts';
import { type Candidate, findCandidates, unreadable } from './import-sources.ts';
import { readBytes } from './intake.ts';
import { openDesk, type ReadingStore, readSources } from './readings/readings.ts';
import { keyOf, textKeys } from './same-article.ts';
import { vocabularyOf } from './site-memory.ts';
import { readingVocabulary } from './vocabulary.ts';

/** What became of one file: where it is now, or why it was not taken. */
export type Outcome = { path: string; file: string; refused: [] } | { path: string; file?: undefined; refused: Problem[] };

export interface ImportProgress {
  /** The articles that are there already are read first, to know them again. */
  reading(done: number, of: number): void;
  imported(outcome: Outcome, done: number, of: number): void;
}

/** Imports files and folders, one after the other; one that is refused stops no other. What `store` keeps is not read again. */
export async function importArticles(
  folders: SiteFolders,
  paths: readonly string[],
  progress: ImportProgress,
  store?: ReadingStore,
): Promise<Outcome[]> {
  const candidates = await findCandidates(paths);
  const shelf = await openShelf(folders, progress, store);
  const outcomes: Outcome[] = [];
  for (const candidate of candidates) {
    const outcome = await importOne(folders, candidate, shelf);
    outcomes.push(outcome);
    progress.imported(outcome, outcomes.length, candidates.length);
  }
  return outcomes;
}

/** What seeds/ holds. */
interface Shelf {
  knowledge: Knowledge;
  names: TakenNames;
  /** Files by what makes an article the same. */
  files: Map<string, string>;
}

async function openShelf(folders: SiteFolders, progress: ImportProgress, store: ReadingStore | undefined): Promise<Shelf> {
  const { vocabulary, knowledge } = await vocabularyOf(folders);
  const desk = openDesk(folders, readingVocabulary(vocabulary), knowledge, { store, shelf: undefined });
  const sources = ((await listFiles(folders.seeds)) ?? []).map((name) => `seeds/${name}`);
  const corrections = await readCorrections(folders, sources);
  const shelf: Shelf = { knowledge, names: new TakenNames(), files: new Map() };
  if (sources.length > 0) progress.reading(0, sources.length);
  const asTheyCame = sources.map((file) => ({ file }));
  for (const { head } of await readSources(desk, asTheyCame, progress.reading)) {
    const name = sourceName(head.file);
    shelf.names.add(name);
    shelf.names.add(name, corrections.get(name)?.correction?.id);
    const bytes = await bytesOf(join(folders.site, head.file));
    if (bytes instanceof Uint8Array) remember(shelf, head.file, [keyOf(bytes), ...head.textKeys]);
  }
  return shelf;
}

async function importOne(folders: SiteFolders, candidate: Candidate, shelf: Shelf): Promise<Outcome> {
  const { path } = candidate;
  if (candidate.problem) return { path, refused: [candidate.problem] };
  const bytes = await bytesOf(path);
  if (!(bytes instanceof Uint8Array)) return { path, refused: [bytes] };
  const { stem, ending } = shelf.names.free(safeName(basename(path)));
  const file = `seeds/${stem}${ending}`;
  const reading = await readBytes({ file, bytes }, shelf.knowledge);
  const other = keysOf(bytes, reading)
    .map((key) => shelf.files.get(key))
    .find((known) => known !== undefined);
  if (other) return { path, refused: [problem('sameArticle', { other })] };
  if (reading.errors.length > 0) return { path, refused: reading.errors };
  await writeWhole(folders.seeds, `${stem}${ending}`, bytes);
  shelf.names.add(stem);
  remember(shelf, file, keysOf(bytes, reading));
  return { path, file, refused: [] };
}

async function bytesOf(path: string): Promise<Uint8Array | Problem> {
  try {
    return await readFile(path);
  } catch (error) {
    const refused = unreadable(error);
    if (!refused) throw error;
    return refused;
  }
}

function remember(shelf: Shelf, file: string, keys: readonly string[]): void {
  for (const key of keys) if (!shelf.files.has(key)) shelf.files.set(key, file);
}

/** The same bytes, or the same words. */
function keysOf(bytes: Uint8Array, reading: Reading): string[] {
  return [keyOf(bytes), ...textKeys(reading)];
}

/** A file that is being written is hidden, so that half an article is never read. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  await mkdir(folder, { recursive: true });
  const hidden = join(folder, `.${name}.part`);
  try {
    await writeFile(hidden, bytes);
    await rename(hidden, join(folder, name));
  } finally {
    await rm(hidden, { force: true });
  }
}

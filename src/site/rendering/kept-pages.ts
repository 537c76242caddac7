/**
 * Finished files that builds of one site keep for the next one, by the keys of what they show. They are named by their
 * content. Before they are used, those that the disk no longer vouches for are read: what a hand has changed is not published.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ListPages } from '../../library/list-pages.ts';
import { markOf, settledMark } from '../file-marks.ts';
import type { SiteFolders } from '../folders.ts';
import { inThreads } from '../threads.ts';
import { type KeptIndex, type KeptPages, readIndex, writeIndex } from './kept-index.ts';

const folderOf = (folders: Pick<SiteFolders, 'cache'>) => join(folders.cache, 'kept-pages');
const indexFile = (folders: SiteFolders) => join(folderOf(folders), 'index');

/** Where the content of kept pages stands. */
export const contentFolder = (folders: Pick<SiteFolders, 'cache'>) => join(folderOf(folders), 'content');
export const contentFile = (folder: string, sum: string) => join(folder, sum.slice(0, 2), sum);

/** What an earlier build has kept and is still what it was. */
export interface Kept {
  /** Pages that were made under this digest. */
  pagesOf(common: string): KeptPages;
  /** Data of cases, whatever the digest; keyed by the packs that they were taken from. */
  data: KeptPages;
  /** Where the anchors of lists stood when these pages were made. */
  lists: ListPages;
}

/** Nothing where the list of what was kept cannot be read. */
export async function openKept(folders: SiteFolders): Promise<Kept> {
  const index = readIndex(indexFile(folders));
  if (!index) return { pagesOf: () => ({}), data: {}, lists: {} };
  const sound = await soundContents(contentFolder(folders), index.marks);
  const soundIn = (pages: KeptPages) => Object.fromEntries(Object.entries(pages).filter(([, { facts }]) => sound.has(facts.sum)));
  return {
    pagesOf: (common) => (common === index.common ? soundIn(index.pages) : {}),
    data: soundIn(index.data),
    lists: index.lists,
  };
}

/** Sums of the content that is what its name says. What has the size, time and number that the disk gave it when it was noted is not read. */
async function soundContents(folder: string, marks: Readonly<Record<string, string>>): Promise<Set<string>> {
  const { vouched = [], doubtful = [] } = Object.groupBy(contentsIn(folder), (sum) =>
    sum in marks && markOf(contentFile(folder, sum)) === marks[sum] ? 'vouched' : 'doubtful',
  );
  const work = { program: new URL('sum-worker.ts', import.meta.url), setup: folder, batch: 200 };
  const isSound = await inThreads<string, boolean>(doubtful, work);
  return new Set([...vouched, ...doubtful.filter((_, at) => isSound[at])]);
}

/** Keeps these and lets all others go. */
export function closeKept(folders: SiteFolders, kept: Omit<KeptIndex, 'marks'>): void {
  mkdirSync(folderOf(folders), { recursive: true });
  const unfinished = `${indexFile(folders)}.${process.pid}`;
  const used = new Set([kept.pages, kept.data].flatMap((files) => Object.values(files)).map(({ facts }) => facts.sum));
  const folder = contentFolder(folders);
  const marks = marksOf(folder, used, unfinished);
  writeIndex(indexFile(folders), unfinished, { ...kept, marks });
  for (const sum of contentsIn(folder)) if (!used.has(sum)) rmSync(contentFile(folder, sum), { force: true });
}

/** `clock` is a file that may be written to learn the time of the disk. */
function marksOf(folder: string, sums: ReadonlySet<string>, clock: string): Record<string, string> {
  writeFileSync(clock, '');
  const isSettled = settledMark(clock);
  const marks = [...sums].flatMap((sum) => {
    const mark = isSettled(contentFile(folder, sum));
    return mark === undefined ? [] : [[sum, mark] as const];
  });
  return Object.fromEntries(marks);
}

/** Puts a kept file in its place. */
export function takeKept(folder: string, sum: string, to: string): void {
  place(contentFile(folder, sum), to);
}

/** Keeps a finished file. */
export function keepFile(folder: string, sum: string, finished: string): void {
  const file = contentFile(folder, sum);
  if (existsSync(file)) rmSync(file);
  place(finished, file);
}

/** One file under two names where the disk allows it: neither the build nor a server ever writes into one. Else a copy. */
export function place(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    copyFileSync(from, to);
  }
}

function contentsIn(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  return new Set(readdirSync(folder).flatMap((part) => readdirSync(join(folder, part))));
}

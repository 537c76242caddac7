/**
 * Finished files that builds of one site keep for the next one, by the keys of what they show. They are named by their
 * content and read again before they are used: what a disk or a hand has changed is not published.
 */
import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FileFacts } from './finish-page.ts';
import type { SiteFolders } from './folders.ts';
import type { PageKeys } from './page-plan.ts';
import { inThreads } from './threads.ts';

export interface KeptPage {
  key: string;
  facts: FileFacts;
}

export type KeptPages = Record<string, KeptPage>;

interface KeptIndex {
  /** Digest of what every page depends on; pages of another one are let go. */
  common: string;
  pages: KeptPages;
}

const folderOf = (folders: Pick<SiteFolders, 'cache'>) => join(folders.cache, 'kept-pages');
const indexFile = (folders: SiteFolders) => join(folderOf(folders), 'index.json');

/** Where the content of kept pages stands. */
export const contentFolder = (folders: Pick<SiteFolders, 'cache'>) => join(folderOf(folders), 'content');
export const contentFile = (folder: string, sum: string) => join(folder, sum.slice(0, 2), sum);

/** The files that were kept under this digest and still are what they were; none where their list cannot be read. */
export async function openKept(folders: SiteFolders, common: string): Promise<KeptPages> {
  const index = readIndex(indexFile(folders));
  if (index?.common !== common) {
    rmSync(folderOf(folders), { recursive: true, force: true });
    return {};
  }
  const sound = await soundContents(contentFolder(folders));
  return Object.fromEntries(Object.entries(index.pages).filter(([, { facts }]) => sound.has(facts.sum)));
}

/** Sums of the content that is what its name says. */
async function soundContents(folder: string): Promise<Set<string>> {
  const sums = [...contentsIn(folder)];
  const isSound = await inThreads<string, boolean>(sums, { program: new URL('sum-worker.ts', import.meta.url), setup: folder, batch: 200 });
  return new Set(sums.filter((_, at) => isSound[at]));
}

/** Keeps these and lets all others go. */
export function closeKept(folders: SiteFolders, common: string, pages: KeptPages): void {
  mkdirSync(folderOf(folders), { recursive: true });
  const unfinished = `${indexFile(folders)}.${process.pid}`;
  writeFileSync(unfinished, JSON.stringify({ common, pages } satisfies KeptIndex));
  renameSync(unfinished, indexFile(folders));
  const used = new Set(Object.values(pages).map(({ facts }) => facts.sum));
  const folder = contentFolder(folders);
  for (const sum of contentsIn(folder)) if (!used.has(sum)) rmSync(contentFile(folder, sum), { force: true });
}

export function keysOf(pages: KeptPages): PageKeys {
  return Object.fromEntries(Object.entries(pages).map(([file, { key }]) => [file, key]));
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

function readIndex(file: string): KeptIndex | undefined {
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptIndex;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

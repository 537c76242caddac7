/** The files that a call of `npm run import` names, folders gone through. */
import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../article/catalogue.ts';

/** A file to import, or a path that gives none, with the reason. */
export type Candidate = { path: string; problem?: undefined } | { path: string; problem: Problem };

/** Bytes above which a file is no article. */
const largestFile = 64_000_000;

/** Each file once, folders in order of their names. */
export async function findCandidates(paths: readonly string[]): Promise<Candidate[]> {
  const found = new Map<string, Candidate>();
  for (const path of paths) for (const candidate of await candidatesAt(path)) found.set(candidate.path, candidate);
  return [...found.values()];
}

async function candidatesAt(path: string): Promise<Candidate[]> {
  try {
    const stats = await stat(path);
    if (stats.isDirectory()) return await candidatesIn(path);
    if (!stats.isFile()) return [{ path, problem: problem('notAFile') }];
    return stats.size > largestFile ? [{ path, problem: problem('hugeFile', { megabytes: Math.ceil(stats.size / 1e6) }) }] : [{ path }];
  } catch (error) {
    const refused = unreadable(error);
    if (!refused) throw error;
    return [{ path, problem: refused }];
  }
}

async function candidatesIn(folder: string): Promise<Candidate[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  const found: Candidate[] = [];
  // Links to folders may lead in a circle.
  for (const entry of entries.filter((each) => !isLeftOut(each, entries) && !each.isSymbolicLink()))
    found.push(...(await candidatesAt(join(folder, entry.name))));
  return found.length > 0 ? found : [{ path: folder, problem: problem('emptyFolder') }];
}

/** What systems and Word leave in folders, and the pictures and scripts beside a saved page. */
function isLeftOut({ name }: Dirent, beside: readonly Dirent[]): boolean {
  if (/^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(name)) return true;
  const page = /^(?<page>.+)(?:_files|\.files|_文件)$/.exec(name)?.groups?.page;
  return page !== undefined && beside.some((other) => /^\.html?$/i.test(other.name.slice(page.length)) && other.name.startsWith(page));
}

/** The problem of a file that the system does not give; undefined for an error of the program. */
export function unreadable(error: unknown): Problem | undefined {
  if (!(error instanceof Error && 'code' in error)) return undefined;
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return problem('noSuchFile');
  return 'path' in error ? problem('unreadableFile', { detail: String(error.code) }) : undefined;
}

import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** Who holds a lock, as far as its file says. */
export interface Holder {
  pid: number;
  host: string;
}

export interface Lock {
  release(): void;
}

/** A writer needs no longer than this, in milliseconds, between creating its lock file and filling it. */
const filling = 5000;

/**
 * Takes the lock that `file` stands for. Returns the holder where another live process has it;
 * the lock of a dead process on this machine is taken over.
 */
export function takeLock(file: string): Lock | { heldBy: Holder } {
  for (;;) {
    if (create(file)) return { release: () => rmSync(file, { force: true }) };
    const content = read(file);
    if (content === undefined) continue;
    const holder = holderOf(content);
    if (holder ? isAlive(holder) : isBeingFilled(file)) return { heldBy: holder ?? { pid: 0, host: hostname() } };
    removeStale(file, content);
  }
}

function create(file: string): boolean {
  try {
    writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    // A full disk takes the name and not the content; without its holder the file would stand for a live one.
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].some((code) => isCode(error, code))) rmSync(file, { force: true });
    throw error;
  }
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function holderOf(content: string): Holder | undefined {
  const found = /"pid":(\d+),"host":"([^"]*)"/.exec(content);
  return found ? { pid: Number(found[1]), host: found[2] ?? '' } : undefined;
}

/** A process of another machine cannot be asked and counts as alive; our own id means an earlier process that had it. */
function isAlive(holder: Holder): boolean {
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return isCode(error, 'EPERM');
  }
}

function isBeingFilled(file: string): boolean {
  const stats = statSync(file, { throwIfNoEntry: false });
  return stats !== undefined && Date.now() - stats.mtimeMs < filling;
}

/** Renames before it removes: a lock that a third process took meanwhile is recognised by its content and put back. */
function removeStale(file: string, content: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if (read(aside) !== content) linkSync(aside, file);
  rmSync(aside, { force: true });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

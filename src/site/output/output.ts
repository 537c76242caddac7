import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { SiteFolders } from '../folders.ts';
import { Refusal } from '../refusal.ts';
import { takeLock } from './lock.ts';

/** The file that marks a folder as made by this program; without it a folder that holds files is never replaced. */
export const markerName = 'casebook.json';

/** What the marker says; no time stamp, so that the same content makes the same bytes. */
interface Marker {
  generator: 'casebook';
  /** Version of the contract of addresses and data. */
  contract: number;
  /** Version of the program. */
  version: string;
}

/** A place beside the output where a build writes, until it is whole. */
export interface Staging {
  folder: string;
  /** Puts what was built in the output's place. */
  publish(): Promise<void>;
  /** Leaves nothing behind but the output, old or new; may be called more than once. */
  close(): void;
}

/** Locks the output, mends what a killed build left, and opens a staging folder. Refuses a folder that is not ours. */
export function openOutput(folders: SiteFolders): Staging {
  const out = existsSync(folders.out) ? realpathSync(folders.out) : folders.out;
  refuseSources(out, folders);
  mkdirSync(dirname(out), { recursive: true });
  const lockFile = `${out}.lock`;
  const lock = takeLock(lockFile);
  if ('heldBy' in lock) {
    throw new Refusal(
      `另一个生成（进程 ${lock.heldBy.pid}，主机 ${lock.heldBy.host}）正在写入 ${out}`,
      `请等它完成后再试；若确认没有生成在运行，请删除 ${lockFile}。`,
    );
  }
  const folder = `${out}.building-${process.pid}`;
  const previous = `${out}.previous-${process.pid}`;
  const close = () => {
    if (!existsSync(out) && existsSync(previous)) renameSync(previous, out);
    for (const path of [folder, previous]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    lock.release();
    process.off('exit', close);
  };
  process.on('exit', close);
  try {
    recoverOutput(out);
    refuseForeign(out);
    mkdirSync(folder);
    writeMarker(folder, folders.program);
  } catch (error) {
    close();
    throw error;
  }
  return { folder, publish: () => swap(out, folder, previous), close };
}

/** Brings back the output that a build killed between its two renames moved aside; removes what killed builds left. */
export function recoverOutput(out: string): void {
  const [parent, name] = [dirname(out), basename(out)];
  if (!existsSync(parent)) return;
  const left = readdirSync(parent)
    .filter((other) => other.startsWith(`${name}.`) && /^\.(building|previous)-\d+$/.test(other.slice(name.length)))
    .sort()
    .map((other) => join(parent, other))
    .filter((path) => isOurs(path) || readdirSync(path).length === 0);
  for (const path of left) {
    if (path.startsWith(`${out}.previous-`) && !existsSync(out)) renameSync(path, out);
    else rmSync(path, { recursive: true, force: true });
  }
}

/** Whether the folder holds a site that this program built. */
export function isOurs(folder: string): boolean {
  const file = join(folder, markerName);
  return existsSync(file) && readFileSync(file, 'utf8').includes('"generator": "casebook"');
}

function refuseSources(out: string, folders: SiteFolders): void {
  const contains = (outer: string, inner: string) => {
    const path = relative(outer, inner);
    return path.split(sep)[0] !== '..' && !isAbsolute(path);
  };
  const above = [folders.site, folders.program].some((folder) => contains(out, folder));
  const within = [folders.seeds, folders.content, folders.public, join(folders.program, 'src')].some((folder) => contains(folder, out));
  if (above || within) throw new Refusal(`输出文件夹 ${out} 与源文件重叠`, '请把 CASEBOOK_OUT 指到另一个文件夹，例如站点下的 dist。');
}

function refuseForeign(out: string): void {
  if (!existsSync(out) || isOurs(out)) return;
  let names: string[];
  try {
    names = readdirSync(out);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') names = [basename(out)];
    else throw error;
  }
  if (names.length === 0) return;
  throw new Refusal(
    `输出位置 ${out} 里有不是本程序生成的文件（${names.slice(0, 3).join('、')}${names.length > 3 ? ' 等' : ''}），为免误删，没有写入`,
    '请用 CASEBOOK_OUT 另指一个新的或空的文件夹，或先把这些文件移走。',
  );
}

function writeMarker(folder: string, program: string): void {
  const { version } = JSON.parse(readFileSync(join(program, 'package.json'), 'utf8')) as { version: string };
  const marker: Marker = { generator: 'casebook', contract: 1, version };
  writeFileSync(join(folder, markerName), `${JSON.stringify(marker, null, 2)}\n`);
}

async function swap(out: string, folder: string, previous: string): Promise<void> {
  if (existsSync(out)) await renamePatiently(out, previous);
  try {
    await renamePatiently(folder, out);
  } catch (error) {
    if (existsSync(previous)) renameSync(previous, out);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true, maxRetries: 5 });
}

/** Virus scanners and indexers on Windows hold a folder for a moment after it was written. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (sep !== '\\' || attempt === 20 || !['EPERM', 'EACCES', 'EBUSY'].includes(code)) throw error;
      await setTimeout(100 * attempt);
    }
  }
}

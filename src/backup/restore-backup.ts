import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { openZip, type ZippedFile } from '../archive/unzip.ts';
import type { SiteFolders } from '../site/folders.ts';
import { readSums, sumsName } from '../site/output/sums.ts';
import { Refusal } from '../site/refusal.ts';
import { keptFolders } from './kept-folders.ts';

export interface Restored {
  /** Files brought back. */
  files: number;
  /** Where what stood there before is now. */
  aside?: string;
}

/**
 * Brings a backup back into a site's folder, all of it or nothing. Refuses a backup that is not whole, and a folder with
 * content unless `replace` says that it is to be moved aside.
 */
export function restoreBackup(folders: SiteFolders, zipFile: string, { replace }: { replace: boolean }): Restored {
  if (!existsSync(zipFile)) throw new Refusal(`没有这个文件：${zipFile}`, '请写上备份文件：npm run restore -- 备份.zip');
  const present = keptFolders.filter((name) => existsSync(folders[name]) && readdirSync(folders[name]).length > 0);
  if (present.length > 0 && !replace) {
    throw new Refusal(
      `${folders.site} 里已有 ${present.map((name) => `${name}/`).join('、')}，没有恢复`,
      '确实要恢复到这里的，请加 --replace：现有的会移到旁边的文件夹，不会删除。也可以用 CASEBOOK_SITE 另指一个新文件夹。',
    );
  }
  const staging = join(folders.site, `restoring-${process.pid}`);
  mkdirSync(staging, { recursive: true });
  try {
    const files = unpackInto(staging, zipFile);
    const aside = present.length > 0 ? freeFolder(folders.site) : undefined;
    putInPlace(folders, staging, aside);
    return { files, aside };
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function unpackInto(staging: string, zipFile: string): number {
  const zip = openZip(zipFile);
  if (!zip) throw notWhole(zipFile, '不是完整的 zip 文件');
  try {
    const sums = sumsOf(zip.files, zipFile);
    const files = zip.files.filter(({ path }) => path !== sumsName);
    const named = new Set(files.map(({ path }) => path));
    const lost = [...sums.keys()].find((path) => !named.has(path));
    if (lost !== undefined) throw notWhole(zipFile, `缺少 ${lost}`);
    for (const file of files) {
      const bytes = bytesOf(file, zipFile);
      if (createHash('sha256').update(bytes).digest('hex') !== sums.get(file.path)) throw notWhole(zipFile, `${file.path} 与清单不同`);
      const target = join(staging, file.path);
      refuseOutside(staging, target, file.path, zipFile);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    }
    return files.length;
  } finally {
    zip.close();
  }
}

function sumsOf(files: readonly ZippedFile[], zipFile: string): Map<string, string> {
  const file = files.find(({ path }) => path === sumsName);
  const sums = file && readSums(bytesOf(file, zipFile).toString('utf8'));
  if (!sums) throw notWhole(zipFile, `没有可用的清单 ${sumsName}`);
  return sums;
}

function bytesOf(file: ZippedFile, zipFile: string): Buffer {
  try {
    return file.read();
  } catch (error) {
    if (error instanceof RangeError || (error instanceof Error && 'code' in error && String(error.code).startsWith('Z_'))) {
      throw notWhole(zipFile, `${file.path} 解不开`);
    }
    throw error;
  }
}

function refuseOutside(staging: string, target: string, path: string, zipFile: string): void {
  const [folder, ...rest] = relative(staging, target).split(sep);
  if (rest.length > 0 && keptFolders.some((name) => name === folder)) return;
  throw notWhole(zipFile, `${path} 不在 seeds/、content/、public/ 里`);
}

function notWhole(zipFile: string, reason: string): Refusal {
  return new Refusal(`${zipFile} 不能恢复：${reason}`, '没有改动任何文件。请用 npm run backup 做出的另一份备份。');
}

/** `replaced-1`, or the next number that is free. */
function freeFolder(site: string): string {
  for (let number = 1; ; number += 1) {
    const folder = join(site, `replaced-${number}`);
    if (!existsSync(folder)) return folder;
  }
}

/** Moves what is there aside and the restored folders to their places; undoes it where one cannot be moved. */
function putInPlace(folders: SiteFolders, staging: string, aside: string | undefined): void {
  const moved: [from: string, to: string][] = [];
  const move = (from: string, to: string) => {
    if (!existsSync(from)) return;
    renameSync(from, to);
    moved.push([from, to]);
  };
  try {
    if (aside) mkdirSync(aside);
    for (const name of keptFolders) {
      if (aside) move(folders[name], join(aside, name));
      else rmSync(folders[name], { recursive: true, force: true });
      move(join(staging, name), folders[name]);
    }
  } catch (error) {
    for (const [from, to] of moved.reverse()) renameSync(to, from);
    if (aside) rmSync(aside, { recursive: true, force: true });
    throw error;
  }
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ArchiveEntry, entriesOf } from '../archive/entry.ts';
import { writeZip } from '../archive/zip.ts';
import type { SiteFolders } from '../site/folders.ts';
import { sumLine, sumsName } from '../site/output/sums.ts';
import { Refusal } from '../site/refusal.ts';
import { keptFolders } from './kept-folders.ts';

/** Writes everything that people wrote or received, with its sums, into a new zip; returns the number of files. Throws where the zip exists. */
export function writeBackup(folders: SiteFolders, zipFile: string): number {
  const present = keptFolders.filter((name) => existsSync(folders[name]));
  if (!present.includes('seeds') && !present.includes('content')) {
    throw new Refusal(`${folders.site} 里没有 seeds/ 和 content/，没有可备份的`, '请检查 CASEBOOK_SITE 写得对不对。');
  }
  refuseLinks(present.map((name) => [name, folders[name]]));
  const sums: string[] = [];
  const files = present.flatMap((name) => entriesOf(folders[name], `${name}/`)).map((entry) => summed(entry, sums));
  writeZip(
    zipFile,
    [...files, { path: sumsName, content: () => Buffer.from(sums.join('')) }],
    '请直接拷贝 seeds/、content/、public/ 三个文件夹作备份。',
  );
  return files.length;
}

/** The sum is that of the very bytes that are packed. */
function summed({ path, content }: ArchiveEntry, sums: string[]): ArchiveEntry {
  return {
    path,
    content: () => {
      const bytes = content();
      sums.push(sumLine(createHash('sha256').update(bytes).digest('hex'), path));
      return bytes;
    },
  };
}

/** What a link leads to would not be in the backup. */
function refuseLinks(folders: readonly (readonly [name: string, folder: string])[]): void {
  const links = folders.flatMap(([name, folder]) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isFile() && !entry.isDirectory())
      .map((entry) => join(name, entry.parentPath.slice(folder.length), entry.name)),
  );
  if (links.length === 0) return;
  throw new Refusal(
    ['有的不是文件本身，而是指向别处的链接，备份不进去：', ...links.sort().map((path) => `  ${path}`)].join('\n'),
    '请换成文件本身，再备份。',
  );
}

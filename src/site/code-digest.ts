import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from './files-of.ts';
import type { SiteFolders } from './folders.ts';

/** What of the program makes pages: a change anywhere in it makes them all anew. */
const programFiles = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

/** What of a site's own files stands on pages beside its articles and practices. */
const siteFiles = ['places.yaml'];

/** A digest of the code that makes pages, of the packages and the runtime that it stands on, and of what a site says once for all pages. */
export function digestBehindPages(folders: SiteFolders): string {
  const hash = createHash('sha256').update(process.version);
  const take = (folder: string, name: string) => {
    const file = join(folder, name);
    hash.update(`\n${name}\n`);
    if (existsSync(file)) hash.update(createHash('sha256').update(readFileSync(file)).digest());
  };
  for (const name of programFiles) take(folders.program, name);
  for (const name of filesOf(join(folders.program, 'src'))) take(join(folders.program, 'src'), name);
  for (const name of siteFiles) take(folders.content, name);
  return hash.digest('base64url');
}

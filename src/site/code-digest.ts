import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteFolders } from './folders.ts';
import { filesOf } from './output/files-of.ts';

/** Files and folders on which something stands that is kept between builds. */
export interface Ground {
  /** Absolute path. */
  folder: string;
  /** Files and folders in it; of one that is not there the absence counts. */
  names: readonly string[];
}

/**
 * Changes with any byte and any name of these files, and with the runtime: with what it compiles, compresses and knows of characters.
 * No clock is looked at. Hex.
 */
export function digestOf(...grounds: readonly Ground[]): string {
  const { node, unicode, icu, zlib } = process.versions;
  const hash = createHash('sha256').update(`${node} ${unicode} ${icu} ${zlib}\n`);
  for (const { folder, names } of grounds) {
    for (const file of names.flatMap((name) => filesUnder(folder, name))) {
      const bytes = readFileSync(join(folder, file));
      hash.update(`${file} ${bytes.length}\n`).update(bytes);
    }
    hash.update('\n');
  }
  return hash.digest('hex');
}

function filesUnder(folder: string, name: string): string[] {
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  if (!found) return [];
  return found.isDirectory() ? filesOf(join(folder, name)).map((file) => `${name}/${file}`) : [name];
}

/** What of the program makes pages: a change anywhere in it makes them all anew. */
const pageMakers = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json', 'src'];

/** What of a site's own files stands on pages beside its articles and practices. */
const siteFiles = ['places.yaml'];

/**
 * A digest of the code that makes pages, of the packages and the runtime that it stands on, and of what a site says once for all pages.
 * `assets` are the scripts and styles that pages load, named by their content: a guide may bring some of its own.
 */
export function digestBehindPages({ program, content }: SiteFolders, assets: readonly string[]): string {
  const files = digestOf({ folder: program, names: pageMakers }, { folder: content, names: siteFiles });
  return createHash('sha256')
    .update([files, ...assets].join('\n'))
    .digest('hex');
}

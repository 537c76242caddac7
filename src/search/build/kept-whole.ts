/** All that a build writes for the search, kept as it is: where nothing of it has changed the next build makes nothing. */
import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digestOf } from '../../site/code-digest.ts';
import { jsonIfWhole } from '../../site/kept-files.ts';
import type { SearchInput } from '../build.ts';
import type { Entry } from '../catalogue.ts';
import type { ClosedFolder } from './index-folder.ts';
import { isSound, placeFolder } from './kept-folders.ts';

/** Plain data: it crosses to another thread. */
export interface WholeSearch {
  /** Changes with everything that the search is made of. */
  key: string;
  entry: Entry;
  /** Every folder that the entry names, once each. */
  folders: ClosedFolder[];
}

export interface TakeTask {
  key: string;
  /** Absolute paths of the folder that keeps the search, and of the one in the site. */
  keep: string;
  out: string;
}

/** Its name in the folder that keeps the search. */
export const wholeFile = 'whole.json';

/** Undefined where the sum of a case is not known. */
export function keyOfWhole({ cases, sums, practices, groups, gazetteer }: SearchInput, shards: number): string | undefined {
  const hash = createHash('sha256').update(`${codeBehindSearch()} ${shards}\n`);
  for (const entry of cases) {
    const sum = sums?.get(entry);
    if (sum === undefined) return undefined;
    hash.update(sum);
  }
  const spokenOf = new Set<string>();
  for (const { blocks } of cases) for (const { places } of blocks) for (const code of places) spokenOf.add(code);
  hash.update(JSON.stringify([practices, groups, [...spokenOf].map((code) => gazetteer.byCode(code) ?? null)]));
  return hash.digest('hex');
}

/** Puts all of it into the site; undefined, and nothing is put, where what is kept has another key or is not as it was written. */
export function takeWhole({ key, keep, out }: TakeTask): WholeSearch | undefined {
  const kept = jsonIfWhole(join(keep, wholeFile)) as WholeSearch | undefined;
  if (kept?.key !== key || !kept.folders.every((folder) => isSound(keep, folder))) return undefined;
  for (const folder of kept.folders) placeFolder(keep, out, folder);
  return kept;
}

export function keepWhole(keep: string, whole: WholeSearch): void {
  mkdirSync(keep, { recursive: true });
  const unfinished = join(keep, `${wholeFile}.part`);
  writeFileSync(unfinished, JSON.stringify(whole));
  renameSync(unfinished, join(keep, wholeFile));
}

/** With the packages that the search brings to the browser and reads pinyin with. */
function codeBehindSearch(): string {
  return digestOf({ folder: fileURLToPath(new URL('../../..', import.meta.url)), names: ['src/search', 'package-lock.json'] });
}

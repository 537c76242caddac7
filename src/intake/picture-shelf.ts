/** Pictures on their way from the articles to the pages: too many bytes to be held for a whole library. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Picture } from '../article/pictures/picture.ts';
import type { SiteFolders } from '../site/folders.ts';

export interface PictureShelf {
  /** Each name is made from its content: what is there already is the same. */
  put(pictures: readonly Picture[]): Promise<void>;
  /** Whether pictures of all these names are there; they stay then. */
  holds(names: readonly string[]): boolean;
  /** Forgets the pictures that nobody has put there or asked for since the shelf was opened. */
  close(): Promise<void>;
}

const folderOf = (folders: Pick<SiteFolders, 'cache'>) => join(folders.cache, 'pictures');

export async function openPictureShelf(folders: Pick<SiteFolders, 'cache'>): Promise<PictureShelf> {
  const folder = folderOf(folders);
  await mkdir(folder, { recursive: true });
  const there = new Set(await readdir(folder));
  const used = new Set<string>();
  return {
    async put(pictures) {
      for (const { name, bytes } of pictures) {
        if (!used.has(name) && !there.has(name)) await writeWhole(folder, name, bytes);
        used.add(name);
      }
    },
    holds(names) {
      const held = names.every((name) => there.has(name) || used.has(name) || existsSync(join(folder, name)));
      if (held) for (const name of names) used.add(name);
      return held;
    },
    async close() {
      for (const name of there) if (!used.has(name)) await rm(join(folder, name), { force: true });
    },
  };
}

export function readShelvedPicture(folders: SiteFolders, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return readFile(join(folderOf(folders), name));
}

/** A build that is killed leaves no half of a picture under its name. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(folder, `.${name}.${process.pid}`);
  await writeFile(unfinished, bytes);
  await rename(unfinished, join(folder, name));
}

import { createHash } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sumOf } from '../../site/output/file-sums.ts';
import { place } from '../../site/rendering/kept-pages.ts';

/** A file of a folder, relative to it, and its SHA-256. */
export type FileSum = readonly [path: string, sum: string];

/** A folder whose name is made from its content: the same content has the same name, and parts of two builds never mix in a browser's cache. */
export interface IndexFolder {
  /** Writes a file; the order of files must be the same in every build. */
  write(path: string, content: string | Uint8Array): void;
  /** Takes a file that another build has written, and its SHA-256. */
  take(path: string, file: string, sum: string): void;
  /** Gives the folder its name. */
  close(): ClosedFolder;
}

export interface ClosedFolder {
  name: string;
  /** Its files as they were written, one after the other. */
  sums: FileSum[];
}

/** `open`: its name until it is closed. */
export function openIndexFolder(parent: string, open = 'building'): IndexFolder {
  const building = join(parent, open);
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const sums: FileSum[] = [];
  const folders = new Set<string>();
  return {
    write(path, content) {
      const bytes = typeof content === 'string' ? Buffer.from(content) : content;
      sums.push([path, sumOf(bytes)]);
      const file = join(building, path);
      const folder = dirname(file);
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(file, bytes);
    },
    take(path, file, sum) {
      sums.push([path, sum]);
      place(file, join(building, path));
    },
    close() {
      const name = nameOf(sums);
      // One of that name may be there from an earlier build, damaged.
      rmSync(join(parent, name), { recursive: true, force: true });
      renameSync(building, join(parent, name));
      return { name, sums };
    },
  };
}

function nameOf(sums: readonly FileSum[]): string {
  const hash = createHash('sha256');
  for (const [path, sum] of sums) hash.update(`${path}\0${sum}\n`);
  return hash.digest('hex').slice(0, 12);
}

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf } from '../site/output/files-of.ts';

/** One file of an archive. */
export interface ArchiveEntry {
  /** With forward slashes, relative. */
  path: string;
  /** Read when its turn comes: an archive may be larger than the memory. */
  content(): Uint8Array;
  /** A program, where the archive's format can say so. */
  isExecutable?: boolean;
}

/** All files of a folder, in the order of their paths, under `prefix`. */
export function entriesOf(folder: string, prefix = ''): ArchiveEntry[] {
  return filesOf(folder).map((path) => ({ path: `${prefix}${path}`, content: () => readFileSync(join(folder, path)) }));
}

/** The earliest time that a zip can hold, for every file of every archive: the same content makes the same bytes. */
export const unchangingYear = 1980;

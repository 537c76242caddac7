import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** All files in a folder, relative to it, with forward slashes, in order of their names. */
export function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

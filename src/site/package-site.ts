import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { typeOf } from './file-types.ts';
import { filesOf } from './files-of.ts';

/** The earliest time that a zip can hold: the same site makes the same bytes. Local time, as zips keep it. */
const unchangingTime = new Date(1980, 0, 1);

/** Packs all files of a folder into a new zip file, in the order of their paths. Throws where the file exists. */
export function packFolder(folder: string, zipFile: string): void {
  const out = openSync(zipFile, 'wx');
  try {
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      writeSync(out, chunk);
    });
    for (const path of filesOf(folder)) {
      const entry = typeOf(path)?.isText === false ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 9 });
      entry.mtime = unchangingTime;
      zip.add(entry);
      entry.push(readFileSync(join(folder, path)), true);
    }
    zip.end();
  } finally {
    closeSync(out);
  }
}

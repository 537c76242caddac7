import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { typeOf } from '../site/output/file-types.ts';
import { Refusal } from '../site/refusal.ts';
import { type ArchiveEntry, unchangingYear } from './entry.ts';

/** What a zip can hold that every program for zips opens. */
const limits = { files: 65_535, bytes: 2 ** 32 - 1 };

/**
 * Writes a new zip with UTF-8 names. Throws where the file exists, leaves none where it cannot be finished, and refuses
 * with `instead` (what to do then, in Chinese) where the files are too many or too large for a zip.
 */
export function writeZip(file: string, entries: readonly ArchiveEntry[], instead: string): void {
  if (entries.length > limits.files) throw new Refusal(`一个 zip 最多放 ${limits.files} 个文件，这里有 ${entries.length} 个`, instead);
  const out = openSync(file, 'wx');
  let whole = false;
  try {
    let size = 0;
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      size += chunk.length;
      if (size > limits.bytes) throw new Refusal('一个 zip 最多 4 GB，这些文件装不下', instead);
      writeWhole(out, chunk);
    });
    for (const { path, content } of entries) {
      const packed = typeOf(path)?.isText === false ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
      // A zip keeps local time without its zone.
      packed.mtime = new Date(unchangingYear, 0, 1);
      zip.add(packed);
      packed.push(content(), true);
    }
    zip.end();
    whole = true;
  } finally {
    closeSync(out);
    if (!whole) rmSync(file, { force: true });
  }
}

/** One call may write less than it is given: on a disk that is nearly full it does. */
function writeWhole(out: number, chunk: Uint8Array): void {
  for (let at = 0; at < chunk.length; ) at += writeSync(out, chunk, at);
}

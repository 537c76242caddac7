import { createHash } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { notFoundPage } from '../finishing/policy.ts';
import type { FileSums } from '../output/file-sums.ts';
import { cachingOf, isSent, typeOf } from '../output/file-types.ts';
import { markerName } from '../output/output.ts';
import { responseHeaders } from '../response-headers.ts';
import { buildMark, type CheckedFile, type CheckList } from './check-list.ts';

const checkPage = 'check.html';
export const listName = 'check.json';

/** Larger files are not fetched where a type has a smaller one. Bytes. */
const handy = 300_000;

/**
 * Writes check.json and gives the build its name, in check.html and in the marker, so that a mixture of two builds shows.
 * `files` are all files of the finished site but these, relative; `sums` forgets those that are changed here.
 */
export function writeCheckList(folder: string, files: readonly string[], sums: FileSums): void {
  const page = readFileSync(join(folder, checkPage), 'utf8');
  sums.forget(escapeScript(folder, page));
  const compared = files.filter((file) => ![checkPage, listName, markerName].includes(file));
  const build = nameOf(compared, sums);
  const list: CheckList = {
    build,
    files: samplesOf(
      folder,
      compared.filter((file) => isSent(file) && file !== notFoundPage),
      sums,
    ),
    headers: responseHeaders(readFileSync(join(folder, notFoundPage), 'utf8')),
  };
  writeFileSync(join(folder, listName), `${JSON.stringify(list, null, 2)}\n`);
  if (!page.includes(buildMark)) throw new Error(`${checkPage} has no place for the name of the build.`);
  writeFileSync(join(folder, checkPage), page.replace(buildMark, `data-build="${build}"`));
  const marker = JSON.parse(readFileSync(join(folder, markerName), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, markerName), `${JSON.stringify({ ...marker, build }, null, 2)}\n`);
  for (const changed of [checkPage, listName, markerName]) sums.forget(changed);
}

/** A server that says GBK of pages says it of their scripts, too: the one that has to tell this is written without any such character. */
function escapeScript(folder: string, page: string): string {
  const tag = /<script[^>]* data-worker=[^>]*>/.exec(page)?.[0] ?? '';
  const script = / src="([^"]+)"/.exec(tag)?.[1];
  if (!script) throw new Error(`${checkPage} has no script of its own.`);
  const file = join(folder, script);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(/[^\0-\x7f]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
  return script.replace(/^\.\//, '');
}

function nameOf(files: readonly string[], sums: FileSums): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) hash.update(`${file}\0${sums.of(file)}\n`);
  return hash.digest('hex').slice(0, 16);
}

/** Of each type and way to be kept the largest handy file, else the smallest of all; the first of equal ones. */
function samplesOf(folder: string, files: readonly string[], sums: FileSums): CheckedFile[] {
  const samples = new Map<string, { path: string; bytes: number }>();
  for (const path of [...files].sort()) {
    const key = `${typeOf(path)?.extension} ${cachingOf(path)}`;
    const bytes = statSync(join(folder, path)).size;
    const best = samples.get(key);
    if (!best || isBetter(bytes, best.bytes)) samples.set(key, { path, bytes });
  }
  return [...samples.values()].flatMap(({ path, bytes }) => {
    const type = typeOf(path);
    if (!type) return [];
    const { mime, charset, isText } = type;
    return [
      {
        path,
        mime,
        ...(charset && { charset }),
        isText,
        caching: cachingOf(path),
        bytes,
        sha256: sums.of(path),
      },
    ];
  });
}

function isBetter(bytes: number, best: number): boolean {
  if (best > handy) return bytes < best;
  return bytes <= handy && bytes > best;
}

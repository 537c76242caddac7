import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FileSums, sumOf } from './file-sums.ts';
import { filesOf } from './files-of.ts';

/** The file that names every other file of a site with its SHA-256, as `sha256sum` writes and checks them. */
export const sumsName = 'SHA256SUMS';

/** What of a folder differs from its sums; paths relative to it, in order. */
export interface Differences {
  missing: string[];
  changed: string[];
  /** Files that the sums do not name: of an older build perhaps, withdrawn pages among them. */
  surplus: string[];
}

/** Writes the sums of all files of the folder, in the order of their paths. */
export function writeSums(folder: string, sums = new FileSums(folder), files: readonly string[] = filesOf(folder)): void {
  const lines = [...files]
    .filter((path) => path !== sumsName)
    .sort()
    .map((path) => sumLine(sums.of(path), path));
  writeFileSync(join(folder, sumsName), lines.join(''));
}

/** Undefined where the folder has no sums, or a file of that name that says something else. */
export function compareWithSums(folder: string): Differences | undefined {
  const file = join(folder, sumsName);
  const sums = existsSync(file) ? readSums(readFileSync(file, 'utf8')) : undefined;
  if (!sums) return undefined;
  const present = new Set(filesOf(folder).filter((path) => path !== sumsName));
  return {
    missing: [...sums.keys()].filter((path) => !present.has(path)),
    changed: [...sums].filter(([path, sum]) => present.has(path) && sumOf(readFileSync(join(folder, path))) !== sum).map(([path]) => path),
    surplus: [...present].filter((path) => !sums.has(path)),
  };
}

/** One line of GNU coreutils: a backslash before the sum says that the name has escapes. */
export function sumLine(sum: string, path: string): string {
  const escaped = path.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `${escaped === path ? '' : '\\'}${sum}  ${escaped}\n`;
}

/** Sums by path; undefined where a line is not one of `sha256sum`'s. Line ends may have become those of Windows. */
export function readSums(text: string): Map<string, string> | undefined {
  const sums = new Map<string, string>();
  for (const line of text.split(/\r?\n/).filter((each) => each !== '')) {
    const [, escaped, sum, path] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/u.exec(line) ?? [];
    if (sum === undefined || path === undefined) return undefined;
    sums.set(escaped ? path.replace(/\\(.)/gu, (_, letter: string) => ({ n: '\n', r: '\r' })[letter] ?? letter) : path, sum);
  }
  return sums;
}

/** Folders that are kept between builds, each named by its content, and put into the site as they are. */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { markOf, settledMark } from '../../site/file-marks.ts';
import { bytesIfThere, jsonIfWhole } from '../../site/kept-files.ts';
import { sumOf } from '../../site/output/file-sums.ts';
import { place } from '../../site/rendering/kept-pages.ts';
import type { ClosedFolder, FileSum } from './index-folder.ts';

/** Whether a kept folder is as it was written; where it is not, nothing of it is left. */
export function isSound(keep: string, folder: ClosedFolder): boolean {
  const sound = areSound(filesOf(keep, folder), marksFile(keep, folder.name));
  if (!sound) rmSync(join(keep, folder.name), { recursive: true, force: true });
  return sound;
}

/** Puts its files into the site. */
export function placeFolder(keep: string, out: string, { name, sums }: ClosedFolder): void {
  for (const [path] of sums) place(join(keep, name, path), join(out, name, path));
}

/** Notes what the disk says of folders that have just been written, so that the next build need not read them. */
export function noteFolders(keep: string, folders: readonly ClosedFolder[]): void {
  for (const folder of folders) noteMarks(filesOf(keep, folder), marksFile(keep, folder.name));
}

/** What is kept of a folder, in `keep`. */
export const namesOf = ({ name }: ClosedFolder): string[] => [name, `${name}.marks`];

const marksFile = (keep: string, name: string) => join(keep, `${name}.marks`);

const filesOf = (keep: string, { name, sums }: ClosedFolder) => sums.map(([path, sum]): FileSum => [join(keep, name, path), sum]);

/**
 * Whether files are what was written. Of each the last look at them noted what the disk said of it, in the file for `marks`: what
 * has its size, time and number still is not read.
 */
export function areSound(files: readonly FileSum[], marks: string): boolean {
  const noted = (jsonIfWhole(marks) ?? {}) as Record<string, string>;
  const doubtful = files.filter(([file]) => noted[file] === undefined || markOf(file) !== noted[file]);
  const areSame = doubtful.every(([file, sum]) => {
    const content = bytesIfThere(file);
    return content !== undefined && sumOf(content) === sum;
  });
  if (areSame && doubtful.length > 0) noteMarks(files, marks);
  return areSame;
}

function noteMarks(files: readonly FileSum[], marks: string): void {
  const unfinished = `${marks}.part`;
  writeFileSync(unfinished, '');
  const isSettled = settledMark(unfinished);
  writeFileSync(unfinished, JSON.stringify(Object.fromEntries(files.map(([file]) => [file, isSettled(file)]))));
  renameSync(unfinished, marks);
}

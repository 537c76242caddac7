import { type PrintedPassage, slicesOf } from '../catalogue.ts';
import type { IndexedCase } from './passages.ts';

/** Printed passages, a few in a file, so that a list of hits fetches little: files by their number. */
export function sliceTexts({ passages, lengths }: IndexedCase): PrintedPassage[][] {
  const files: PrintedPassage[][] = [];
  slicesOf(lengths).forEach((slice, i) => {
    const file = files[slice] ?? [];
    files[slice] = file;
    file.push(passages[i] as PrintedPassage);
  });
  return files;
}

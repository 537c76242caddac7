import { type PrintedPassage, slicesOf } from '../catalogue.ts';
import { lengthsOf } from './catalogue.ts';
import type { ReadCase } from './passages.ts';

/** Files of printed passages, a few passages each, so that a list of hits fetches little: `<case's position>-<slice>`. */
export function makeTexts(cases: readonly ReadCase[]): Map<string, PrintedPassage[]> {
  const files = new Map<string, PrintedPassage[]>();
  cases.forEach((entry, at) => {
    const slices = slicesOf(lengthsOf(entry));
    entry.passages.forEach((passage, i) => {
      const name = `${at}-${slices[i]}`;
      const file = files.get(name);
      if (file) file.push(passage);
      else files.set(name, [passage]);
    });
  });
  return files;
}

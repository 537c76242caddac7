/** content/takedown.yaml against the files of seeds/: what is withdrawn, and what names nothing. */
import { type Problem, problem } from '../article/catalogue.ts';
import { nearest } from '../article/correct.ts';
import { sourceName } from './corrections.ts';
import type { Takedown } from './vocabulary.ts';

export interface Withdrawn {
  /** `seeds/<name>` */
  files: Set<string>;
  /** An entry that names no file is most likely misspelt: the article that it means would stay published. */
  errors: Problem[];
}

/** An entry names a file with or without its folder and its ending, in any composition of its characters. */
export function withdrawnFiles(takedown: readonly Takedown[], sources: readonly string[]): Withdrawn {
  const files = new Set<string>();
  const errors: Problem[] = [];
  for (const { source } of takedown) {
    const meant = plainName(source);
    const found = sources.filter((file) => plainName(file) === meant || sourceName(plainName(file)) === meant);
    for (const file of found) files.add(file);
    if (found.length === 0) errors.push(problem('takedownWithoutSource', { source, nearest: nearest(meant, sources.map(plainName)) }));
  }
  return { files, errors };
}

function plainName(file: string): string {
  return file
    .trim()
    .normalize('NFC')
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)?seeds\//, '');
}

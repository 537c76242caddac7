/** What the sources of a site are to each other: equal ids, articles that were withdrawn and come back. */
import type { Tagging } from '../article/article.ts';
import { type Problem, problem } from '../article/catalogue.ts';
import type { Case } from '../article/schema.ts';
import type { CorrectionFile } from './corrections.ts';
import type { ReadSource } from './readings/readings.ts';

export interface SourceReading {
  read: ReadSource;
  /** Those of the source by itself, and those that other sources give it. */
  errors: Problem[];
  correction?: CorrectionFile | undefined;
  /** An editor's `hold`, or an article withdrawn in content/takedown.yaml. */
  held: boolean;
}

/** The practices of one case, with the whole case as read: before rights and redaction. */
export interface CaseTagging extends Tagging {
  entry: Case;
}

export function isPublished({ read, errors, held, correction }: SourceReading): boolean {
  return read.head.summary !== undefined && !held && errors.length === 0 && !correction?.errors.length;
}

/** An article that was withdrawn does not come back under another name. `keys` lead from a text's keys to the withdrawn file. */
export function refuseWithdrawn(readings: readonly SourceReading[], files: ReadonlySet<string>, keys: ReadonlyMap<string, string>): void {
  if (keys.size === 0) return;
  for (const { read, errors, held } of readings) {
    const { file, textKeys } = read.head;
    if (held || files.has(file)) continue;
    const other = textKeys.flatMap((key) => keys.get(key) ?? [])[0];
    if (other) errors.push(problem('sameAsWithdrawn', { other }));
  }
}

/** The second of two equal ids is an error that names the first; an old address leads to one case. Held articles keep their ids. */
export function refuseEqualIds(readings: readonly SourceReading[]): void {
  const owners = new Map<string, string>();
  for (const { read, errors } of readings) {
    const { id, file } = read.head;
    const other = owners.get(id);
    if (other) errors.push(problem('duplicateId', { id, other }));
    else owners.set(id, file);
  }
  for (const { correction } of readings) {
    for (const id of correction?.correction?.formerIds ?? []) {
      const other = owners.get(id);
      if (other) correction?.errors.push(problem('takenFormerId', { id, other }));
      else owners.set(id, correction?.file ?? '');
    }
  }
}

/** What tells the texts of cases apart, kept between builds: to read through all of them again takes longer than anything else of the search. */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../article/schema.ts';
import { jsonIfWhole } from '../../site/kept-files.ts';
import { headOf } from './catalogue.ts';
import { printedPassages } from './passages.ts';

export interface TextDigests {
  /** Changes with everything that an index holds of the case. */
  of(entry: Case): string;
  /** Keeps those that were asked for. */
  close(): void;
}

interface KeptDigests {
  /** Of the code that reads a case. */
  code: string;
  /** By the sum of the case as it is published. */
  digests: Record<string, string>;
}

/** Its name in the folder that keeps indexes. */
export const digestsFile = 'texts.json';

/** `sums`: see `Library.sums`; without one the texts of a case are read. */
export function openTextDigests(keep: string, code: string, sums: ReadonlyMap<Case, string> = new Map()): TextDigests {
  const file = join(keep, digestsFile);
  const kept = jsonIfWhole(file) as KeptDigests | undefined;
  const known = new Map(kept?.code === code ? Object.entries(kept.digests) : []);
  const asked = new Map<string, string>();
  return {
    of(entry) {
      const sum = sums.get(entry);
      if (sum === undefined) return digestOfText(entry);
      const digest = known.get(sum) ?? digestOfText(entry);
      asked.set(sum, digest);
      return digest;
    },
    close() {
      mkdirSync(keep, { recursive: true });
      writeFileSync(file, JSON.stringify({ code, digests: Object.fromEntries(asked) } satisfies KeptDigests));
    },
  };
}

function digestOfText(entry: Case): string {
  return createHash('sha256')
    .update(JSON.stringify([headOf(entry), printedPassages(entry)]))
    .digest('base64');
}

import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A piece of real text. */
export interface CorpusItem {
  title: string;
  text: string;
}

/** Of the file that `CASEBOOK_CORPUS` names: JSON lines, may be gzipped; undefined where it names none. */
export function readCorpus(): CorpusItem[] | undefined {
  const file = process.env.CASEBOOK_CORPUS;
  if (!file) return undefined;
  if (!existsSync(file)) throw new Error(`CASEBOOK_CORPUS=${file} does not exist.`);
  const bytes = readFileSync(file);
  const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line));
}

import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Group, Practice } from '../article/knowledge.ts';
import type { Case, Place } from '../article/schema.ts';
import { makeCatalogue } from './build/catalogue.ts';
import { makeIndex } from './build/index-parts.ts';
import { readCase } from './build/passages.ts';
import { makePlainTexts } from './build/plain-texts.ts';
import { makeSuggestions } from './build/suggestions.ts';
import { makeTexts } from './build/texts.ts';
import type { Entry } from './catalogue.ts';
import { traditionalTable } from './traditional.ts';

export interface SearchInput {
  cases: readonly Case[];
  practices: readonly Practice[];
  groups: readonly Group[];
  gazetteer: { byCode(code: string): Place | undefined };
}

/** Content by its path below the index's folder. */
type Files = Map<string, string | Uint8Array>;

/** Writes `search/` into the folder of a built site: the index, the texts of its passages and what the search page lists. */
export async function writeSearchIndex(input: SearchInput, outDir: string): Promise<void> {
  const cases = [...input.cases].sort((a, b) => (a.id < b.id ? -1 : 1)).map(readCase);
  const index = makeIndex(cases);
  const plain = makePlainTexts(cases);
  const files: Files = new Map();
  index.parts.forEach((part, i) => {
    files.set(`index/${i}.bin`, part);
  });
  for (const [name, passages] of makeTexts(cases)) files.set(`texts/${name}.json`, JSON.stringify(passages));
  plain.parts.forEach((part, i) => {
    addScript(files, `text-${i}`, part);
  });
  addBoth(files, 'catalogue', makeCatalogue(cases, input, index.firstKeys));
  addBoth(files, 'suggestions', makeSuggestions(input));
  addBoth(files, 'traditional', traditionalTable);

  const entry: Entry = { folder: nameOf(files), plain: plain.kind, plainParts: plain.parts.length };
  const folder = join(outDir, 'search');
  for (const [path, content] of files) write(join(folder, entry.folder, path), content);
  write(join(folder, 'entry.json'), JSON.stringify(entry));
  write(join(folder, 'entry.js'), script('entry', entry));
}

/** As data for `fetch`, and as a script for pages that may not fetch: those read from a disk. */
function addBoth(files: Files, name: string, value: unknown): void {
  files.set(`${name}.json`, JSON.stringify(value));
  addScript(files, name, value);
}

function addScript(files: Files, name: string, value: unknown): void {
  files.set(`plain/${name}.js`, script(name, value));
}

/** Calls what src/search/page/sources.ts puts on `window`. */
function script(name: string, value: unknown): string {
  return `casebookSearch(${JSON.stringify(name)},${JSON.stringify(value)})\n`;
}

/** The same content has the same name, so nothing stale is ever read from a browser's cache. */
function nameOf(files: Files): string {
  const hash = createHash('sha256');
  for (const [path, content] of [...files].sort((a, b) => (a[0] < b[0] ? -1 : 1)))
    hash.update(path).update('\0').update(content).update('\0');
  return hash.digest('hex').slice(0, 12);
}

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Group, Practice } from '../article/knowledge.ts';
import type { Case, Place } from '../article/schema.ts';
import { makeCatalogue } from './build/catalogue.ts';
import { type IndexFolder, openIndexFolder } from './build/index-folder.ts';
import { openIndexWriter, refuseWithoutPagefind } from './build/pagefind-index.ts';
import { type IndexedCase, lengthsOf, printedPassages, rowsOf } from './build/passages.ts';
import { makePlainTexts } from './build/plain-texts.ts';
import { makeSuggestions } from './build/suggestions.ts';
import { sliceTexts } from './build/texts.ts';
import type { Entry } from './catalogue.ts';
import { traditionalTable } from './traditional.ts';

export { refuseWithoutPagefind };

export interface SearchInput {
  cases: readonly Case[];
  practices: readonly Practice[];
  groups: readonly Group[];
  gazetteer: { byCode(code: string): Place | undefined };
}

/** Writes `search/` anew into the folder of a built site: the index, the texts of its passages and what the search page lists. */
export async function writeSearchIndex(input: SearchInput, outDir: string): Promise<void> {
  const parent = join(outDir, 'search');
  rmSync(parent, { recursive: true, force: true });
  const folder = openIndexFolder(parent);
  const cases = await indexCases(
    [...input.cases].sort((a, b) => (a.id < b.id ? -1 : 1)),
    folder,
  );
  cases.forEach((entry, at) => {
    sliceTexts(entry).forEach((passages, slice) => {
      folder.write(`texts/${at}-${slice}.json`, JSON.stringify(passages));
    });
  });
  const plain = makePlainTexts(cases, input.practices);
  plain.parts.forEach((part, i) => {
    writeScript(folder, `text-${i}`, part);
  });
  writeBoth(folder, 'catalogue', makeCatalogue(cases, input));
  writeBoth(folder, 'suggestions', makeSuggestions(input));
  writeBoth(folder, 'traditional', traditionalTable);

  const entry: Entry = { folder: folder.close(), plain: plain.kind, plainParts: plain.parts.length };
  writeFileSync(join(parent, 'entry.json'), JSON.stringify(entry));
  writeFileSync(join(parent, 'entry.js'), script('entry', entry));
}

/** Writes Pagefind's index of the cases' texts. */
async function indexCases(entries: readonly Case[], folder: IndexFolder): Promise<IndexedCase[]> {
  const index = await openIndexWriter();
  try {
    const lengths: number[][] = [];
    for (const entry of entries) {
      const rows = rowsOf(entry);
      await index.add(rows);
      lengths.push(lengthsOf(entry, rows));
    }
    const { files, records, firstWords } = await index.finish();
    for (const { path, content } of files) folder.write(`pagefind/${path}`, content);
    folder.write('first-words.json', JSON.stringify(firstWords));
    return entries.map((entry, at) => ({
      entry,
      record: records[at] as string,
      passages: printedPassages(entry),
      lengths: lengths[at] as number[],
    }));
  } finally {
    await index.close();
  }
}

/** As data for `fetch`, and as a script for pages that may not fetch: those read from a disk. */
function writeBoth(folder: IndexFolder, name: string, value: unknown): void {
  folder.write(`${name}.json`, JSON.stringify(value));
  writeScript(folder, name, value);
}

function writeScript(folder: IndexFolder, name: string, value: unknown): void {
  folder.write(`plain/${name}.js`, script(name, value));
}

/** Calls what src/search/page/sources.ts puts on `window`. */
function script(name: string, value: unknown): string {
  return `casebookSearch(${JSON.stringify(name)},${JSON.stringify(value)})\n`;
}

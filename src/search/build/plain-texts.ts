import type { Practice } from '../../article/knowledge.ts';
import type { Case } from '../../article/schema.ts';
import type { Entry, PlainCase, PrintedPassage } from '../catalogue.ts';
import { type IndexedCase, printedPassages } from './passages.ts';

/** With more cases than this, reading without an index would load too much. */
const fullTextCases = 300;
/** Characters of text in one file. */
const fileCharacters = 60_000;

/** Texts for the reading without an index: whole articles, or in a large library only what was extracted from them. */
export function makePlainTexts(
  cases: readonly Pick<IndexedCase, 'entry'>[],
  practices: readonly Practice[],
): { kind: Entry['plain']; parts: PlainCase[][] } {
  const kind = cases.length <= fullTextCases ? 'full' : 'outline';
  const parts: PlainCase[][] = [];
  let room = 0;
  cases.forEach((read, at) => {
    const printed = printedPassages(read.entry);
    const passages = kind === 'full' ? printed : outline(read.entry, printed);
    const size = passages.reduce((sum, passage) => sum + passage[3].length, 0);
    if (size > room || parts.length === 0) {
      parts.push([]);
      room = fileCharacters;
    }
    parts[parts.length - 1]?.push({
      at,
      title: read.entry.title,
      passages,
      ...(kind === 'outline' ? { names: namesOf(read.entry, practices) } : {}),
    });
    room -= size;
  });
  return { kind, parts };
}

function namesOf(entry: Case, practices: readonly Practice[]): string[] {
  const shown = new Set(entry.practices.map(({ id }) => id));
  return [...practices.filter(({ id }) => shown.has(id)).map(({ name }) => name), ...(entry.place?.path ?? [])];
}

/** Headings, and of each passage the methods and figures that it names. */
function outline({ blocks, methods, figures }: Case, passages: readonly PrintedPassage[]): PrintedPassage[] {
  const said = new Map<string, string[]>();
  const say = (block: string, words: string) => said.set(block, [...(said.get(block) ?? []), words]);
  for (const method of methods) for (const block of new Set(method.passages)) say(block, method.name);
  for (const figure of figures) say(figure.passage, figure.quote);
  return passages.map(([anchor, n, section, text], i) => [
    anchor,
    n,
    section,
    blocks[i]?.kind === 'heading' ? text : (said.get(anchor) ?? []).join('　'),
  ]);
}

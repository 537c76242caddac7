/** A careful reader's outline of an article, and the program's in the same words. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { plainManuscript } from '../../../src/article/manuscript.ts';
import { clean } from '../../../src/article/text/clean.ts';
import { decode } from '../../../src/article/text/decode.ts';
import { type Structured, structure } from '../../../src/article/text/structure.ts';

export interface Outline {
  title: string;
  date?: string;
  time?: string;
  name?: string;
  author?: string;
  editor?: string;
  photographers?: string[];
  /** `p 近年来 … 全覆盖。`: kind (with its level for headings), first and last words; or the whole text. */
  blocks: string[];
}

export function wantedOutline(file: URL): Outline {
  return parse(readFileSync(file, 'utf8'), { schema: 'failsafe' }) as Outline;
}

export function readStructure(bytes: Uint8Array): Structured {
  const decoded = decode(bytes);
  if (typeof decoded === 'string') throw new Error(decoded);
  return structure(clean(plainManuscript(decoded.text, 0)).lines, decoded.text);
}

/** The program's outline; a block that fits the wanted words is given in these. */
export function outlineOf({ title, byline, blocks }: Structured, wanted: Outline): Outline {
  const { date, time, name, author, editor, photographers } = byline;
  const head = { title: title.text, date, time, name, author, editor, photographers: photographers.length > 0 ? photographers : undefined };
  const found = blocks.map(({ kind, level, text }, i) => {
    const line = `${kind === 'heading' ? `h${level}` : kind[0]} ${text}`;
    return fits(line, wanted.blocks[i] ?? '') ? (wanted.blocks[i] ?? '') : line;
  });
  return {
    ...(Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined)) as Omit<Outline, 'blocks'>),
    blocks: found,
  };
}

function fits(line: string, wanted: string): boolean {
  const [first = '', last] = wanted.split(' … ');
  return last === undefined ? line === first : line.startsWith(first) && line.endsWith(last);
}

import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { DraftBlock } from '../../../src/article/article.ts';
import { splitFrontMatter } from '../../../src/article/formats/front-matter.ts';
import { groupSchema, type Practice, practiceSchema, sortPractices } from '../../../src/article/knowledge.ts';
import { plainManuscript } from '../../../src/article/manuscript.ts';
import { clean } from '../../../src/article/text/clean.ts';
import { decode } from '../../../src/article/text/decode.ts';
import { structure } from '../../../src/article/text/structure.ts';

const at = (path: string) => new URL(`../../../${path}`, import.meta.url);
const text = (path: string) => readFileSync(at(path), 'utf8');

export const groups = groupSchema.array().parse(parse(text('content/groups.yaml')));

/** The published taxonomy with the guides' bodies. */
export const guides: (Practice & { body: string })[] = readdirSync(at('content/practices'))
  .filter((name) => name.endsWith('.mdx'))
  .map((name) => {
    const front = splitFrontMatter(text(`content/practices/${name}`));
    if (!front) throw new Error(`${name} has no front matter`);
    return { id: name.slice(0, -'.mdx'.length), ...practiceSchema.parse(parse(front.yaml)), body: front.body.trim() };
  });

export const practices = sortPractices(guides, groups);

/** The blocks of an article in seeds/. */
export function seedBlocks(file: string): DraftBlock[] {
  const decoded = decode(readFileSync(at(`seeds/${file}`)));
  if (typeof decoded === 'string') throw new Error(`${file} is ${decoded}`);
  return structure(clean(plainManuscript(decoded.text, 0)).lines, decoded.text).blocks;
}

/** Which practices a careful reader finds in a paragraph: those that must be found, and those that may be. */
export interface ReadParagraph {
  required: string[];
  allowed: string[];
}

interface ReadArticle {
  file: string;
  title: string;
  /** In order; each is known by words that stand in no other paragraph. */
  paragraphs: (ReadParagraph & { quote: string })[];
}

const readings = 'tests/fixtures/readings/';

export const readArticles: ReadArticle[] = readdirSync(at(readings))
  .filter((name) => name.startsWith('seed-'))
  .sort()
  .map((name) => JSON.parse(text(readings + name)));

/** Sentences as other provinces write them. */
export const readSentences: (ReadParagraph & { text: string })[] = JSON.parse(text(`${readings}sentences.json`));

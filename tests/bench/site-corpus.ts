import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Gazetteer } from '../../src/article/places/gazetteer.ts';
import type { Place } from '../../src/article/schema.ts';
import { loadGazetteer } from '../../src/intake/intake.ts';
import { siteFolders } from '../../src/site/folders.ts';
import { program } from '../setup/command.ts';
import { readCorpus } from './corpus.ts';
import { steady } from './steady.ts';

/** Characters of one article, about. */
const articleLength = 4200;
/** Counties that the articles are spread over. */
const countyCount = 300;
/** Of this many paragraphs one comes from seeds/, so that practices, figures and methods are found as in real articles. */
const seedEvery = 3;

/** Where the paragraphs of a corpus come from. */
export interface Paragraphs {
  /** Of the file that `CASEBOOK_CORPUS` names; of seeds/ where it names none. */
  general: readonly string[];
  /** Of seeds/. */
  seeds: readonly string[];
}

/**
 * Makes a site's folder with `count` articles: the program's own content/ without corrections, and articles made of real
 * paragraphs. The same count makes the same bytes, and a smaller corpus is the beginning of a larger one.
 */
export async function makeSite(folder: string, count: number): Promise<void> {
  const own = siteFolders({});
  cpSync(own.content, join(folder, 'content'), { recursive: true, filter: (path) => path !== join(own.content, 'cases') });
  cpSync(own.public, join(folder, 'public'), { recursive: true });
  mkdirSync(join(folder, 'seeds'), { recursive: true });
  const gazetteer = await loadGazetteer(own);
  const counties = spread(
    gazetteer.places.filter(({ level }) => level === 'county'),
    countyCount,
  );
  const paragraphs = readParagraphs();
  for (let at = 0; at < count; at += 1) {
    writeFileSync(join(folder, 'seeds', sourceName(at)), articleText(at, paragraphs, counties, gazetteer));
  }
}

/** Id of the article in which editors change words. */
export const changedArticle = 'a00000';

const praises = ['点赞', '叫好', '称赞', '夸奖', '感谢', '满意'];

/** What the article says after the change of this number, and not before. */
export function changedWord(nth: number): string {
  return `群众都${praises[nth % praises.length]}`;
}

/** An editor mends one word in the middle of an article. */
export function changeWord(folder: string, nth = 0): void {
  const file = join(folder, 'seeds', `${changedArticle}.txt`);
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = Math.floor(lines.length / 2);
  lines[at] = `${lines[at]?.replace(/(?:，群众都..)?。?$/u, '')}，${changedWord(nth)}。`;
  writeFileSync(file, lines.join('\n'));
}

/** One article more than the `count` that are there. */
export function addArticle(folder: string, count: number): void {
  const first = readFileSync(join(folder, 'seeds', sourceName(0)), 'utf8');
  writeFileSync(join(folder, 'seeds', sourceName(count)), first.replaceAll('群众', '居民'));
}

/** One phrase more decides about a practice. */
export function changeSignal(folder: string): void {
  const file = join(folder, 'content', 'practices', 'cross-village-joint-building.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^signals:\n/mu, 'signals:\n  - 村村合作\n'));
}

/** File name of an article by its number. */
export function sourceName(at: number): string {
  return `a${String(at).padStart(5, '0')}.txt`;
}

function articleText(at: number, { general, seeds }: Paragraphs, counties: readonly Place[], gazetteer: Gazetteer): string {
  const random = steady(at + 1);
  const draw = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const county = counties[at % counties.length];
  if (!county) throw new Error('The gazetteer has no county.');
  const body: string[] = [];
  for (let length = 0; length < articleLength; length += body.at(-1)?.length ?? 1) {
    body.push(body.length % seedEvery === 0 ? movedTo(county.name, draw(seeds), gazetteer) : draw(general));
  }
  const day = new Date(Date.UTC(2018, 0, 1) + Math.floor(random() * 2900) * 86_400_000).toISOString().slice(0, 10);
  const heading = firstClause(draw(general));
  return [`${county.name}：${heading}`, `${day} 来源：${county.path.at(-2) ?? county.name}日报`, ...body, ''].join('\n');
}

/** The paragraph with every county and city of seeds/ replaced by this county. */
function movedTo(county: string, text: string, gazetteer: Gazetteer): string {
  const isMoved = (name: string) => gazetteer.named(name).some(({ form, place }) => form === 'full' && place.level !== 'province');
  let moved = '';
  let at = 0;
  for (const { name, start } of gazetteer.namesIn(text)) {
    if (start < at || !isMoved(name)) continue;
    moved += text.slice(at, start) + county;
    at = start + name.length;
  }
  return moved + text.slice(at);
}

/** Eight to twenty characters up to the first sign: a title's second half. */
function firstClause(text: string): string {
  return (/\p{Script=Han}{8,20}/u.exec(text)?.[0] ?? '党建引领促振兴') as string;
}

function readParagraphs(): Paragraphs {
  const folder = join(program, 'seeds');
  const seeds = readdirSync(folder)
    .sort()
    .flatMap((file) => long(readFileSync(join(folder, file), 'utf8').split(/\r?\n/)));
  const corpus = readCorpus();
  return { general: corpus ? long(corpus.flatMap(({ text }) => text.split('\n'))) : seeds, seeds };
}

/** Whole paragraphs of running text. */
function long(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line.length >= 60 && /[。！？”]$/u.test(line));
}

/** Every so manieth, so that all parts of the country are there. */
function spread<T>(items: readonly T[], count: number): T[] {
  return Array.from({ length: Math.min(count, items.length) }, (_, at) => items[Math.floor((at * items.length) / count)] as T);
}

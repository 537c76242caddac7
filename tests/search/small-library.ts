import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Practice } from '../../src/article/knowledge.ts';
import type { Block, Case, CasePractice, Place } from '../../src/article/schema.ts';
import { type SearchInput, type SearchOptions, writeSearchIndex } from '../../src/search/build.ts';
import { type PackedCatalogue, unpackCatalogue } from '../../src/search/packed-catalogue.ts';
import { type Engine, makeEngine } from '../../src/search/page/engine.ts';
import { indexFinder } from '../../src/search/page/index-finder.ts';
import { openPagefind } from '../../src/search/page/pagefind.ts';
import { openParts } from '../../src/search/page/parts.ts';
import { textFinder } from '../../src/search/page/text-finder.ts';
import { entry } from '../library/hand-made.ts';
import { diskSource } from './disk-source.ts';

const place = (code: string, ...path: string[]): Place => ({
  code,
  path,
  name: path[path.length - 1] ?? '',
  level: path.length === 3 ? 'county' : path.length === 2 ? 'city' : 'province',
});

export const places = {
  datian: place('350425', '福建省', '三明市', '大田县'),
  yongan: place('350481', '福建省', '三明市', '永安市'),
  huanggang: place('421100', '湖北省', '黄冈市'),
  fujian: place('350000', '福建省'),
};

export const practices: Practice[] = [
  {
    id: 'cross-village-joint-building',
    name: '跨村联建',
    english: 'x',
    group: 'organisation',
    aliases: ['联村党建'],
    signals: ['联建'],
    related: [],
  },
  { id: 'talent-return', name: '人才回引', english: 'x', group: 'people', aliases: [], signals: ['回引'], related: [] },
];
export const groups = [
  { id: 'organisation', name: '组织建设' },
  { id: 'people', name: '队伍建设' },
];

/** A case of these paragraphs; one that begins with `#` is a heading, one that begins with `*` shows 跨村联建. */
export function makeCase(id: string, title: string, paragraphs: string[], more: Partial<Case> = {}): Case {
  const blocks = paragraphs.map((line, i): Block => {
    const isHeading = line.startsWith('#');
    const shows = line.startsWith('*');
    return {
      id: `${isHeading ? 'h' : 'p'}${String(i + 1).padStart(6, '0')}`,
      kind: isHeading ? 'heading' : 'paragraph',
      ...(isHeading ? { level: 2 } : { n: i + 1 }),
      text: line.replace(/^[#*]/, ''),
      practices: shows ? ['cross-village-joint-building'] : [],
      places: [],
    };
  });
  const shown = blocks.filter((block) => block.practices.length > 0);
  const practices: CasePractice[] = [
    {
      id: 'cross-village-joint-building',
      primary: shown.length > 1,
      passages: shown.map((block) => ({ block: block.id, words: ['联建'] })),
    },
  ];
  return entry(id, { title, blocks, practices: shown.length > 0 ? practices : [], ...more });
}

/** An engine over the index in this folder that has loaded nothing of it. */
export async function freshEngine(source: ReturnType<typeof diskSource>): Promise<Engine> {
  const catalogue = unpackCatalogue(await source.data<PackedCatalogue>('catalogue'));
  const { program, index, shards } = source.entry;
  const ask = await openPagefind(source.address(`${program}/`), source.address(`${index}/`), shards.length);
  return makeEngine(catalogue, openParts(source), indexFinder(catalogue, source, ask));
}

export interface Engines {
  byIndex: Engine;
  byReading: Engine;
  outDir: string;
  source: ReturnType<typeof diskSource>;
}

/** Both engines over an index that is written for these cases. */
export async function makeEngines(cases: Case[], input: Partial<SearchInput> = {}, options: SearchOptions = {}): Promise<Engines> {
  const outDir = mkdtempSync(join(tmpdir(), 'casebook-search-'));
  const gazetteer = { byCode: (code: string) => Object.values(places).find((each) => each.code === code) };
  await writeSearchIndex({ cases, practices, groups, gazetteer, ...input }, { out: outDir, cache: join(outDir, 'cache') }, options);
  const source = diskSource(outDir);
  const catalogue = unpackCatalogue(await source.data<PackedCatalogue>('catalogue'));
  const plain = { ...source, data: async <T>(name: string) => readScript<T>(outDir, source.entry.folder, name) };
  return {
    byIndex: await freshEngine(source),
    byReading: makeEngine(
      catalogue,
      openParts(plain),
      textFinder(plain, () => undefined),
    ),
    outDir,
    source,
  };
}

/** The texts of the repository's articles, line by line, as cases. */
export function seedCases(): Case[] {
  const folder = new URL('../../seeds/', import.meta.url);
  return readdirSync(folder)
    .sort()
    .map((file, i) => {
      const [title = '', ...lines] = readFileSync(new URL(file, folder), 'utf8')
        .split(/\r?\n/)
        .filter((line) => line.trim() !== '');
      return makeCase(`seed-${i}`, title, lines);
    });
}

function readScript<T>(outDir: string, folder: string, name: string): T {
  const text = readFileSync(join(outDir, 'search', folder, 'plain', `${name}.js`), 'utf8');
  return JSON.parse(`[${text.slice('casebookSearch('.length, text.lastIndexOf(')'))}]`)[1];
}

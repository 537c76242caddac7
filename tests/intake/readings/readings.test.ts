import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSite } from '../../../src/intake/intake.ts';
import { openReadingStore } from '../../../src/intake/readings/readings.ts';
import { openMemory } from '../../../src/intake/site-memory.ts';
import { fixtureSite, practice } from '../../setup/fixture-site.ts';
import { build, change, cleanBuild, keptFolders } from './kept-site.ts';

const grid = 'content/practices/grid-governance.md';
const both = ['seeds/lianjian.txt', 'seeds/wangge.txt'];
const site = {
  'seeds/wangge.txt':
    '建宁县：网格管理服务群众\n2021-06-02 来源：三明日报\n建宁县推行“三员一体”工作法，把全县划分为120个网格，由党员担任网格员，办结事项3600件。\n',
  [grid]: practice('网格', 'grid governance', 'governance'),
  'content/places.yaml': '- { name: 沙县, code: "350427", successor: "350405" }\n',
  'content/slogans.yaml': '- 撸起袖子加油干\n',
  'content/watchwords.yaml': '- { word: 留守, reason: 测试 }\n',
};

const packsOf = (folders: { cache: string }) => readdirSync(join(folders.cache, 'readings')).filter((name) => !name.startsWith('.'));

describe('a build after a change gives what a clean one gives, and reads no more than the change asks for:', () => {
  const rows: [name: string, changes: Parameters<typeof fixtureSite>[0] & object, read: string[], shown: RegExp][] = [
    [
      'one word of a source',
      { 'seeds/wangge.txt': '建宁县：网格管理服务群众\n2021-06-02 来源：三明日报\n建宁县把全县划分为121个网格。\n' },
      ['seeds/wangge.txt'],
      /121个网格/,
    ],
    ['a correction', { 'content/cases/wangge.yaml': 'title: 另一个题目\n' }, ['seeds/wangge.txt'], /另一个题目/],
    ['words to redact', { 'content/cases/wangge.yaml': 'redact: [三明日报]\n' }, ['seeds/wangge.txt'], /来源：某/],
    ['a signal', { [grid]: site[grid]?.replace('- 网格', '- 联村党委') ?? '' }, both, /"practice":"grid-governance"|联村党委/],
    [
      'a practice more',
      { 'content/practices/new.md': practice('事项', 'new', 'governance') },
      both,
      /"practices":\["grid-governance","new"\]/,
    ],
    ['a practice less', { [grid]: null }, both, /"practices":\[\]/],
    [
      'the order of practices',
      { [grid]: site[grid]?.replace('group: governance', 'group: organisation\norder: 1') ?? '' },
      both,
      /"order":1/,
    ],
    ['a place', { 'content/places.yaml': '- { name: 桃源, code: "350426", successor: "350405" }\n' }, both, /./],
    ['a slogan', { 'content/slogans.yaml': '- 三员一体\n' }, both, /"methods":\[\],"problems"/],
    ['a watchword', { 'content/watchwords.yaml': '- { word: 抱团, reason: 换一个说法 }\n' }, both, /换一个说法/],
    ['what may be published', { 'content/site.yaml': 'name: 测试案例库\npublish: link\n' }, both, /"publish":"link"/],
    ['the name of the site', { 'content/site.yaml': 'name: 另一个名称\n' }, [], /另一个名称/],
    ['a practice’s own name', { [grid]: site[grid]?.replace('name: 网格', 'name: 网格化') ?? '' }, [], /网格化/],
    ['a takedown', { 'content/takedown.yaml': '- { source: wangge.txt, reason: 测试 }\n' }, [], /"held":true/],
    ['a hold', { 'content/cases/wangge.yaml': 'hold: 等待授权\n' }, ['seeds/wangge.txt'], /"held":true/],
    ['a source more', { 'seeds/new.txt': '大田县：一村一策\n大田县推行一村一策。\n' }, ['seeds/new.txt'], /一村一策/],
    ['a source less', { 'seeds/wangge.txt': null }, [], /lianjian/],
    ['an unreadable source', { 'seeds/wangge.txt': Buffer.from([1, 2, 3, 4, 200, 201]) }, ['seeds/wangge.txt'], /文件不是文本/],
    ['an id that another has', { 'content/cases/wangge.yaml': 'id: lianjian\n' }, ['seeds/wangge.txt'], /案例编号“lianjian”/],
  ];

  it.each(rows)('%s', async (_, changes, read, shown) => {
    const folders = keptFolders(fixtureSite(site));
    const before = await build(folders);
    expect(before.read).toEqual(both);
    const memory = openMemory();
    expect(await build(folders, { memory })).toMatchObject({ all: before.all, read: [] });
    change(folders.site, changes);
    const after = await build(folders);
    expect(after.all).toEqual((await cleanBuild(folders)).all);
    expect(after.all).not.toBe(before.all);
    expect(after.all).toMatch(shown);
    expect(after.read).toEqual(read);
    // A process that has read the site before the change, and one that has read it since.
    expect((await build(folders, { memory })).all).toBe(after.all);
    expect((await build(folders, { memory })).all).toBe(after.all);
  });

  it('a new name of a source', async () => {
    const folders = keptFolders(fixtureSite(site));
    await build(folders);
    const bytes = readFileSync(join(folders.seeds, 'wangge.txt'));
    change(folders.site, { 'seeds/wangge.txt': null, 'seeds/another.txt': bytes });
    const after = await build(folders);
    expect([after.all, after.read]).toEqual([(await cleanBuild(folders)).all, ['seeds/another.txt']]);
    expect(after.survey.entries.map(({ id }) => id)).toEqual(['another', 'lianjian']);
  });

  it('nothing at all', async () => {
    const folders = keptFolders(fixtureSite(site));
    const before = await build(folders);
    const after = await build(folders);
    expect([after.all, after.read]).toEqual([before.all, []]);
  });

  it('a time stamp', async () => {
    const folders = keptFolders(fixtureSite(site));
    await build(folders);
    writeFileSync(join(folders.seeds, 'wangge.txt'), readFileSync(join(folders.seeds, 'wangge.txt')));
    expect((await build(folders)).read).toEqual([]);
  });

  it('a source of equal length that is changed twice within one tick of the clock, where the process is told of it', async () => {
    const folders = keptFolders(fixtureSite(site));
    const memory = openMemory();
    await build(folders, { memory });
    const file = join(folders.seeds, 'wangge.txt');
    const { atime, mtime } = statSync(file);
    writeFileSync(file, readFileSync(file, 'utf8').replace('120', '121'));
    utimesSync(file, atime, mtime);
    memory.sources.forget(file);
    expect((await build(folders, { memory })).all).toBe((await cleanBuild(folders)).all);
  });

  it.each([
    ['src/article/read.ts', both],
    ['src/intake/intake.ts', both],
    ['src/article/new.ts', both],
    ['package-lock.json', both],
    ['src/pages/index.astro', []],
  ])('the program’s %s', async (file, read) => {
    const folders = keptFolders(fixtureSite(site));
    await build(folders);
    change(folders.program, { [file]: 'export const three = 3;\n' });
    expect((await build(folders)).read).toEqual(read);
  });
});

describe('a pack is read anew that', () => {
  const damages: [name: string, damage: (file: string, other: string) => void][] = [
    ['was cut off', (file) => truncateSync(file, 900)],
    ['is empty', (file) => truncateSync(file, 0)],
    ['has one other byte', (file) => writeFileSync(file, readFileSync(file, 'latin1').replace(/3600/u, '3601'), 'latin1')],
    ['is that of another source', (file, other) => copyFileSync(other, file)],
    ['is of another form', (file) => writeFileSync(file, readFileSync(file, 'latin1').replace('reading 2', 'reading 1'), 'latin1')],
    ['has gone', (file) => rmSync(file)],
  ];
  it.each(damages)('%s', async (_, damage) => {
    const folders = keptFolders(fixtureSite(site));
    const before = await build(folders);
    const [other = '', own = ''] = before.survey.entries.map(({ pack }) => join(folders.cache, 'readings', pack));
    damage(own, other);
    const after = await build(folders);
    expect([after.all, after.read]).toEqual([before.all, ['seeds/wangge.txt']]);
    expect((await build(folders)).read).toEqual([]);
  });
});

describe('the store', () => {
  it('lets go of a pack after two builds that do not use it', async () => {
    const folders = keptFolders(fixtureSite(site));
    const [old] = (await build(folders)).survey.entries.filter(({ id }) => id === 'wangge').map(({ pack }) => pack);
    change(folders.site, { 'seeds/wangge.txt': null });
    await build(folders);
    expect(packsOf(folders)).toContain(old);
    await build(folders);
    expect(packsOf(folders)).toHaveLength(1);
    expect(packsOf(folders)).not.toContain(old);
  });

  it('takes back what was kept before a change was undone', async () => {
    const folders = keptFolders(fixtureSite(site));
    const before = await build(folders);
    change(folders.site, { 'content/cases/wangge.yaml': 'title: 另一个题目\n' });
    await build(folders);
    change(folders.site, { 'content/cases/wangge.yaml': null });
    const after = await build(folders);
    expect([after.all, after.read]).toEqual([before.all, []]);
  });

  it('serves several builds at once', async () => {
    const folders = keptFolders(fixtureSite(site));
    const builds = await Promise.all([build(folders), build(folders), build(folders)]);
    expect(new Set(builds.map(({ all }) => all)).size).toBe(1);
    expect(packsOf(folders)).toHaveLength(2);
  });

  it('brings a picture back that is no longer there', async () => {
    const picture = readFileSync(new URL('../../fixtures/pictures/photo.png', import.meta.url)).toString('base64');
    const html = `<html><body><article><h1>大田县：跨村联建</h1><p>大田县推行跨村联建，组建联村党委8个。</p><p><img src="data:image/png;base64,${picture}"></p><p>各村抱团发展，群众的收入增长了20%。</p></article></body></html>`;
    const folders = keptFolders(fixtureSite({ ...site, 'seeds/shown.html': html }));
    await build(folders);
    const shelf = join(folders.cache, 'pictures');
    const [name = ''] = readdirSync(shelf);
    rmSync(join(shelf, name));
    const after = await build(folders);
    expect([after.read, readdirSync(shelf)]).toEqual([['seeds/shown.html'], [name]]);
    change(folders.site, { [grid]: null });
    expect([(await build(folders)).read.length, readdirSync(shelf)]).toEqual([3, [name]]);
  });

  it('gives the check the same cases, reasons and spans as a reading without it', async () => {
    const folders = keptFolders(fixtureSite({ ...site, 'content/cases/wangge.yaml': 'redact: [三明日报]\n' }));
    const plain = await readSite(folders);
    for (let turn = 0; turn < 2; turn += 1) {
      const { gazetteer: _, ...kept } = await readSite(folders, { store: openReadingStore(folders) });
      expect(JSON.stringify(kept)).toBe(JSON.stringify({ ...plain, gazetteer: undefined }));
    }
  });
});

describe('many sources', () => {
  const many = Object.fromEntries(
    Array.from({ length: 60 }, (_, i) => [
      `seeds/a${String(i).padStart(2, '0')}.txt`,
      i === 30 ? '' : `大田县：跨村联建之${i}\n2022-03-18 来源：三明日报\n大田县推行跨村联建，组建联村党委${i + 2}个。\n`,
    ]),
  );

  it('are read by several threads as by one, and each is counted', async () => {
    const folders = keptFolders(fixtureSite({ ...site, ...many }));
    const plain = await readSite(folders, { holdBad: true });
    const counted: [number, number][] = [];
    const store = openReadingStore(folders);
    const kept = await readSite(folders, { holdBad: true, store, onProgress: (done, total) => counted.push([done, total]) });
    expect(JSON.stringify([kept.cases, kept.taggings, kept.report])).toBe(JSON.stringify([plain.cases, plain.taggings, plain.report]));
    expect(kept.cases).toHaveLength(61);
    expect(counted).toEqual(Array.from({ length: 62 }, (_, i) => [i + 1, 62]));
    expect((await build(folders, { holdBad: true })).read).toEqual([]);
  });
});

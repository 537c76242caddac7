import { copyFileSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { SourceHead } from '../../../src/intake/readings/pack.ts';
import { openVouched, sourceMark, vouchedFile } from '../../../src/intake/readings/vouched.ts';
import { fixtureSite } from '../../setup/fixture-site.ts';
import { temporaryFolder } from '../../setup/folder.ts';
import { build, change, cleanBuild, keptFolders } from './kept-site.ts';

const longAgo = new Date('2024-01-02T03:04:05Z');
const head = { file: 'seeds/a.txt', id: 'a', errors: [], correctionErrors: [], flags: [], accepted: [], pictures: [], textKeys: [] };
const heads = new Map<string, SourceHead>([['pack', head]]);

let packs: string;
let source: string;

/** A source and a pack, noted as a build does it. */
function note(written: Date): void {
  packs = temporaryFolder({ pack: 'no pack at all' });
  source = join(temporaryFolder({ 'a.txt': '大田县推行跨村联建。' }), 'a.txt');
  for (const file of [join(packs, 'pack'), source]) utimesSync(file, written, written);
  const vouched = openVouched(packs);
  vouched.noteSource(source, { mark: sourceMark(source) ?? '', asked: 'so', draft: 'the key' });
  vouched.close(heads);
}

const found = (asked = 'so') => {
  const vouched = openVouched(packs);
  return [vouched.draft(source, asked), vouched.head('pack')];
};

describe('of files that were written some time before they were noted', () => {
  beforeEach(() => note(longAgo));

  it('key and head are known without their being read', () => {
    expect(found()).toEqual(['the key', head]);
  });

  it('the key is not known where the source is read in another way', () => {
    expect(found('otherwise')).toEqual([undefined, head]);
  });

  it.each([
    ['written into', (file: string) => writeFileSync(file, 'x')],
    [
      'put in their place with the same size and time',
      (file: string) => {
        const bytes = readFileSync(file);
        rmSync(file);
        writeFileSync(file, bytes);
        utimesSync(file, longAgo, longAgo);
      },
    ],
    [
      'written over with the same size, their time set back',
      (file: string) => {
        writeFileSync(file, readFileSync(file, 'latin1').toUpperCase(), 'latin1');
        utimesSync(file, longAgo, longAgo);
      },
    ],
    ['gone', (file: string) => rmSync(file)],
  ])('nothing is known where they were %s', (_, damage) => {
    for (const file of [source, join(packs, 'pack')]) damage(file);
    expect(found()).toEqual([undefined, undefined]);
  });

  it('nothing is known where the notes are not as they were written', () => {
    const notes = join(packs, vouchedFile);
    writeFileSync(notes, readFileSync(notes, 'utf8').replace('the key', 'the kez'));
    expect(found()).toEqual([undefined, undefined]);
    writeFileSync(notes, '');
    expect(found()).toEqual([undefined, undefined]);
  });

  it('what is still vouched for stays noted', () => {
    const next = openVouched(packs);
    next.draft(source, 'so');
    next.close(heads);
    expect(found()).toEqual(['the key', head]);
  });
});

it('of files that were written just before nothing is noted', () => {
  note(new Date());
  expect(found()).toEqual([undefined, undefined]);
});

describe('a build whose sources and packs the disk vouches for', () => {
  const sources = { 'seeds/wangge.txt': '建宁县：网格管理服务群众\n2021-06-02 来源：三明日报\n建宁县把全县划分为120个网格。\n' };
  const age = (folder: string) => {
    for (const name of readdirSync(folder)) utimesSync(join(folder, name), longAgo, longAgo);
  };

  it('gives what a clean one gives, and after a change of the same size and time too', async () => {
    const folders = keptFolders(fixtureSite(sources));
    await build(folders);
    age(folders.seeds);
    age(join(folders.cache, 'readings'));
    const noted = await build(folders);
    expect(JSON.parse(readFileSync(join(folders.cache, 'readings', vouchedFile), 'utf8').split('\n')[1] ?? '')).toMatchObject({
      sources: { [join(folders.seeds, 'wangge.txt')]: { mark: sourceMark(join(folders.seeds, 'wangge.txt')) } },
    });
    const again = await build(folders);
    expect([noted.read, again.read, again.all]).toEqual([[], [], (await cleanBuild(folders)).all]);

    const changed = join(temporaryFolder({ 'wangge.txt': sources['seeds/wangge.txt'].replace('120', '121') }), 'wangge.txt');
    copyFileSync(changed, join(folders.seeds, 'wangge.txt'));
    utimesSync(join(folders.seeds, 'wangge.txt'), longAgo, longAgo);
    expect(statSync(changed).size).toBe(Buffer.byteLength(sources['seeds/wangge.txt']));
    const after = await build(folders);
    expect([after.read, after.all]).toEqual([['seeds/wangge.txt'], (await cleanBuild(folders)).all]);
    expect(after.all).toContain('121个网格');
  });

  it('sees a correction', async () => {
    const folders = keptFolders(fixtureSite(sources));
    for (let turn = 0; turn < 2; turn += 1) {
      await build(folders);
      age(folders.seeds);
      age(join(folders.cache, 'readings'));
    }
    change(folders.site, { 'content/cases/wangge.yaml': 'title: 另一个题目\n' });
    const after = await build(folders);
    expect([after.read, after.all]).toEqual([['seeds/wangge.txt'], (await cleanBuild(folders)).all]);
  });
});

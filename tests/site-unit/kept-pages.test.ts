import { readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { linksOf } from '../../src/site/finishing/check-links.ts';
import { attributesOf } from '../../src/site/finishing/html.ts';
import { type SiteFolders, siteFolders } from '../../src/site/folders.ts';
import { sumOf } from '../../src/site/output/file-sums.ts';
import type { KeptPages } from '../../src/site/rendering/kept-index.ts';
import { closeKept, contentFile, contentFolder, keepFile, openKept } from '../../src/site/rendering/kept-pages.ts';
import { temporaryFolder } from '../setup/folder.ts';

const text = '<h1 id="top">跨村联建</h1><p id="p1"><a href="b.html#p2">见</a><a href="#p1">此</a></p>';
const lists = { 'practices/a.html': { '350425': 2 } };
const sum = sumOf(text);
const longAgo = new Date('2024-01-02T03:04:05Z');

let folders: SiteFolders;
let published: string;
let kept: string;

/** One page, published and kept as a build does it. */
function keep(written?: Date): void {
  folders = { ...siteFolders(), cache: temporaryFolder() };
  published = join(temporaryFolder({ 'a.html': text }), 'a.html');
  if (written) utimesSync(published, written, written);
  keepFile(contentFolder(folders), sum, published);
  kept = contentFile(contentFolder(folders), sum);
  const page = { key: 'what it shows', facts: { links: linksOf(attributesOf(text), 'a.html'), sum, code: [] } };
  const data = { key: 'its pack', facts: { sum, code: [] } };
  closeKept(folders, { common: 'the code', lists, pages: { 'a.html': page }, data: { 'data/cases/a.json': data } });
}

const found = async (common = 'the code'): Promise<KeptPages> => (await openKept(folders)).pagesOf(common);

describe('a kept page that was written some time before it was noted', () => {
  beforeEach(() => keep(longAgo));

  it('is offered again', async () => {
    expect(Object.keys(await found())).toEqual(['a.html']);
  });

  it('is not read for it', async () => {
    const { mtime, ino } = statSync(kept, { bigint: true });
    writeFileSync(published, text.replace('跨村', '连片'));
    utimesSync(published, mtime, mtime);
    expect(statSync(kept, { bigint: true }).ino).toBe(ino);
    expect(Object.keys(await found())).toEqual(['a.html']);
  });

  it.each([
    ['was written into by its name in the site', () => writeFileSync(published, text.replace('跨村', '连片'))],
    ['was written into by its own name', () => writeFileSync(kept, 'x')],
    [
      'was put in its place with the same size and time',
      () => {
        rmSync(kept);
        writeFileSync(kept, text.replace('跨村', '连片'));
        utimesSync(kept, longAgo, longAgo);
      },
    ],
    ['is gone', () => rmSync(kept)],
  ])('is not offered where it %s', async (_, damage) => {
    damage();
    expect(await found()).toEqual({});
  });

  it('is offered where only its time has changed', async () => {
    utimesSync(kept, new Date(), new Date());
    expect(Object.keys(await found())).toEqual(['a.html']);
  });

  it('is not offered to another program', async () => {
    expect(await found('other code')).toEqual({});
  });

  it('comes with all that was known of it', async () => {
    const { data, lists: listsThen } = await openKept(folders);
    expect(await found()).toEqual({
      'a.html': { key: 'what it shows', facts: { links: linksOf(attributesOf(text), 'a.html'), sum, code: [] } },
    });
    expect([data, listsThen]).toEqual([{ 'data/cases/a.json': { key: 'its pack', facts: { sum, code: [] } } }, lists]);
  });

  it.each<[string, (list: Buffer) => Uint8Array]>([
    ['was made by an earlier program', (list) => Buffer.concat([Buffer.from('casebook kept 2'), list.subarray('casebook kept 2'.length)])],
    ['lost its end', (list) => list.subarray(0, -8)],
    ['lost all but its head', (list) => list.subarray(0, 40)],
    ['is empty', () => Buffer.of()],
    ['has zeros at its end', (list) => Buffer.concat([list.subarray(0, -8), Buffer.alloc(8)])],
  ])('is not offered where the list of what was kept %s', async (_, damaged) => {
    const list = join(contentFolder(folders), '../index');
    writeFileSync(list, damaged(readFileSync(list)));
    expect(await found()).toEqual({});
  });
});

describe('a kept page that was written just before it was noted', () => {
  it('is read, since one more writing may have got the same time', async () => {
    keep();
    const { mtime } = statSync(kept, { bigint: true });
    writeFileSync(kept, text.replace('跨村', '连片'));
    utimesSync(kept, mtime, mtime);
    expect(await found()).toEqual({});
    expect(readFileSync(published, 'utf8')).toContain('连片');
  });
});

import { expect, it } from 'vitest';
import { contentOf, handOver, takeOver } from '../../src/intake/hand-over.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { build, change, keptFolders } from './readings/kept-site.ts';

it('gives the pages the last reading of their site, and none of another site', async () => {
  const folders = keptFolders(fixtureSite());
  const before = contentOf((await build(folders)).survey);
  expect(takeOver(folders)).toBeUndefined();
  handOver(folders, before);
  expect(takeOver(folders)).toBe(before);
  change(folders.site, { 'content/cases/wangge.yaml': 'title: 另一个题目\n' });
  const after = contentOf((await build(folders)).survey);
  handOver(folders, after);
  expect(takeOver(folders)).toBe(after);
  expect(after.entries.map(({ pack }, at) => pack === before.entries[at]?.pack)).toEqual([true, false]);
  expect(after.version).not.toBe(before.version);
  expect(takeOver(keptFolders(fixtureSite()))).toBeUndefined();
});

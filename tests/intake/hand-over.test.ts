import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { contentOf, handOver, takeOver } from '../../src/intake/hand-over.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { build, change, keptFolders } from './readings/kept-site.ts';

afterEach(() => vi.unstubAllEnvs());

it('gives the pages the reading that the build made, and no other', async () => {
  vi.stubEnv('CASEBOOK_READING', undefined);
  const folders = keptFolders(fixtureSite());
  const { survey } = await build(folders);
  expect(takeOver(folders)).toBeUndefined();
  handOver(folders, survey);
  expect(takeOver(folders)).toEqual(contentOf(survey));
  const file = join(folders.cache, 'reading.json');
  const earlier = readFileSync(file);
  change(folders.site, { 'content/cases/wangge.yaml': 'title: 另一个题目\n' });
  const changed = (await build(folders)).survey;
  handOver(folders, changed);
  expect(takeOver(folders)?.entries.map(({ pack }) => pack)).toEqual([survey.entries[0]?.pack, changed.entries[1]?.pack]);
  expect(changed.entries[1]?.pack).not.toBe(survey.entries[1]?.pack);
  writeFileSync(file, earlier);
  expect(() => takeOver(folders)).toThrow('reading.json');
});

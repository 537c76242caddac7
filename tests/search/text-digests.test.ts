import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { digestsFile, openTextDigests } from '../../src/search/build/text-digests.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { makeCase } from './small-library.ts';

const kept = temporaryFolder();
const file = join(kept, digestsFile);
const first = makeCase('a', '标题', ['抓党建促振兴']);

/** The digest of a case that is published under this sum, by this code; what is kept is closed with it. */
function digestOf(entry: Case, sum: string | undefined, code = 'code'): string {
  const digests = openTextDigests(kept, code, new Map(sum === undefined ? [] : [[entry, sum]]));
  const digest = digests.of(entry);
  digests.close();
  return digest;
}

it('a text is read once for each sum and each code, and without a sum always', () => {
  const read = digestOf(first, 'sum');
  expect(read).toBe(digestOf(first, undefined));
  digestOf(first, 'sum');
  writeFileSync(file, readFileSync(file, 'utf8').replace(read, 'as kept'));
  expect(digestOf(first, 'sum')).toBe('as kept');
  expect(digestOf(first, 'other')).toBe(read);
  expect(digestOf(first, 'sum', 'other code')).toBe(read);
  expect(JSON.parse(readFileSync(file, 'utf8')).digests).toEqual({ sum: read });
});

it.each([
  ['a word', makeCase('a', '标题', ['抓党建促发展'])],
  ['the title', makeCase('a', '题名', ['抓党建促振兴'])],
  ['a heading', makeCase('a', '标题', ['#抓党建促振兴'])],
  ['the year', makeCase('a', '标题', ['抓党建促振兴'], { notBefore: '2021' })],
])('%s changes it', (_, changed) => {
  expect(digestOf(changed, undefined)).not.toBe(digestOf(first, undefined));
});

it('a file that was cut off is as none', () => {
  digestOf(first, 'sum');
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 20));
  expect(digestOf(first, 'sum')).toBe(digestOf(first, undefined));
});

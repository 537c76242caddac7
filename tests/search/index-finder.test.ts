import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyRequest } from '../../src/search/page/request.ts';
import { freshEngine, makeCase, makeEngines, seedCases } from './small-library.ts';

const piece = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'党建联村组织个亿元大田县') },
  { weight: 2, arbitrary: fc.constantFrom(...'，。“”+— 　·%.,&<"*') },
  { weight: 2, arbitrary: fc.nat({ max: 300 }).map(String) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('〇', '𠮷', '々', '한', 'の', 'ガ', 'é', 'e', 'É', 'ß', 'ss', 'и', 'й', 'ǀ', '\u200b', 'ก', '\uf900', '😀'),
  },
  { weight: 1, arbitrary: fc.constantFrom('2.8', '1,000', '2020.07.27', '４２', 'APP', 'appLE', 'B2B', '①', 'ﬁ', "don't", 'well-known') },
);
const text = fc.array(piece, { minLength: 1, maxLength: 30 }).map((pieces) => pieces.join(''));

describe('by Pagefind the same is found as by reading the texts', async () => {
  const texts = fc.sample(text, { numRuns: 400, seed: 3 });
  const cases = Array.from({ length: 40 }, (_, i) =>
    makeCase(`case-${String(i).padStart(2, '0')}`, texts[i * 10] ?? '', texts.slice(i * 10 + 1, i * 10 + 10)),
  );
  const { byIndex, byReading, outDir } = await makeEngines(cases);
  afterAll(() => rmSync(outDir, { recursive: true }));
  const found = async (engine: typeof byIndex, q: string) => {
    const { hits, total } = await engine.search({ ...emptyRequest, q, all: true });
    return { q, total, hits: hits.map(({ id, more, passages }) => [id, more, passages.map(({ anchor }) => anchor)]).sort() };
  };

  it('for pieces of the texts', async () => {
    const cut = fc.record({ from: fc.constantFrom(...texts), start: fc.nat(40), length: fc.integer({ min: 1, max: 12 }) });
    await fc.assert(
      fc.asyncProperty(cut, async ({ from, start, length }) => {
        const q = [...from].slice(start, start + length).join('');
        expect(await found(byIndex, q)).toEqual(await found(byReading, q));
      }),
      { numRuns: 500 },
    );
  });

  it('for what may stand nowhere', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 3 }), async (pieces) => {
        expect(await found(byIndex, pieces.join(''))).toEqual(await found(byReading, pieces.join('')));
      }),
      { numRuns: 500 },
    );
  });
});

it.each([1, 3])('with %i indexes one character or number is found in every part, whatever was loaded before', async (shards) => {
  const own = (i: number) => Array.from({ length: 60 }, (_, k) => String.fromCodePoint(0x4e00 + i * 60 + k));
  const cases = Array.from({ length: 90 }, (_, i) =>
    makeCase(`case-${10 + i}`, '标题', [
      own(i)
        .map((character) => `党${character}42${character}`)
        .join(''),
    ]),
  );
  const { byReading, outDir, source } = await makeEngines(cases, {}, { shards });
  expect(readdirSync(join(outDir, 'search', source.entry.index, 'index')).length).toBeGreaterThan(3);
  for (const q of ['党', '42']) expect((await (await freshEngine(source)).search({ ...emptyRequest, q })).total).toBe(90);
  const engine = await freshEngine(source);
  for (const q of [...own(3), ...own(70)].slice(20, 100).map((character) => `党${character}42`)) {
    expect(await engine.search({ ...emptyRequest, q })).toEqual(await byReading.search({ ...emptyRequest, q }));
  }
  rmSync(outDir, { recursive: true });
});

it('words that stand so often that Pagefind is not asked for them are found as all others are', async () => {
  const own = (i: number) => String.fromCodePoint(0x4e00 + 7 * i);
  const cases = Array.from({ length: 60 }, (_, i) =>
    makeCase(`case-${10 + i}`, '抓党建', [`党建引领${own(i)}发展，`.repeat(12), `${own(i)}党建联建，党员${own(i + 1)}2021年`]),
  );
  const { byIndex, byReading, outDir, source } = await makeEngines(cases);
  const engines = [byIndex, await freshEngine(source)];
  for (const q of [
    '党建',
    '引领',
    '党建引领',
    `${own(3)}发展`,
    `引领${own(3)}`,
    `建引领${own(3)}发展`,
    '党',
    '建',
    '2021',
    '发展党建',
    '领党',
  ]) {
    const request = { ...emptyRequest, q, all: true };
    for (const engine of engines) expect(await engine.search(request)).toEqual(await byReading.search(request));
  }
  rmSync(outDir, { recursive: true });
});

it('a search fails where a part of the index is missing, instead of finding nothing', async () => {
  const { byIndex, outDir, source } = await makeEngines([makeCase('only', '标题', ['抓党建'])]);
  rmSync(join(outDir, 'search', source.entry.index, 'index'), { recursive: true });
  await expect(byIndex.search({ ...emptyRequest, q: '党建' })).rejects.toThrow('pf_index');
  rmSync(outDir, { recursive: true });
});

it('a library without cases can be searched', async () => {
  const { byIndex, outDir } = await makeEngines([]);
  expect((await byIndex.search({ ...emptyRequest, q: '党建' })).total).toBe(0);
  rmSync(outDir, { recursive: true });
});

it('cases with the same words are kept apart', async () => {
  const { byIndex, outDir } = await makeEngines(['a', 'b', 'c'].map((id) => makeCase(id, '标题', ['抓党建'])));
  const { hits } = await byIndex.search({ ...emptyRequest, q: '党建' });
  expect(hits.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  rmSync(outDir, { recursive: true });
});

it('two builds of the same cases are the same bytes', async () => {
  // The folders' names are made from every file in them.
  const builds = [await makeEngines(seedCases()), await makeEngines(seedCases())];
  expect(builds[0]?.source.entry).toEqual(builds[1]?.source.entry);
  for (const { outDir } of builds) rmSync(outDir, { recursive: true });
});

import { readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { shardCount, shardOf, sharedFirstWords } from '../../src/search/build/shards.ts';
import { writeSearchIndex } from '../../src/search/build.ts';
import type { Entry } from '../../src/search/catalogue.ts';
import { emptyRequest } from '../../src/search/page/request.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { sumsOf } from '../setup/tree.ts';
import { groups, makeCase, makeEngines, practices } from './small-library.ts';

describe('the number of indexes', () => {
  it.each([
    [0, 1],
    [600, 1],
    [601, 2],
    [3000, 2],
    [10_000, 8],
    [12_001, 16],
  ])('of %i cases is %i', (cases, count) => {
    expect(shardCount(cases)).toBe(count);
  });
});

const sentences = ['推行跨村联建', '抓党建促振兴', '支部领办合作社', '四联四促', '流动党员管理', '红色物业'];
const shards = 4;
const cases = Array.from({ length: 150 }, (_, i) => {
  const [one, other] = [sentences[i % 6], sentences[(i * 7 + 1) % 5]];
  return makeCase(
    `case-${String(i).padStart(4, '0')}`,
    `${one}的做法`,
    [`#第${i}号经验`, `${i % 9 === 0 ? '*' : ''}${one}，${other}，第${i}次。`],
    {
      ...(i % 3 === 0 ? { date: { value: `20${10 + (i % 12)}`, precision: 'year' as const, basis: 'stated' as const } } : {}),
    },
  );
});

describe('in a library with several indexes', async () => {
  const { byIndex, byReading, outDir, source } = await makeEngines(cases, {}, { shards });
  afterAll(() => rmSync(outDir, { recursive: true }));

  it.each(['党建', '跨村联建', '联', '第7次', '四联思促', '社抓', '推行 党建', '跨村联建 第12次'])(
    '%s is found as by reading the texts, in the same order',
    async (q) => {
      expect(source.entry.shards).toHaveLength(4);
      const request = { ...emptyRequest, q, all: true };
      expect(await byIndex.search(request)).toEqual(await byReading.search(request));
    },
  );
});

describe('indexes kept from an earlier build', () => {
  const outDir = temporaryFolder();
  const folder = (name: string) => join(outDir, name);
  const build = async (given: Case[], out: string, cache: string): Promise<Entry> => {
    await writeSearchIndex(
      { cases: given, practices, groups, gazetteer: { byCode: () => undefined } },
      { out: folder(out), cache: folder(cache) },
      { shards },
    );
    return JSON.parse(readFileSync(join(folder(out), 'search/entry.json'), 'utf8'));
  };
  const partsKept = () => readdirSync(join(folder('kept'), 'search')).filter((name) => name.endsWith('.parts'));
  const edited = cases.map((entry, i) => (i === 5 ? makeCase(entry.id, entry.title, ['群众点赞']) : entry));
  const added = [...cases, makeCase('case-9999', '新来的', ['新来的一篇'])];
  const own = (id: string) => shardOf(id, 4);

  it.each<[string, Case[], number]>([
    ['one edited case', edited, own('case-0005')],
    ['one added case', added, own('case-9999')],
    ['one case less', cases.slice(1), own('case-0000')],
  ])('%s changes its own index alone, and the result is that of a build without any', async (_, changed, shard) => {
    const before = await build(cases, 'first', 'kept');
    const keptBefore = partsKept();
    const after = await build(changed, 'second', 'kept');
    await build(changed, 'clean', 'none');
    expect(partsKept().filter((name) => keptBefore.includes(name))).toHaveLength(3);
    expect(before.shards.map((name, i) => name === after.shards[i])).toEqual([0, 1, 2, 3].map((i) => i !== shard));
    expect(sumsOf(folder('second'))).toEqual(sumsOf(folder('clean')));
    rmSync(folder('none'), { recursive: true });
  });

  it('that are damaged are made anew, and what nothing uses any more goes', async () => {
    const entry = await build(cases, 'first', 'kept');
    const whole = sumsOf(folder('first'));
    const kept = join(folder('kept'), 'search');
    const [parts = '', otherParts = ''] = partsKept();
    writeFileSync(join(kept, parts), 'x');
    rmSync(join(kept, otherParts));
    rmSync(join(kept, entry.shards[2] ?? '', 'texts/0-0.json'));
    await build(cases, 'first', 'kept');
    expect(sumsOf(folder('first'))).toEqual(whole);
    expect(readdirSync(kept)).toHaveLength(4 * 4 + 1);
    const notes = readdirSync(kept).filter((name) => /\.(?:json|marks)$/u.test(name));
    expect(notes).toHaveLength(4 + 4 + 1);
    for (const name of notes) truncateSync(join(kept, name), 20);
    await build(cases, 'first', 'kept');
    expect(sumsOf(folder('first'))).toEqual(whole);
  });
});

it('where the parts of several indexes begin follows from one case of 64', () => {
  const before = sharedFirstWords(cases, shards);
  const edit = (entry: Case) => makeCase(entry.id, entry.title, ['群众点赞'.repeat(900)]);
  const settling = cases.filter((_, i) => {
    const after = sharedFirstWords(
      cases.map((entry, k) => (k === i ? edit(entry) : entry)),
      shards,
    );
    return after.join(' ') !== before.join(' ');
  });
  expect(settling).toHaveLength(3);
});

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { wholeFile } from '../../src/search/build/kept-whole.ts';
import { shardCount, shardOf, sharedFirstWords } from '../../src/search/build/shards.ts';
import { type SearchInput, writeSearchIndex } from '../../src/search/build.ts';
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
    // Of each index texts, marks of them, record, parts and marks; three more folders with marks; three lists.
    expect(readdirSync(kept)).toHaveLength(4 * 5 + 3 * 2 + 3);
    const notes = readdirSync(kept).filter((name) => /\.(?:json|marks)$/u.test(name));
    expect(notes).toHaveLength(4 + 3 + 4 + 4 + 3);
    for (const name of notes) truncateSync(join(kept, name), 20);
    await build(cases, 'first', 'kept');
    expect(sumsOf(folder('first'))).toEqual(whole);
  });
});

describe('a search that was kept whole', () => {
  const outDir = temporaryFolder();
  const keep = join(outDir, 'kept/search');
  /** So few that no thread is needed. */
  const few = cases.slice(0, 50);
  const sumOfCase = (entry: Case) => createHash('sha256').update(JSON.stringify(entry)).digest('hex');
  const build = async (input: Partial<SearchInput> = {}, cache = 'kept') => {
    const whole = { cases: few, practices, groups, gazetteer: { byCode: () => undefined }, ...input };
    const sums = new Map(whole.cases.map((entry) => [entry, sumOfCase(entry)]));
    const written = await writeSearchIndex({ ...whole, sums }, { out: join(outDir, 'out'), cache: join(outDir, cache) }, { shards });
    return { written, files: sumsOf(join(outDir, 'out')) };
  };

  it('is put in its place as it is where nothing has changed', async () => {
    const first = await build({ cases });
    const listed = () => statSync(join(keep, wholeFile)).mtimeMs;
    const before = listed();
    expect(await build({ cases })).toEqual(first);
    expect(listed()).toBe(before);
    expect(await build({ cases }, 'none')).toEqual(first);
  });

  it.each<[string, Partial<SearchInput>]>([
    ['a word', { cases: few.map((entry, i) => (i === 5 ? makeCase(entry.id, entry.title, ['群众点赞']) : entry)) }],
    ['the name of a practice', { practices: practices.map((practice) => ({ ...practice, name: `${practice.name}新` })) }],
    ['a group', { groups: groups.map((group) => ({ ...group, name: `${group.name}新` })) }],
  ])('is not taken where %s has changed', async (_, changed) => {
    const first = await build();
    const after = await build(changed);
    expect(after.files).not.toEqual(first.files);
    rmSync(join(outDir, 'none'), { recursive: true, force: true });
    expect(await build(changed, 'none')).toEqual(after);
  });

  it.each([
    ['its list is cut off', (entry: Entry) => writeFileSync(join(keep, wholeFile), `{"key": "${entry.folder}`)],
    ['a list is damaged', (entry: Entry) => replace(join(keep, entry.folder, 'catalogue.json'))],
    ['a joined part is damaged', (entry: Entry) => replace(join(keep, entry.index, 'index/0.pf_index'))],
    ['the program is gone', (entry: Entry) => rmSync(join(keep, entry.program), { recursive: true })],
  ])('is made anew where %s', async (_, damage) => {
    const first = await build();
    damage(JSON.parse(readFileSync(join(outDir, 'out/search/entry.json'), 'utf8')));
    expect(await build()).toEqual(first);
    expect(await build()).toEqual(first);
  });
});

/** Other content in a file of its own: the one in the site stays. */
function replace(file: string): void {
  rmSync(file);
  writeFileSync(file, 'x');
}

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

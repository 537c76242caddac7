import { rmSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { emptyRequest, type SearchRequest } from '../../src/search/page/request.ts';
import { makeCase, makeEngines, places } from './small-library.ts';

const day = (value: string) => ({ date: { value, precision: 'day' as const, basis: 'stated' as const } });
const filler = '各级党组织认真学习贯彻会议精神，结合实际抓好落实，推动各项工作取得新的成效。';

const cases = [
  makeCase('a-mention', '年度工作综述', [`${filler}会上提到跨村联建等做法。`], { place: places.huanggang, ...day('2023-01-01') }),
  makeCase('b-heading', '乡村振兴', ['#推进跨村联建', filler], { place: places.yongan, ...day('2021-05-01') }),
  makeCase('c-title', '跨村联建富一方', [filler], { place: places.fujian }),
  makeCase('d-shows', '产业兴村', ['*三个村联合成立联村党委', '*联村党委推行跨村联建，统一用地', filler], {
    place: places.datian,
    ...day('2020-07-27'),
  }),
  makeCase('e-silent', '强村带弱村', ['*组建联村党委，抱团发展'], { place: places.yongan, ...day('2022-03-02') }),
  makeCase('f-dense', '片区联动', ['跨村联建先行：跨村联建聚力，跨村联建见效'], { place: places.datian, ...day('2019-02-03') }),
];

const { byIndex, byReading, outDir, source } = await makeEngines(cases);
afterAll(() => rmSync(outDir, { recursive: true }));
const search = (request: Partial<SearchRequest>) => byIndex.search({ ...emptyRequest, ...request });
const ids = async (request: Partial<SearchRequest>) => (await search(request)).hits.map(({ id }) => id);

describe('the order of hits', () => {
  it('is title, heading, shown practice, then dense passages', async () => {
    expect(await ids({ q: '跨村联建' })).toEqual(['c-title', 'b-heading', 'd-shows', 'f-dense', 'a-mention']);
  });
  it('is by date, then by id, where nothing else tells cases apart', async () => {
    const same = (id: string, more = {}) => makeCase(id, '标题', ['推行跨村联建'], more);
    const tied = await makeEngines([same('b'), same('c', day('2020-01-01')), same('d', day('2021-01-01')), same('a')]);
    const { hits } = await tied.byIndex.search({ ...emptyRequest, q: '跨村联建' });
    expect(hits.map(({ id }) => id)).toEqual(['d', 'c', 'a', 'b']);
    rmSync(tied.outDir, { recursive: true });
  });
  it('puts passages that show the practice above those that only mention it', async () => {
    const mentions = ['跨村联建，跨村联建', '说说跨村联建', '再说跨村联建', '又说跨村联建'];
    const long = await makeEngines([makeCase('long', '标题', [...mentions, `*${filler}由此推行跨村联建`])]);
    const [hit] = (await long.byIndex.search({ ...emptyRequest, q: '跨村联建' })).hits;
    expect(hit?.passages.map(({ anchor }) => anchor)).toContain('p000005');
    expect(hit?.more).toBe(2);
    rmSync(long.outDir, { recursive: true });
  });
  it('is newest first by date, cases without a date last', async () => {
    expect(await ids({ q: '跨村联建', sort: 'date' })).toEqual(['a-mention', 'b-heading', 'd-shows', 'f-dense', 'c-title']);
  });
});

describe('filters', () => {
  it.each<[string, Partial<SearchRequest>, string[]]>([
    ['a practice alone, newest first', { practice: 'cross-village-joint-building' }, ['e-silent', 'd-shows']],
    ['a group', { group: 'organisation' }, ['e-silent', 'd-shows']],
    ['a county', { place: '350425' }, ['d-shows', 'f-dense']],
    ['a city holds its counties', { place: '350400' }, ['e-silent', 'b-heading', 'd-shows', 'f-dense']],
    ['a province holds its cities', { place: '350000' }, ['e-silent', 'b-heading', 'd-shows', 'f-dense', 'c-title']],
    ['a year', { year: '2020' }, ['d-shows']],
    ['no date', { year: 'unknown' }, ['c-title']],
    ['with words', { q: '跨村联建', place: '350400', year: '2021' }, ['b-heading']],
    ['one that nothing passes', { place: '110000' }, []],
  ])('%s', async (_, request, expected) => {
    expect(await ids(request)).toEqual(expected);
  });

  it('count what each choice would give with the other filters', async () => {
    const { filters } = await search({ q: '跨村联建', place: '350400' });
    expect(filters.places.map(({ label, count }) => `${label}${count}`)).toEqual([
      '福建省4',
      '三明市3',
      '大田县2',
      '永安市1',
      '湖北省1',
      '黄冈市1',
    ]);
    expect(filters.years.map(({ value, count }) => `${value}:${count}`)).toEqual(['2021:1', '2020:1', '2019:1']);
    expect(filters.groups.map(({ label, count, practices }) => [label, count, practices.map(({ label: name }) => name)])).toEqual([
      ['组织建设', 1, ['跨村联建']],
    ]);
  });
});

describe('a hit', () => {
  it('shows its passages as printed, with the words marked, and their section', async () => {
    const { hits } = await search({ q: '村联合成立联村党委' });
    expect(hits[0]?.passages).toEqual([
      {
        anchor: 'p000001',
        n: 1,
        section: '',
        text: { text: '三个村联合成立联村党委', marks: [[2, 11]], cutBefore: false, cutAfter: false },
      },
    ]);
  });
  it('shows the passages of a practice that was chosen without words', async () => {
    const [hit] = (await search({ practice: 'cross-village-joint-building', year: '2020' })).hits;
    expect(hit?.passages.map(({ anchor }) => anchor)).toEqual(['p000001', 'p000002']);
  });
  it('needs no text but that of its passages', async () => {
    const long = makeCase(
      'long',
      '长文',
      Array.from({ length: 40 }, (_, i) => `第${i}项，${filler.repeat(4)}`),
    );
    const other = await makeEngines([long]);
    await other.byIndex.search({ ...emptyRequest, q: '第7项' });
    expect([...other.source.fetched.keys()].filter((path) => path.includes('/texts/'))).toHaveLength(1);
    rmSync(other.outDir, { recursive: true });
  });
});

describe('the practice that a query names', () => {
  it('stands apart with its places, and how many of them use the word', async () => {
    expect((await search({ q: '跨村联建' })).practice).toEqual({
      id: 'cross-village-joint-building',
      name: '跨村联建',
      alias: '',
      cases: 2,
      places: 2,
      silentPlaces: 1,
    });
    expect((await search({ q: '联村党建' })).practice).toMatchObject({ name: '跨村联建', alias: '联村党建', silentPlaces: 2 });
    expect((await search({ q: '联建' })).practice).toBeUndefined();
  });
});

describe('where nothing is found', () => {
  it('says which term is missing and what there is without it', async () => {
    const { help } = await search({ q: '跨村联建 无此词' });
    expect(help?.terms.map(({ text, count, withoutCount }) => [text, count, withoutCount])).toEqual([
      ['跨村联建', 5, 0],
      ['无此词', 0, 5],
    ]);
  });
  it('offers what is written nearly so, and practices close in words', async () => {
    const { help } = await search({ q: '跨村连建' });
    expect(help?.near[0]).toEqual({ text: '跨村联建', count: 5 });
    expect(help?.practices).toEqual([{ id: 'cross-village-joint-building', name: '跨村联建' }]);
  });
  it('offers what the texts write with one other character', async () => {
    for (const engine of [byIndex, byReading]) {
      const { help } = await engine.search({ ...emptyRequest, q: '抱团发站' });
      expect(help?.near[0]).toEqual({ text: '抱团发展', count: 1 });
    }
  });
  it('says what there is without the filters', async () => {
    expect((await search({ q: '跨村联建', year: '1999' })).help?.unfiltered).toBe(5);
  });
});

describe('pages', () => {
  it('hold ten hits, or all of them', async () => {
    const many = await makeEngines(Array.from({ length: 23 }, (_, i) => makeCase(`case-${String(i).padStart(2, '0')}`, '党建', [])));
    const third = await many.byIndex.search({ ...emptyRequest, q: '党建', page: 3 });
    expect([third.total, third.pages, third.hits.map(({ id }) => id)]).toEqual([23, 3, ['case-20', 'case-21', 'case-22']]);
    expect((await many.byIndex.search({ ...emptyRequest, q: '党建', all: true })).hits).toHaveLength(23);
    rmSync(many.outDir, { recursive: true });
  });
});

it('a list of all hits brings the passages of the first thirty, and of others when asked', async () => {
  const many = await makeEngines(Array.from({ length: 40 }, (_, i) => makeCase(`case-${String(i).padStart(2, '0')}`, '标题', ['抓党建'])));
  const request = { ...emptyRequest, q: '党建', all: true };
  const { hits } = await many.byIndex.search(request);
  expect(hits.map(({ isWhole, passages }) => isWhole && passages.length === 1)).toEqual(Array.from({ length: 40 }, (_, i) => i < 30));
  const [late] = await many.byIndex.details(request, ['case-35']);
  expect([late?.id, late?.passages.map(({ text }) => text.text)]).toEqual(['case-35', ['抓党建']]);
  rmSync(many.outDir, { recursive: true });
});

it('only what a search needs is fetched', () => {
  expect([...source.fetched.keys()].some((path) => path.includes('/plain/'))).toBe(false);
});

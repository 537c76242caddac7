import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../src/search/page/answer.ts';
import { foundInWords } from '../../src/search/page/found-in-words.ts';
import { emptyRequest } from '../../src/search/page/request.ts';

const choice = (value: string, label: string) => ({ value, label, count: 1, depth: 0 });
const filters: SearchAnswer['filters'] = {
  groups: [{ ...choice('people', '队伍建设'), practices: [choice('talent-return', '人才回引')] }],
  places: [choice('350425', '大田县')],
  years: [choice('2020', '2020年')],
};
const practice = { id: 'talent-return', name: '人才回引', alias: '能人回归', cases: 1, places: 1, silentPlaces: 1 };
const answer = (total: number, more: Partial<SearchAnswer> = {}): SearchAnswer => ({
  total,
  pages: Math.max(1, Math.ceil(total / 10)),
  hits: [],
  filters,
  ...more,
});

describe('what was found is said', () => {
  it.each([
    ['not before anything is asked', answer(5), {}, ''],
    ['as a number', answer(1), { q: '联建' }, '找到1篇案例'],
    ['with a way to narrow a long list', answer(31), { q: '联建' }, '找到31篇案例，可以用做法、地区、年份缩小范围'],
    ['with what the list is narrowed to', answer(31), { q: '联建', group: 'people', year: '2020' }, '队伍建设、2020年：找到31篇案例'],
    ['with a practice and a place', answer(2), { practice: 'talent-return', place: '350425' }, '人才回引、大田县：找到2篇案例'],
    ['with a filter that the library does not know, as it stands', answer(0), { place: '999999' }, '999999：没有找到案例'],
    ['where nothing is', answer(0), { q: '联社' }, '没有找到案例'],
    ['where only the practice has the name', answer(0, { practice }), { q: '能人回归' }, '原文没有写“能人回归”一词，下面是这项做法'],
  ] as const)('%s', (_, found, asked, words) => {
    expect(foundInWords(found, { ...emptyRequest, ...asked })).toBe(words);
  });
});

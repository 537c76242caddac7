import { expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { citation } from '../../src/library/citation.ts';

const day: Case['date'] = { value: '2020-07-27', precision: 'day', basis: 'stated' };

it.each<[string, Partial<Case['source']>, Case['date'], string]>([
  ['nothing known', {}, undefined, '题名.'],
  ['a site', { name: '东南网', author: '张三' }, day, '张三. 题名[EB/OL]. 东南网，(2020-07-27).'],
  ['a newspaper', { name: '福建日报' }, day, '题名[N]. 福建日报，2020-07-27.'],
  ['a newspaper on line', { name: '福建日报', url: 'https://example.cn/a' }, day, '题名[N/OL]. 福建日报，2020-07-27. https://example.cn/a'],
  ['an address alone', { url: 'https://example.cn/a' }, undefined, '题名[EB/OL]. https://example.cn/a'],
  ['a publisher of unknown kind', { name: '大田县委组织部' }, undefined, '题名. 大田县委组织部.'],
])('%s', (_, source, date, expected) => {
  expect(citation({ title: '题名', source: { photographers: [], ...source }, date })).toBe(expected);
});

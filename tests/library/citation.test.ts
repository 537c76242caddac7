import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { citation } from '../../src/library/citation.ts';

const day: Case['date'] = { value: '2020-07-27', precision: 'day', basis: 'stated' };
const year: Case['date'] = { value: '2020', precision: 'year', basis: 'editor' };
const url = 'https://example.cn/a';

describe('citation', () => {
  it.each<[string, Partial<Case['source']>, Case['date'], string]>([
    ['nothing known', {}, undefined, '题名.'],
    ['a newspaper with day and page', { name: '福建日报', page: '3', author: '张三' }, day, '张三. 题名[N]. 福建日报，2020-07-27（3）.'],
    ['the same with its address', { name: '福建日报', page: '3', url }, day, `题名[N/OL]. 福建日报，2020-07-27（3）. ${url}.`],
    ['a newspaper’s name without a page', { name: '福建日报' }, day, '题名. 福建日报，2020-07-27.'],
    ['a newspaper’s name without a page, with an address', { name: '福建日报', url }, day, `题名[EB/OL]. （2020-07-27）. ${url}.`],
    ['a newspaper with a page, without the day', { name: '福建日报', page: '3' }, year, '题名. 福建日报，2020.'],
    ['a page on the web', { name: '东南网', author: '张三', url }, day, `张三. 题名[EB/OL]. （2020-07-27）. ${url}.`],
    ['a site without an address', { name: '东南网', author: '张三' }, day, '张三. 题名[EB/OL]. 东南网（2020-07-27）.'],
    ['a site without a date', { name: '东南网' }, undefined, '题名[EB/OL]. 东南网.'],
    ['an address alone', { url }, undefined, `题名[EB/OL]. ${url}.`],
    ['a year alone', { url }, year, `题名[EB/OL]. （2020）. ${url}.`],
    ['a publisher of unknown kind', { name: '大田县委组织部' }, day, '题名. 大田县委组织部，2020-07-27.'],
    ['three authors', { author: '张三、李四 王五' }, undefined, '张三，李四，王五. 题名.'],
    ['four authors', { author: '张三,李四；王五、赵六' }, undefined, '张三，李四，王五，等. 题名.'],
    ['names run together', { author: '阎晋于文哲' }, undefined, '阎晋于文哲. 题名.'],
    ['a name set wide', { author: '张 三' }, undefined, '张 三. 题名.'],
  ])('%s', (_, source, date, expected) => {
    expect(citation({ title: '题名', source: { photographers: [], ...source }, date })).toBe(expected);
  });
});

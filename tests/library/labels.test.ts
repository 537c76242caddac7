import { describe, expect, it } from 'vitest';
import { caseSummary, emptyLabels, pageLabels } from '../../src/library/labels.ts';
import { settingsSchema } from '../../src/site/settings.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const joint = practice('joint', { name: '跨村联建' });
const grid = practice('grid', { name: '网格' });
const datian = entry(
  'datian',
  {
    title: '大田县：联建促振兴',
    place: place('350425'),
    date: { value: '2020-07-27', time: '07:27', precision: 'day', basis: 'stated' },
    source: { name: '东南网', author: '大田县委组织部', photographers: [] },
    blocks: [block('h000001', '联建', { kind: 'heading' }), block('p000001', '大田县推行跨村联建。'), block('p000002', '第二段。')],
  },
  { joint: { p000001: ['跨村联建'] }, grid: { p000002: ['网格'] } },
);
const yearOnly = entry('year', { date: { value: '2021', precision: 'year', basis: 'editor' }, blocks: [] });
const owned = settingsSchema.parse({
  name: '大田党建案例库',
  siteName: '大田县人民政府',
  address: 'https://www.datian.example.gov.cn/anli',
  siteIdCode: 3504250001,
  columnType: '工作动态',
});
const bare = library([datian, yearOnly], [joint, grid]);
const known = { ...bare, settings: owned };

const site = [
  { name: 'SiteName', content: '大田县人民政府' },
  { name: 'SiteDomain', content: 'www.datian.example.gov.cn' },
  { name: 'SiteIDCode', content: '3504250001' },
];

describe('pageLabels', () => {
  it('are those of the site on a page without a column', () => {
    expect(pageLabels(known, { description: '首页' })).toEqual(site);
  });

  it('describe a column on its own pages', () => {
    expect(pageLabels(known, { section: 'practices', description: '40项做法。' })).toEqual([
      ...site,
      { name: 'ColumnName', content: '做法' },
      { name: 'ColumnDescription', content: '40项做法。' },
      { name: 'ColumnKeywords', content: '做法' },
      { name: 'ColumnType', content: '工作动态' },
    ]);
  });

  it('describe the article on the page of a case', () => {
    expect(pageLabels(known, { section: 'cases', description: '大田县推行', entry: datian })).toEqual([
      ...site,
      { name: 'ColumnName', content: '案例' },
      { name: 'ColumnType', content: '工作动态' },
      { name: 'ArticleTitle', content: '大田县：联建促振兴' },
      { name: 'PubDate', content: '2020-07-27 07:27' },
      { name: 'ContentSource', content: '东南网' },
      { name: 'Keywords', content: '跨村联建,网格' },
      { name: 'Author', content: '大田县委组织部' },
      { name: 'Description', content: '大田县推行跨村联建。' },
      { name: 'Url', content: 'https://www.datian.example.gov.cn/anli/cases/datian.html' },
    ]);
  });

  it('leave out what is not known, and say of a date no more than is known', () => {
    expect(pageLabels(bare, { section: 'cases', entry: yearOnly })).toEqual([
      { name: 'SiteName', content: '党建案例库' },
      { name: 'ColumnName', content: '案例' },
      { name: 'ArticleTitle', content: yearOnly.title },
      { name: 'PubDate', content: '2021' },
    ]);
  });
});

describe('emptyLabels', () => {
  it('are told once each, with the number of cases and the field', () => {
    expect(emptyLabels(bare).map(({ message }) => message)).toEqual([
      '网页标签 SiteDomain 没有内容（content/site.yaml 的 address 没有写），不带这个标签。',
      '网页标签 SiteIDCode 没有内容（content/site.yaml 的 siteIdCode 没有写），不带这个标签。',
      '网页标签 ColumnType 没有内容（content/site.yaml 的 columnType 没有写），不带这个标签。',
      '网页标签 ContentSource 在 2 篇案例里有 1 篇没有内容（来源），这些页不带这个标签。',
      '网页标签 Keywords 在 2 篇案例里有 1 篇没有内容（做法），这些页不带这个标签。',
      '网页标签 Author 在 2 篇案例里有 1 篇没有内容（作者），这些页不带这个标签。',
      '网页标签 Description 在 2 篇案例里有 1 篇没有内容（首段文字），这些页不带这个标签。',
      '网页标签 Url 没有内容（content/site.yaml 的 address 没有写），不带这个标签。',
    ]);
  });

  it('are none where everything is known', () => {
    expect(emptyLabels({ ...known, cases: [datian] })).toEqual([]);
  });
});

it('a summary is the beginning of the first paragraph and cuts no character in two', () => {
  expect(caseSummary(yearOnly)).toBe('');
  expect(caseSummary({ blocks: [block('p000001', '𠮷'.repeat(200))] })).toBe('𠮷'.repeat(120));
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attributesOf } from '../../src/site/finishing/html.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';

const everything = `name: 大田党建案例库
address: https://www.datian.example.gov.cn/anli/
owner: 中共大田县委组织部
operator: 大田县党员教育中心
contact: 0598-0000000
icp: 闽ICP备12345678号-1
policeRecord: 闽公网安备35042502000101号
siteIdCode: 350425001
siteName: 大田县人民政府
columnType: 工作动态
reportErrors: https://zhaocuo.example.gov.cn/?site=3504250001
`;
const correction = 'source:\n  author: 县委组织部“联建”专班\n';

const owned = fixtureSite({ 'content/site.yaml': everything, 'content/cases/lianjian.yaml': correction });
const plain = fixtureSite();
let said: { owned: string; plain: string };

beforeAll(async () => {
  const [first, second] = [await casebook(['build'], { CASEBOOK_SITE: owned }), await casebook(['build'], { CASEBOOK_SITE: plain })];
  expect([first.status, second.status]).toEqual([0, 0]);
  said = { owned: first.stdout, plain: second.stdout };
}, 180_000);

const read = (site: string, page: string) => readFileSync(join(site, 'dist', page), 'utf8');

/** The page's `<meta name>`, in their order. */
function labelsOf(site: string, page: string): Record<string, string> {
  const metas = [...read(site, page).matchAll(/<meta\s[^>]*>/gu)].map(([tag]) =>
    Object.fromEntries([...attributesOf(tag)].map(({ name, value }) => [name, value])),
  );
  const named = metas.flatMap(({ name, content }) => (name && /^[A-Z]/.test(name) ? [[name, content ?? '']] : []));
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
  return Object.fromEntries(named);
}

function footerOf(site: string): string {
  return /<footer[\s\S]*<\/footer>/u.exec(read(site, 'index.html'))?.[0] ?? '';
}

const siteLabels = { SiteName: '大田县人民政府', SiteDomain: 'www.datian.example.gov.cn', SiteIDCode: '350425001' };

describe('a site whose owner wrote everything', () => {
  it('labels its home, its columns and its articles', () => {
    expect(labelsOf(owned, 'index.html')).toEqual(siteLabels);
    expect(labelsOf(owned, 'practices/index.html')).toMatchObject({ ...siteLabels, ColumnName: '做法', ColumnType: '工作动态' });
    expect(labelsOf(owned, 'cases/lianjian.html')).toEqual({
      ...siteLabels,
      ColumnName: '案例',
      ColumnType: '工作动态',
      ArticleTitle: '大田县：跨村联建促振兴',
      PubDate: '2022-03-18 09:30',
      ContentSource: '三明日报',
      Keywords: '跨村联建',
      Author: '县委组织部“联建”专班',
      Description: '近年来，大田县针对村级力量分散的问题，推行跨村联建，组建联村党委8个，带动32个村抱团发展。',
      Url: 'https://www.datian.example.gov.cn/anli/cases/lianjian.html',
    });
  });

  it('names its canonical address on every page', () => {
    for (const page of ['index.html', 'cases/index.html', 'cases/lianjian.html']) {
      expect(read(owned, page)).toContain(`<link rel="canonical" href="https://www.datian.example.gov.cn/anli/${page}">`);
    }
  });

  it('has them all in its footer, with the registers’ links', () => {
    const footer = footerOf(owned);
    for (const text of [
      '主办单位：中共大田县委组织部',
      '承办单位：大田县党员教育中心',
      '联系方式：0598-0000000',
      '网站标识码：350425001',
    ]) {
      expect(footer).toContain(`<li>${text}</li>`);
    }
    expect(footer).toContain('<a href="https://beian.miit.gov.cn/" rel="nofollow">闽ICP备12345678号-1</a>');
    expect(footer).toContain(
      '<a href="https://beian.mps.gov.cn/#/query/webSearch?code=35042502000101" rel="nofollow">闽公网安备35042502000101号</a>',
    );
    expect(footer).toContain('<a href="https://zhaocuo.example.gov.cn/?site=3504250001" rel="nofollow">我为政府网站找错</a>');
  });

  it('is told of the code that looks wrong, and of the label that one article lacks, in one line', () => {
    expect(said.owned).toContain('提示 siteIdCode（网站标识码）“350425001”不像一个标识码。');
    expect(said.owned.match(/网页标签 .*/gu)).toEqual([expect.stringMatching(/^网页标签 Author 在 2 篇案例里有 1 篇没有内容/u)]);
  });
});

describe('a site whose owner wrote nothing', () => {
  it('has no empty label, no word in its footer without a content, and no address', () => {
    expect(labelsOf(plain, 'index.html')).toEqual({ SiteName: '测试案例库' });
    expect(Object.keys(labelsOf(plain, 'cases/lianjian.html'))).toEqual([
      ...['SiteName', 'ColumnName', 'ArticleTitle', 'PubDate', 'ContentSource', 'Keywords', 'Description'],
    ]);
    expect(footerOf(plain).match(/<li>/gu)).toHaveLength(3);
    expect(footerOf(plain)).not.toMatch(/单位|联系|备案|beian|标识码|找错/u);
    expect(read(plain, 'cases/lianjian.html')).not.toContain('canonical');
  });

  it('is told of each label once', () => {
    const named = [...said.plain.matchAll(/提示 网页标签 (\w+)/gu)].map(([, name]) => name);
    expect(named).toEqual(['SiteDomain', 'SiteIDCode', 'ColumnType', 'Author', 'Url']);
  });
});

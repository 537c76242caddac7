import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { objections } from './axe.ts';
import { openBrowser, visit } from './browser.ts';
import { type OwnSite, serveOwnSite } from './own-site.ts';

const longTitle =
  '尤溪县：聚焦村级集体经济薄弱、流动党员去向难掌握、乡村治理力量不足等突出问题，以跨村联建为抓手推动党建引领乡村振兴走深走实的探索与实践——来自闽中山区的调查';

/** One site with the shapes that an article seldom has. */
const shapes = {
  'seeds/long-title.txt': `${longTitle}\n2023-04-05 来源：三明日报\n尤溪县推行跨村联建，组建联村党委6个，带动农户860户。\n`,
  'content/cases/long-title.yaml': `title: ${longTitle}\n`,
  'seeds/excerpted.txt':
    '明溪县：侨乡联建谋共富\n2023-08-09 来源：三明日报\n明溪县推行跨村联建，组建联村党委9个。大家坐在榕树下商量。\n实行网格管理以后，办结诉求321件。\n',
  'content/cases/excerpted.yaml': 'rights: { publish: excerpt }\nsource: { url: "https://example.cn/mingxi.html" }\n',
  'seeds/linked.txt': '泰宁县：丹霞山下的网格\n2023-09-10 来源：三明日报\n泰宁县推行网格管理，办结诉求3210件。\n',
  'content/cases/linked.yaml': 'rights: { publish: link }\nsource: { url: "https://example.cn/taining.html" }\n',
};

/** A site of one article, which says nothing that could be counted. */
const alone = {
  'seeds/lianjian.txt': null,
  'seeds/wangge.txt': '建宁县：网格管理服务群众\n来源：三明日报\n建宁县推行网格管理，由党员担任网格员，收集群众诉求。\n',
};

let browser: Browser;
const sites = new Map<string, OwnSite>();

beforeAll(async () => {
  browser = await openBrowser();
  for (const [name, changes] of Object.entries({ shapes, alone })) {
    sites.set(name, await serveOwnSite(changes));
  }
}, 300_000);

afterAll(async () => {
  for (const { close } of sites.values()) await close();
  await browser.close();
});

function withPage(site: string, path: string, width: number, read: (page: Page) => Promise<void>): Promise<void> {
  return visit(browser, { url: sites.get(site)?.url ?? '', path, width }, read);
}

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

describe.each([
  ['shapes', 'cases/long-title.html'],
  ['shapes', 'cases/wangge.html'],
  ['shapes', 'cases/excerpted.html'],
  ['shapes', 'cases/linked.html'],
  ['shapes', 'index.html'],
  ['alone', 'index.html'],
  ['alone', 'cases/wangge.html'],
  ['alone', 'cases/index.html'],
])('of the site “%s” the page %s', (site, path) => {
  it.each([1280, 390, 320])('fits a window of %d pixels', async (width) => {
    await withPage(site, path, width, async (page) => expect(await wider(page)).toBeLessThanOrEqual(0));
  });

  it('has nothing that axe objects to', async () => {
    await withPage(site, path, 1280, async (page) => {
      expect(await objections(page)).toEqual([]);
    });
  });
});

it('sets a very long title whole, breaking between words, none of them alone on the last line', async () => {
  await withPage('shapes', 'cases/long-title.html', 390, async (page) => {
    const title = page.getByRole('heading', { level: 1 });
    expect(await title.textContent()).toBe(longTitle);
    const lines = await title.evaluate((heading) => {
      const tops = new Map<number, number>();
      const range = document.createRange();
      const walker = document.createTreeWalker(heading, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        for (let at = 0; at < (walker.currentNode.textContent?.length ?? 0); at++) {
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + 1);
          const top = Math.round(range.getBoundingClientRect().top);
          tops.set(top, (tops.get(top) ?? 0) + 1);
        }
      }
      return [...tops.values()];
    });
    expect(lines.length).toBeGreaterThan(3);
    expect(Math.min(...lines)).toBeGreaterThan(1);
  });
});

it('leads to the text and the source of a case without headings', async () => {
  await withPage('shapes', 'cases/wangge.html', 1280, async (page) => {
    const contents = page.getByRole('navigation', { name: '目录' });
    expect((await contents.getByRole('link').allTextContents()).slice(0, 2)).toEqual(['正文', '来源与引用']);
    await contents.getByRole('link', { name: '来源与引用' }).click();
    await expect.poll(() => page.locator('#source').evaluate((each) => each.getBoundingClientRect().top < window.innerHeight)).toBe(true);
  });
});

it.each([
  ['cases/excerpted.html', '本案例只刊摘录', 'https://example.cn/mingxi.html'],
  ['cases/linked.html', '本案例只刊题名和出处', 'https://example.cn/taining.html'],
])('%s says what is left out and leads to the source', async (path, words, address) => {
  await withPage('shapes', path, 1280, async (page) => {
    expect(await page.getByText(words).isVisible()).toBe(true);
    expect(await page.getByRole('link', { name: '到原文阅读' }).getAttribute('href')).toBe(address);
  });
});

it('leaves out what one case alone cannot have', async () => {
  await withPage('alone', 'cases/wangge.html', 1280, async (page) => {
    expect(await page.getByRole('navigation', { name: '上一篇和下一篇' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: '相关案例' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: '来源与引用' }).isVisible()).toBe(true);
  });
  await withPage('alone', 'index.html', 1280, async (page) => {
    expect(await page.getByText('收1篇案例').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { name: '最新案例' }).count()).toBe(0);
    expect(await page.getByRole('heading', { name: '案例', exact: true }).isVisible()).toBe(true);
    expect(await page.getByRole('main').textContent()).not.toMatch(/(?<!\d)0[个项篇]/);
  });
});

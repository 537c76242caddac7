import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeSearchIndex } from '../../src/search/build.ts';
import { type RunningServer, serve } from '../../src/site/serve.ts';
import { groups, makeCase, places, practices } from '../search/small-library.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { collectFaults, openBrowser } from './browser.ts';
import { hitsOf } from './found.ts';

/** 500 invented articles with one word in common, each with one of its own. */
const cases = Array.from({ length: 500 }, (_, i) =>
  makeCase(
    `case-${String(i).padStart(3, '0')}`,
    i === 7 ? `关于${'深入推进抓党建促乡村振兴重点任务落实'.repeat(6)}的实施意见` : `第${i}号案例`,
    ['#做法', `*第${i}片区成立联村党委，推行跨村联建，带动${i + 1000}户增收`, `${i % 2 === 0 ? '盘活闲置校舍' : '发展林下经济'}，收入增长`],
    {
      place: i % 2 === 0 ? places.datian : places.huanggang,
      ...(i % 5 === 0 ? {} : { date: { value: `20${10 + (i % 10)}-06-01`, precision: 'day', basis: 'stated' } }),
    },
  ),
);

let browser: Browser;
let server: RunningServer;
let folder: string;

beforeAll(async () => {
  folder = join(temporaryFolder(), 'dist');
  cpSync(inject('siteDir'), folder, { recursive: true });
  rmSync(join(folder, 'search'), { recursive: true });
  const gazetteer = { byCode: () => undefined };
  await writeSearchIndex({ cases, practices, groups, gazetteer }, { out: folder, cache: join(temporaryFolder(), 'cache') });
  server = await serve(folder, { port: 0 });
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

const searchFor = (words: string, more = '') => `search.html?q=${encodeURIComponent(words)}${more}`;

async function openPage(address: string, width: number, url = server.url): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  const page = await context.newPage();
  const faults = collectFaults(page, url);
  await page.goto(url + address);
  return { page, faults };
}

const sticksOut = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe.each([1280, 320])('on a screen of %i pixels', (width) => {
  it('500 hits: ten a page, ways to narrow them, and all of them on one page if asked', async () => {
    const { page, faults } = await openPage(searchFor('跨村联建'), width);
    expect(await hitsOf(page, 500)).toHaveLength(10);
    expect(await page.locator('#search-status').textContent()).toBe('找到500篇案例，可以用做法、地区、年份缩小范围');
    const pages = page.getByRole('navigation', { name: '结果分页' });
    expect(await pages.textContent()).toContain('第1页，共50页');
    await pages.getByRole('link', { name: '下一页' }).click();
    await page.waitForURL(/page=2/);
    expect(await hitsOf(page, 500)).toHaveLength(10);
    expect(await page.locator('#hits').getAttribute('start')).toBe('11');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('results-title');
    await pages.getByRole('link', { name: '全部列出（500篇）' }).click();
    await page.waitForURL(/all=1/);
    const all = await hitsOf(page, 500);
    expect(all).toHaveLength(500);
    expect(new Set(all).size).toBe(500);
    const last = page.locator('#hits > li').last();
    await last.scrollIntoViewIfNeeded();
    await last.locator('.hit-passages mark').first().waitFor();
    expect(await sticksOut(page)).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('one hit: the hit, and no list of pages', async () => {
    const { page, faults } = await openPage(searchFor('1123户'), width);
    expect(await hitsOf(page, 1)).toEqual(['case-123']);
    expect(await page.locator('#search-status').textContent()).toBe('找到1篇案例');
    expect(await page.locator('#result-pages').textContent()).toBe('');
    expect(await page.locator('#browse').isVisible()).toBe(false);
    expect(await page.locator('#hits mark').allTextContents()).toEqual(['1123户']);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('one hit with a title of more than a hundred characters', async () => {
    const { page } = await openPage(searchFor('实施意见'), width);
    expect(await hitsOf(page, 1)).toEqual(['case-007']);
    expect(await sticksOut(page)).toBe(0);
    await page.context().close();
  });

  it('nothing: what is written nearly so, and the practices to start from', async () => {
    const { page, faults } = await openPage(searchFor('跨村连建'), width);
    expect(await hitsOf(page, 0)).toEqual([]);
    const help = page.getByRole('region', { name: '没有找到时' });
    expect(await help.textContent()).toContain('相近的写法：跨村联建（500篇）');
    expect(await page.locator('#browse').isVisible()).toBe(true);
    await help.getByRole('link', { name: '跨村联建' }).first().click();
    await hitsOf(page, 500);
    expect(await help.isVisible()).toBe(false);
    expect(await sticksOut(page)).toBe(0);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('nothing but for a filter: what there is without it', async () => {
    const { page } = await openPage(searchFor('盘活闲置校舍', '&place=421100'), width);
    await hitsOf(page, 0);
    expect(await page.locator('#search-status').textContent()).toBe('黄冈市：没有找到案例');
    await page.locator('#nothing').getByRole('link', { name: '有250篇' }).click();
    expect(await hitsOf(page, 250)).toHaveLength(10);
    await page.context().close();
  });
});

it('above 300 articles a page from a disk searches titles, headings and names of practices and places, and says so', async () => {
  const { page } = await openPage(searchFor('第123号案例'), 1280, `${pathToFileURL(folder)}/`);
  expect(await hitsOf(page, 1)).toEqual(['case-123']);
  expect(await page.locator('#reading-note').textContent()).toContain('不含全部正文');
  for (const [words, total] of [
    ['大田县', 250],
    ['跨村联建', 500],
    ['盘活闲置校舍', 0],
  ] as const) {
    await page.fill('#q', words);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === words);
    await hitsOf(page, total);
  }
  await page.context().close();
});

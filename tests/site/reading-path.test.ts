import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectFaults, openBrowser } from './browser.ts';
import { publishedCases } from './built-site.ts';

const practice = { id: 'cross-village-joint-building', name: '跨村联建' };

const places = [
  { where: 'at the root of a server', url: inject('siteUrl') },
  { where: 'in a folder of a server', url: inject('subfolderUrl') },
];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function withPage(url: string, javaScriptEnabled: boolean, read: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  const faults = collectFaults(page, url);
  await page.goto(url);
  await read(page);
  await context.close();
  expect(faults).toEqual([]);
}

/** The block that the address names stands in the window and is a passage that shows the practice. */
async function expectPassageInView(page: Page): Promise<void> {
  const id = new URL(page.url()).hash.slice(1);
  const file = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1) ?? '').replace('.html', '');
  const found = publishedCases().find((each) => each.id === file);
  const block = found?.blocks.find((each) => each.id === id);
  expect(block?.practices).toContain(practice.id);
  const passage = page.locator(`[id="${id}"]`);
  expect(withoutSpace((await passage.textContent()) ?? '')).toContain(withoutSpace(block?.text ?? ''));
  await expect.poll(() => passage.boundingBox().then((box) => box?.y)).toSatisfy((y: number) => y >= 0 && y < 800);
}

const withoutSpace = (text: string) => text.replaceAll(/\s/g, '');

describe.each(places)('a reader $where', ({ url }) => {
  it.each([
    { scripts: 'with scripts', enabled: true },
    { scripts: 'without scripts', enabled: false },
  ])('goes from the home page by a practice to a passage and home again, $scripts', async ({ enabled }) => {
    await withPage(url, enabled, async (page) => {
      await page
        .locator('main')
        .getByRole('link', { name: practice.name, exact: true })
        .and(page.locator('[href*="practices/"]'))
        .first()
        .click();
      expect(page.url()).toBe(`${url}practices/${practice.id}.html`);
      expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(practice.name);
      await page.locator('main a[href*="cases/"][href*="#"]').filter({ visible: true }).first().click();
      expect(page.url()).toMatch(/\/cases\/[^/]+\.html#p[0-9a-f]{6}/);
      await expectPassageInView(page);
      await page.getByRole('banner').getByRole('link').first().click();
      expect(page.url()).toBe(`${url}index.html`);
    });
  });

  it('types four characters and gets exactly the cases that hold them, with a link to the passage', async () => {
    const words = practice.name;
    const expected = publishedCases().filter(({ title, blocks }) =>
      [title, ...blocks.map(({ text }) => text)].some((text) => text.includes(words)),
    );
    expect(expected.length).toBeGreaterThan(0);
    await withPage(url, true, async (page) => {
      await page.getByRole('searchbox').first().fill(words);
      await page.keyboard.press('Enter');
      const list = page.locator(`[data-total="${expected.length}"]`);
      await list.waitFor();
      const hits = await list.locator('[data-case]').evaluateAll((items) => items.map((item) => item.getAttribute('data-case')));
      expect(hits.sort()).toEqual(expected.map(({ id }) => id).sort());
      await list.locator('[data-case] a[href*="#p"]').first().click();
      await page.waitForURL(/\/cases\/[^/]+\.html.*#p[0-9a-f]{6}/);
      expect(await page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`).textContent()).toContain(words);
    });
  });
});

it('shows the page for what is not there at any depth', async () => {
  const page = await browser.newPage();
  const answer = await page.goto(`${inject('siteUrl')}a/b/nowhere.html`);
  expect(answer?.status()).toBe(404);
  expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
  await page.close();
});

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectFaults, openBrowser } from './browser.ts';

const siteUrl = inject('siteUrl');
const fromDisk = pathToFileURL(join(inject('siteDir'), '/')).href;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function withPage(options: BrowserContextOptions, use: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults = collectFaults(page, siteUrl);
  await use(page);
  await context.close();
  expect(faults.filter((fault) => !fault.startsWith(`request to another origin: ${fromDisk}`))).toEqual([]);
}

const background = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const letterSize = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).fontSize);
const choose = async (page: Page, label: string, group: string) => {
  const open = await page.locator('.display-choices').evaluate((panel) => panel.hasAttribute('open'));
  if (!open) await page.getByText('显示', { exact: true }).click();
  await page.getByRole('group', { name: group }).getByLabel(label).check();
};

describe.each([
  { where: 'on a server', start: siteUrl },
  { where: 'from a disk', start: fromDisk },
])('a reader $where', ({ start }) => {
  it('chooses dark, large and high contrast, and finds them again on every page', async () => {
    await withPage({ colorScheme: 'light' }, async (page) => {
      await page.goto(`${start}index.html`);
      const before = await background(page);
      await choose(page, '深色', '底色');
      expect(await background(page)).not.toBe(before);
      await choose(page, '大字', '字号');
      expect(await letterSize(page)).toBe('20px');
      await choose(page, '高对比', '对比');
      expect(await background(page)).toBe('rgb(0, 0, 0)');
      await page.goto(`${start}practices/index.html`);
      expect([await background(page), await letterSize(page)]).toEqual(['rgb(0, 0, 0)', '20px']);
      await page.getByText('显示', { exact: true }).click();
      expect(await page.getByLabel('深色').isChecked()).toBe(true);
      await choose(page, '跟随系统', '底色');
      await choose(page, '标准', '字号');
      await choose(page, '标准', '对比');
      await page.reload();
      expect([await background(page), await letterSize(page)]).toEqual([before, '16px']);
    });
  });
});

it('follows the system until the reader chooses, and then no more', async () => {
  await withPage({ colorScheme: 'dark' }, async (page) => {
    await page.goto(siteUrl);
    const dark = await background(page);
    await page.emulateMedia({ colorScheme: 'light' });
    const light = await background(page);
    expect(light).not.toBe(dark);
    await choose(page, '深色', '底色');
    expect(await background(page)).toBe(dark);
    await choose(page, '浅色', '底色');
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await background(page)).toBe(light);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
  });
});

it('shows the choice from the first line that is laid out', async () => {
  await withPage({ colorScheme: 'light' }, async (page) => {
    await page.goto(siteUrl);
    await choose(page, '深色', '底色');
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        document.documentElement.setAttribute('data-at-body', document.documentElement.dataset.theme ?? '');
      }).observe(document, { childList: true, subtree: true });
    });
    await page.reload();
    expect(await page.locator('html').getAttribute('data-at-body')).toBe('dark');
  });
});

it('takes the choice into the other windows that are open', async () => {
  await withPage({ colorScheme: 'light' }, async (page) => {
    await page.goto(siteUrl);
    const other = await page.context().newPage();
    await other.goto(`${siteUrl}about.html`);
    await choose(page, '深色', '底色');
    await expect.poll(() => background(other)).toBe(await background(page));
  });
});

it('lets a browser that keeps nothing choose for the page', async () => {
  await withPage({ colorScheme: 'light' }, async (page) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      });
    });
    await page.goto(siteUrl);
    const before = await background(page);
    await choose(page, '深色', '底色');
    expect(await background(page)).not.toBe(before);
  });
});

it.each(['null', '"dark"', '{"theme":"<b>","size":7}', '{'])('starts as usual where what was kept is %s', async (kept) => {
  await withPage({ colorScheme: 'light' }, async (page) => {
    await page.addInitScript((value) => localStorage.setItem('casebook:display', value), kept);
    await page.goto(siteUrl);
    expect(await page.locator('html').getAttribute('data-theme')).toBeNull();
    expect(await letterSize(page)).toBe('16px');
  });
});

it('is chosen with the keyboard alone', async () => {
  await withPage({ colorScheme: 'light' }, async (page) => {
    await page.goto(siteUrl);
    const summary = page.locator('.display-choices > summary');
    for (let tabs = 0; tabs < 30 && !(await summary.evaluate((each) => each === document.activeElement)); tabs++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await page.locator('.display-panel').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    await page.keyboard.press('Escape');
    expect(await page.locator('.display-panel').isVisible()).toBe(false);
    expect(await summary.evaluate((each) => each === document.activeElement)).toBe(true);
  });
});

it('is not offered where scripts do not run', async () => {
  await withPage({ javaScriptEnabled: false }, async (page) => {
    await page.goto(siteUrl);
    expect(await page.getByText('显示', { exact: true }).isVisible()).toBe(false);
  });
});

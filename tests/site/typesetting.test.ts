import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { collectFaults, openBrowser } from './browser.ts';
import { publishedCases } from './built-site.ts';

const siteUrl = inject('siteUrl');
const cases = publishedCases();

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function withPage(path: string, options: BrowserContextOptions, read: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const faults = collectFaults(page, siteUrl);
  await page.goto(siteUrl + path);
  await read(page);
  await context.close();
  expect(faults).toEqual([]);
}

it('shows every way in on one screen of an office PC', async () => {
  await withPage('index.html', { viewport: { width: 1366, height: 768 } }, async (page) => {
    const lowest = await page
      .locator('main .home-search, main .practice-index li, main .home-list > li, main .home-undated')
      .evaluateAll((parts) => Math.max(...parts.map((part) => part.getBoundingClientRect().bottom)));
    expect(lowest).toBeLessThanOrEqual(768);
    expect(await page.locator('.practice-index li').count()).toBe(42);
  });
});

it('calls only cases of a known date the latest', async () => {
  await withPage('index.html', {}, async (page) => {
    const latest = page.getByRole('region', { name: '最新案例' });
    const titles = await latest.getByRole('heading', { level: 3 }).allTextContents();
    const dated = cases.filter(({ date }) => date).map(({ title }) => title);
    expect(titles.map((title) => title.trim()).sort()).toEqual(dated.sort().slice(0, 3));
  });
});

/** The lines of every passage's text, as the browser broke them. */
function linesOf(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((texts) =>
    texts.flatMap((text) => {
      const lines: string[] = [];
      const range = document.createRange();
      const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
      let last = Number.NaN;
      while (walker.nextNode()) {
        const words = walker.currentNode.textContent ?? '';
        for (let at = 0; at < words.length; at++) {
          range.setStart(walker.currentNode, at);
          range.setEnd(walker.currentNode, at + 1);
          const { bottom, width } = range.getBoundingClientRect();
          if (width === 0) continue;
          if (Math.abs(bottom - last) > 8 || lines.length === 0) lines.push('');
          last = bottom;
          lines.push(`${lines.pop() ?? ''}${words.charAt(at)}`);
        }
      }
      return lines;
    }),
  );
}

it.each([1280, 390])('breaks lines as Chinese is broken, %d pixels wide', async (width) => {
  for (const { url } of cases.slice(0, 2)) {
    await withPage(url, { viewport: { width, height: 800 } }, async (page) => {
      const lines = await linesOf(page, '.passage-text > p:not(.caption)');
      expect(lines.length).toBeGreaterThan(20);
      // At most 42 characters; two halves of a dash or an ellipsis, and stops that close, stay with what is before them.
      const wide = (line: string) => [...line].reduce((sum, each) => sum + (/[\x20-\x7e]/.test(each) ? 0.5 : 1), 0);
      expect(lines.filter((line) => wide(line) > 42)).toEqual([]);
      expect(lines.filter((line) => /^[，。；：、？！）》〉」』】]/.test(line))).toEqual([]);
      expect(lines.filter((line) => /[（《〈「『【]$/.test(line))).toEqual([]);
      expect(
        lines.filter(
          (line, at) => (line.endsWith('—') && lines[at + 1]?.startsWith('—')) || (line.endsWith('…') && lines[at + 1]?.startsWith('…')),
        ),
      ).toEqual([]);
    });
  }
});

it('types no space for the eye: what is copied is what the source says', async () => {
  const [entry] = cases;
  await withPage(entry?.url ?? '', {}, async (page) => {
    const shown = await page.locator('.passage-text > p:not(.caption)').allTextContents();
    const said = entry?.blocks.filter(({ kind }) => kind === 'paragraph').flatMap(({ text }) => text.split('\n')) ?? [];
    expect(shown).toEqual(said.filter((line) => line.trim() !== ''));
  });
});

it('lays a ground under the passage that an address names', async () => {
  const [entry] = cases;
  const passage = entry?.blocks.filter(({ kind }) => kind === 'paragraph')[4]?.id;
  await withPage(`${entry?.url}#${passage}`, {}, async (page) => {
    const ground = (id: string | undefined) =>
      page.locator(`[id="${id}"] > .passage-text`).evaluate((text) => getComputedStyle(text).backgroundColor);
    expect(await ground(passage)).not.toBe(await ground(entry?.blocks.filter(({ kind }) => kind === 'paragraph')[5]?.id));
  });
});

it('marks in the passage the words of a claim that is unfolded, and takes the marks away again', async () => {
  const entry = cases.find(({ figures }) => figures.length > 0);
  await withPage(entry?.url ?? '', {}, async (page) => {
    const passage = page
      .locator('.passage')
      .filter({ has: page.locator('.figures .beside') })
      .first();
    const before = await passage.locator('.passage-text').textContent();
    const claim = passage.locator('.figures .beside').first();
    await claim.locator('summary').click();
    const words = await claim.locator('mark').first().textContent();
    await expect.poll(() => passage.locator('.passage-text mark').allTextContents()).toEqual([words]);
    await claim.locator('summary').click();
    await expect.poll(() => passage.locator('.passage-text mark').count()).toBe(0);
    expect(await passage.locator('.passage-text').textContent()).toBe(before);
  });
});

it('folds the strip and the contents on a phone, and unfolds them without scripts', async () => {
  const url = cases[0]?.url ?? '';
  await withPage(url, { viewport: { width: 390, height: 800 }, javaScriptEnabled: false }, async (page) => {
    const strip = page.locator('.glance-parts');
    expect(await strip.isVisible()).toBe(false);
    await page.getByText(/^一览：/).click();
    expect(await strip.isVisible()).toBe(true);
  });
  await withPage(url, { javaScriptEnabled: false }, async (page) => {
    expect(await page.locator('.glance-parts').isVisible()).toBe(true);
    expect(await page.getByText(/^一览：/).isVisible()).toBe(false);
  });
});

it('keeps the facts of a case in one row on a phone', async () => {
  for (const { url } of cases) {
    await withPage(url, { viewport: { width: 390, height: 800 } }, async (page) => {
      const { height } = (await page.locator('.page-head .facts').boundingBox()) ?? { height: 0 };
      expect(height).toBeGreaterThan(10);
      expect(height).toBeLessThan(40);
    });
  }
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectFaults, openBrowser } from './browser.ts';
import { publishedCases, readSiteFile, sitePages } from './built-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const siteUrl = inject('siteUrl');
const practice = 'cross-village-joint-building';
const places = ['350425', '350481'];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function withPage(
  path: string,
  read: (page: Page) => Promise<void>,
  options: { width?: number; javaScriptEnabled?: boolean; at?: string } = {},
): Promise<void> {
  const { width = 1280, javaScriptEnabled = true, at = siteUrl } = options;
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  const faults = collectFaults(page, at);
  await page.goto(at + path);
  await read(page);
  await context.close();
  expect(faults).toEqual([]);
}

const rowsOf = (page: Page) =>
  page.locator('.compare-table tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-spot')));

describe('the table of a practice', () => {
  it('is complete without scripts: every place, every column, silence said', async () => {
    await withPage(
      `practices/${practice}.html`,
      async (page) => {
        expect(await rowsOf(page)).toEqual(places);
        const cells = page.locator('.compare-table tbody tr').first().locator('td');
        expect(await cells.count()).toBe(7);
        for (const text of await cells.allTextContents()) expect(text.trim()).not.toBe('');
        expect(await page.locator('main').getByRole('button').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  it('sorts by a click on a head, and back by a second', async () => {
    await withPage('practices/first-secretaries.html', async (page) => {
      const before = await rowsOf(page);
      const counts = async () =>
        (await page.locator('td[data-column="passages"]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-sort')))).map(
          Number,
        );
      await page.getByRole('button', { name: '原文', exact: true }).click();
      expect(await counts()).toEqual([...(await counts())].sort((a, b) => b - a));
      expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe('原文');
      await page.getByRole('button', { name: '地区', exact: true }).click();
      expect(await rowsOf(page)).toEqual(before);
    });
  });
});

describe.each([
  { where: 'at the root', at: siteUrl },
  { where: 'in a folder', at: inject('subfolderUrl') },
])('comparing $where of a server', ({ at }) => {
  it('takes the ticked places to one page, with links that lead to their passages', async () => {
    await withPage(
      `practices/${practice}.html`,
      async (page) => {
        for (const box of await page.getByRole('checkbox').all()) await box.check();
        await page.getByRole('link', { name: '并排对照所选的2个地区' }).click();
        const table = page.locator('#comparison .side-by-side');
        await table.waitFor();
        expect((await table.locator('thead th').allTextContents()).map((name) => name.trim())).toEqual(['大田县', '永安市']);
        expect(await table.locator('tbody tr').count()).toBeGreaterThanOrEqual(7);
        await table.locator('.passage-links a.passage-link').first().click();
        expect(page.url()).toMatch(/\/cases\/[^/]+\.html#p[0-9a-f]{6}/);
        expect(page.url().startsWith(at)).toBe(true);
      },
      { at },
    );
  });

  it('says over all practices what all do and what only one does', async () => {
    await withPage(
      `compare.html?places=${places.join(',')}`,
      async (page) => {
        const lines = page.locator('#comparison .compare-summary > div');
        await lines.first().waitFor();
        expect(await lines.locator('dt').allTextContents()).toEqual(['都写到', '只有大田县', '只有永安市']);
        const both = await lines.first().locator('a').allTextContents();
        const done = places.map((code) => publishedCases().filter((entry) => entry.place?.code === code));
        expect(done.every((cases) => cases.length > 0)).toBe(true);
        expect(both).toContain('跨村联建');
      },
      { at },
    );
  });
});

it('compares two places by plain links, without scripts', async () => {
  await withPage(
    `practices/${practice}.html`,
    async (page) => {
      await page.getByRole('link', { name: '大田县、永安市' }).click();
      expect(page.url()).toBe(`${siteUrl}compare/${places.join('-')}.html#${practice}`);
      expect(await page.locator(`[id="${practice}"] .side-by-side thead th`).allTextContents()).toEqual(['大田县', '永安市']);
    },
    { javaScriptEnabled: false },
  );
});

it('says what went wrong when the practice is not there', async () => {
  const page = await browser.newPage();
  await page.goto(`${siteUrl}compare.html?practice=nowhere&places=${places.join(',')}`);
  await page.getByText('没有取到这项做法的页面').waitFor();
  await page.close();
});

describe('trust on the spot', () => {
  const [entry] = publishedCases().filter((each) => each.place?.code === '350425');

  it('unfolds the sentence with the figure’s words marked, without scripts', async () => {
    const figure = entry?.figures.find(({ subject }) => subject === '联村党组织');
    await withPage(
      entry?.url ?? '',
      async (page) => {
        const note = page.locator(`[id="${figure?.passage}"] .figures .trust`, { hasText: '联村党组织' }).first();
        await note.locator('summary').click();
        expect(await note.locator('mark').textContent()).toBe(figure?.quote);
        for (const fact of ['确数', '大田县的', '完成', '文章不早于', '机器提取']) expect(await note.textContent()).toContain(fact);
      },
      { javaScriptEnabled: false },
    );
  });

  it('gives a reference for every passage', () => {
    const html = readSiteFile(entry?.url ?? '');
    const passages = entry?.blocks.filter(({ kind }) => kind === 'paragraph') ?? [];
    expect(passages.length).toBeGreaterThan(0);
    for (const { id } of passages) expect(html).toContain(`${entry?.id}#${id}@${entry?.sha256.slice(0, 8)}`);
  });

  it('marks in the contents the section that is read', async () => {
    const heading = entry?.blocks.filter(({ kind }) => kind === 'heading').at(-1);
    await withPage(`${entry?.url}#${heading?.id}`, async (page) => {
      await expect.poll(() => page.locator('.contents [aria-current]').textContent()).toBe(heading?.text);
    });
  });
});

it('folds a group of the matrix away and back', async () => {
  await withPage('matrix.html', async (page) => {
    const rows = page.locator('.matrix tbody').first().locator('tr:not(.matrix-group)');
    const button = page.locator('.fold-button').first();
    await button.click();
    expect(await rows.first().isVisible()).toBe(false);
    await button.click();
    expect(await rows.first().isVisible()).toBe(true);
  });
});

it('leads from a former code to today’s place', async () => {
  const former = sitePages.filter((page) => /^places\/\d{6}\.html$/.test(page) && readSiteFile(page).includes('旧代码'));
  const notes = former.filter((page) => !readSiteFile(page).includes('data-place'));
  expect(notes.length).toBeGreaterThan(0);
  await withPage(notes[0] ?? '', async (page) => {
    await page.locator('.lead a').click();
    expect(await page.locator('[data-place]').count()).toBe(1);
  });
});

describe.each([
  'compare.html',
  `compare/${places.join('-')}.html`,
  'matrix/city.html',
  `compare.html?practice=${practice}&places=${places.join(',')}`,
])('%s', (path) => {
  it.each([1280, 390])('has nothing that axe objects to, %i wide', async (width) => {
    await withPage(
      path,
      async (page) => {
        await page.evaluate(axeSource);
        const results: AxeResults = await page.evaluate(
          "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
        );
        expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
      },
      { width },
    );
  });

  it('needs no sideways scrolling on a screen of 320 pixels', async () => {
    await withPage(
      path,
      async (page) => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      },
      { width: 320 },
    );
  });
});

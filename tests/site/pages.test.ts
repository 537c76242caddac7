import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectFaults, openBrowser } from './browser.ts';
import { pageKinds } from './built-site.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const siteUrl = inject('siteUrl');

let browser: Browser;
const contexts = new Map<string, BrowserContext>();

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Windows of one size share a context, and with it what the browser has fetched. One of 390 pixels is a telephone's. */
async function openPage(path: string, width: number, colorScheme: 'light' | 'dark' = 'light') {
  const key = `${width} ${colorScheme}`;
  const phone = { isMobile: width === 390, hasTouch: width === 390 };
  const context =
    contexts.get(key) ?? (await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce', ...phone }));
  contexts.set(key, context);
  const page = await context.newPage();
  const faults = collectFaults(page, siteUrl);
  await page.goto(siteUrl + path);
  return { page, faults };
}

describe.each(pageKinds)('%s', (path) => {
  it.each([
    { width: 1280, scheme: 'light' },
    // What a window of 1280 is at 200 %.
    { width: 640, scheme: 'light' },
    { width: 390, scheme: 'dark' },
    { width: 1280, scheme: 'dark' },
  ] as const)('has nothing that axe objects to, $width wide and $scheme', async ({ width, scheme }) => {
    const { page, faults } = await openPage(path, width, scheme);
    await page.evaluate(axeSource);
    const results: AxeResults = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} })`);
    await page.close();
    expect(results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    expect(results.passes.length).toBeGreaterThan(5);
    expect(faults).toEqual([]);
  });

  it('needs no sideways scrolling on a screen of 320 pixels', async () => {
    const { page } = await openPage(path, 320);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    await page.close();
    expect(wider).toBeLessThanOrEqual(0);
  });
});

import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { publishedCases } from './built-site.ts';
import { openState, pageStates } from './page-kinds.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** The most that a case's page may weigh. */
const most = 20 * 1024;

const compressed = (body: Uint8Array) => gzipSync(body, { level: 9 }).length;

it.each(publishedCases())('the page of $id weighs 20 KB at most, compressed: HTML, CSS, JS and its icon', async ({ id, url }) => {
  const found: Promise<[string, number]>[] = [];
  const { page } = await openState(browser, { name: id, path: url }, { viewport: { width: 1280, height: 800 } }, async (opened) => {
    opened.on('response', (response) => {
      if (!/html|css|javascript/.test(response.headers()['content-type'] ?? '')) return;
      found.push(response.body().then((body) => [new URL(response.url()).pathname, compressed(body)]));
    });
  });
  const weights = await Promise.all(found);
  // A browser fetches it when it likes.
  const icon = await page.locator('link[rel="icon"]').evaluate((link) => (link as HTMLLinkElement).href);
  weights.push([icon, compressed(new Uint8Array(await (await fetch(icon)).arrayBuffer()))]);
  await page.context().close();
  expect(weights.map(([path]) => path)).toContain(`/${url}`);
  expect(weights.length).toBe(4);
  expect(weights.reduce((sum, [, bytes]) => sum + bytes, 0)).toBeLessThanOrEqual(most);
});

/** Adds up what moved without the reader's doing, from the first paint. */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    Object.assign(window, { shifts: [] });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const sources = (Reflect.get(entry, 'sources') as { node?: Node }[]).map(({ node }) =>
          node instanceof Element ? `${node.tagName} ${node.className} ${node.id}` : String(node?.nodeName),
        );
        Reflect.get(window, 'shifts').push({ value: Reflect.get(entry, 'value'), parts: sources.join(', ') });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });

describe.each([
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
])('in a window of $width pixels', (viewport) => {
  it.each(pageStates)('$name stays where it was laid out, and asks for no font', async (state) => {
    const kinds: string[] = [];
    const { page } = await openState(browser, state, { viewport }, async (opened) => {
      opened.on('request', (request) => kinds.push(request.resourceType()));
      await watchShifts(opened);
    });
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    const shifts: { value: number; parts: string }[] = await page.evaluate(() => Reflect.get(window, 'shifts'));
    expect(shifts.filter(({ value }) => value >= 0.001)).toEqual([]);
    expect(kinds).not.toContain('font');
    await page.context().close();
  });
});

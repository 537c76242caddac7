import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { publishedCases } from './built-site.ts';
import { openState } from './page-kinds.ts';

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

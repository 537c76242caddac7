import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { pageKinds, publishedCases } from './built-site.ts';

const siteUrl = inject('siteUrl');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** Bytes of each file that the browser asks for until the page is at rest, compressed as a server does it. */
async function weights(path: string): Promise<Map<string, number>> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const found: Promise<[string, number]>[] = [];
  page.on('response', (response) => {
    if (!/(?:html|css|javascript)/.test(response.headers()['content-type'] ?? '')) return;
    found.push(response.body().then((body) => [new URL(response.url()).pathname, gzipSync(body).length]));
  });
  await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
  const all = new Map(await Promise.all(found));
  await page.close();
  return all;
}

/** What the page adds to the article's own words, in bytes; 20 KB for the whole of a page is what a short article leaves. */
const most = 18 * 1024;

it.each(publishedCases())('the page of $id is light: HTML, CSS and JS besides the words of the article', async ({ url, blocks }) => {
  const files = await weights(url);
  expect([...files.keys()]).toContain(`/${url}`);
  const words = gzipSync(blocks.map(({ text }) => text).join('\n')).length;
  expect([...files.values()].reduce((sum, each) => sum + each, -words)).toBeLessThanOrEqual(most);
});

/** Where a script shows its tools above what is read, or makes buttons of heads. */
const withTools = /^(?:search|clips|compare|matrix)\b|^practices\/(?!index)/;

it.each(pageKinds.filter((path) => !withTools.test(path)))('%s asks for no font and stays where it was laid out', async (path) => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const kinds: string[] = [];
  page.on('request', (request) => kinds.push(request.resourceType()));
  await page.addInitScript(() => {
    Object.assign(window, { moved: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(window, { moved: Reflect.get(window, 'moved') + Reflect.get(entry, 'value') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  expect(await page.evaluate(() => Reflect.get(window, 'moved'))).toBe(0);
  expect(kinds).not.toContain('font');
  await page.close();
});

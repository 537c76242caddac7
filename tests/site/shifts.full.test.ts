import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openState, pageStates } from './page-kinds.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

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

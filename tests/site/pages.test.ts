import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { objectionsInViews } from './axe.ts';
import { openBrowser } from './browser.ts';
import { openState, pageStates } from './page-kinds.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

/** The other views are with the full tests. */
it.each(pageStates)('$name: axe objects to nothing, and 320 pixels need no sideways scrolling', async (state) => {
  const { page, faults } = await openState(browser, state, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  expect(await objectionsInViews(page, [{ width: 1280, colorScheme: 'light' }])).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
  expect(faults).toEqual([]);
});

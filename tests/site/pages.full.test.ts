import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { objectionsInViews, type View } from './axe.ts';
import { openBrowser } from './browser.ts';
import { openState, pageStates } from './page-kinds.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const views: readonly View[] = [
  { width: 1280, colorScheme: 'dark' },
  // What a window of 1280 is at 200 %.
  { width: 640, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
];

it.each(pageStates)('$name: axe objects to nothing in the dark, at 200 % and on a phone', async (state) => {
  const { page } = await openState(browser, state, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
  expect(await objectionsInViews(page, views)).toEqual([]);
  await page.context().close();
});

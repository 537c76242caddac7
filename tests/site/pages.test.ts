import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { objections } from './axe.ts';
import { openBrowser } from './browser.ts';
import { openState, pageStates } from './page-kinds.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const views = [
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  // What a window of 1280 is at 200 %.
  { width: 640, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
] as const;

it.each(pageStates)(
  '$name: axe objects to nothing, in both themes and at 200 %, and 320 pixels need no sideways scrolling',
  async (state) => {
    const { page, faults } = await openState(browser, state, { viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce' });
    for (const { width, colorScheme } of views) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 900 });
      expect([width, colorScheme, await objections(page)]).toEqual([width, colorScheme, []]);
    }
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    await page.context().close();
    expect(faults).toEqual([]);
  },
);

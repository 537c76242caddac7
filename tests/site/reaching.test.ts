import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openState, pageStates } from './page-kinds.ts';
import { tooSmall, walkThrough } from './reach.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

it.each(pageStates)('$name has nothing for a finger lower than 44 pixels', async (state) => {
  const { page } = await openState(browser, state, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  expect(await tooSmall(page)).toEqual([]);
  await page.context().close();
});

/** The others are walked through by the full tests: hundreds of links take their time. */
const short = ['index.html', 'cases/index.html', 'clips.html'];

it.each(pageStates.filter(({ name }) => short.includes(name)))(
  '$name is walked through with the keyboard: first to the text, then to everything, always in view and marked',
  (state) => walkThrough(browser, state),
);

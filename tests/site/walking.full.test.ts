import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { pageStates } from './page-kinds.ts';
import { walkThrough } from './reach.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

it.each(pageStates)(
  '$name is walked through with the keyboard: first to the text, then to everything, always in view and marked',
  (state) => walkThrough(browser, state),
);

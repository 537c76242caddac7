import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { pageKinds } from './built-site.ts';

const siteUrl = inject('siteUrl');
const paths = ['index.html', 'cases/index.html', ...pageKinds.filter((path) => /^cases\/(?!index)/.test(path))];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe.each(paths)('%s', (path) => {
  it('has nothing for a finger lower than 44 pixels', async () => {
    const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
    const page = await context.newPage();
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
    expect(await tooSmall(page)).toEqual([]);
    await context.close();
  });

  it('is walked through with the keyboard: first to the text, then to everything, always in view and marked', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))).toBe(true);
    await page.reload({ waitUntil: 'networkidle' });
    const reached = new Set<number>();
    const faults: string[] = [];
    const all = await page.evaluate(numberFocusable);
    for (let presses = 0; presses <= all; presses++) {
      await page.keyboard.press('Tab');
      const { number, fault } = await page.evaluate(focused);
      if (number < 0) break;
      reached.add(number);
      if (fault) faults.push(fault);
    }
    expect(faults).toEqual([]);
    const left = await page.evaluate(
      (numbers) =>
        [...document.querySelectorAll<HTMLElement>('[data-walk]')]
          .filter((each) => !numbers.includes(Number(each.dataset.walk)))
          .map((each) => each.outerHTML.slice(0, 120)),
      [...reached],
    );
    expect(left).toEqual([]);
    await page.close();
  });
});

/** Links, buttons and the like whose box is lower than 44 pixels. Those in running text are as high as its lines (WCAG 2.5.8). */
function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inText = 'p, dd, blockquote, .facts, .facts-table, .quote-source';
    return [
      ...document.querySelectorAll<HTMLElement>('a[href], button, summary, input:not([type="radio"]):not([type="checkbox"]), label[for]'),
    ]
      .filter((each) => each.checkVisibility() && !each.closest(inText) && each.offsetWidth > 2 && !each.classList.contains('skip-link'))
      .filter((each) => each.getBoundingClientRect().height < 43.5)
      .map((each) => `${Math.round(each.getBoundingClientRect().height)} ${each.outerHTML.slice(0, 120)}`);
  });
}

/** Gives each element that Tab should reach a number; a group of radio buttons is one. Returns how many there are. */
function numberFocusable(): number {
  const seen = new Set<string>();
  const all = [...document.querySelectorAll<HTMLElement>('a[href], button, summary, input, select, textarea, [tabindex="0"]')].filter(
    (each) => {
      if (!each.checkVisibility() || getComputedStyle(each).visibility === 'hidden' || each.matches(':disabled')) return false;
      if (!(each instanceof HTMLInputElement) || each.type !== 'radio') return true;
      return !seen.has(each.name) && Boolean(seen.add(each.name));
    },
  );
  for (const [index, each] of all.entries()) each.dataset.walk = `${index}`;
  return all.length;
}

function focused(): { number: number; fault: string } {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return { number: -1, fault: '' };
  const { top, bottom, left, right } = element.getBoundingClientRect();
  const inView = bottom > 0 && top < window.innerHeight && right > 0 && left < window.innerWidth;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
  const fault = inView && isMarked ? '' : `${inView ? 'not marked' : 'out of view'}: ${element.outerHTML.slice(0, 120)}`;
  return { number: Number(element.dataset.walk ?? -2), fault };
}

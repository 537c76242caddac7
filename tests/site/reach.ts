import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { openState, type PageState } from './page-kinds.ts';

/**
 * What a finger has to hit and is lower than 44 pixels: links, buttons and the like. Exempt are links in running text, which
 * are as high as its lines (WCAG 2.5.8), and what is only for a screen reader.
 */
export function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const inSentence = (link: HTMLElement) => {
      if (link.tagName !== 'A') return false;
      const block = link.closest('p, li, dd, dt, td, th, h1, h2, h3, div');
      const own = [...(block?.querySelectorAll('a, button, summary') ?? [])].reduce(
        (sum, each) => sum + (each.textContent ?? '').length,
        0,
      );
      const words = (block?.textContent ?? '').trim();
      return words.length - own >= 6 || /[，。；]/.test(words);
    };
    const all = 'a[href], button, summary, select, textarea, input:not([type="radio"]):not([type="checkbox"]), label[for]';
    return (
      [...document.querySelectorAll<HTMLElement>(all)]
        // The words of a control that has a box of its own are no target by themselves.
        .filter((each) => !(each instanceof HTMLLabelElement) || (each.control?.offsetWidth ?? 0) < 2 || each.className === 'fold-label')
        .filter((each) => each.checkVisibility() && each.offsetWidth > 2 && !each.classList.contains('skip-link') && !inSentence(each))
        .filter((each) => each.getBoundingClientRect().height < 43.5)
        .map(
          (each) => `${Math.round(each.getBoundingClientRect().height)} ${each.parentElement?.className}: ${each.outerHTML.slice(0, 120)}`,
        )
    );
  });
}

/** Presses Tab from the head of the page to its end: first to the text, then to everything, always in view and marked. */
export async function walkThrough(browser: Browser, state: PageState): Promise<void> {
  const { page } = await openState(browser, state, { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  await page.keyboard.press('Tab');
  const isAlone = state.path === '404.html';
  if (!isAlone) {
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到正文');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.id === 'content');
    await page.keyboard.press('Tab');
    const within = await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement) ?? false);
    const reachable = await page.evaluate(() => document.querySelector('main :is(a[href], button, summary, input, select)') !== null);
    expect(within).toBe(reachable);
  }
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    document.body.tabIndex = -1;
    document.body.focus();
    document.body.removeAttribute('tabindex');
  });
  const all = await page.evaluate(numberFocusable);
  const reached = new Set<number>();
  const faults: string[] = [];
  for (let presses = 0; presses <= all; presses++) {
    await page.keyboard.press('Tab');
    const { number, fault } = await page.evaluate(focused);
    if (number < 0) break;
    reached.add(number);
    if (fault) faults.push(fault);
  }
  const left = await page.evaluate(
    (numbers) =>
      [...document.querySelectorAll<HTMLElement>('[data-walk]')]
        .filter((each) => !numbers.includes(Number(each.dataset.walk)))
        .map((each) => each.outerHTML.slice(0, 120)),
    [...reached],
  );
  await page.context().close();
  expect(faults).toEqual([]);
  expect(left).toEqual([]);
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

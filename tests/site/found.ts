import type { Page } from 'playwright-core';
import type { Case } from '../../src/article/schema.ts';
import { publishedCases } from './built-site.ts';

const cases = publishedCases();

/** The published cases whose title or blocks hold the words. */
export function holding(words: string, among: readonly Case[] = cases): Case[] {
  return among.filter(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)].some((text) => text.includes(words)));
}

export const idsOf = (list: readonly Case[]): string[] => list.map(({ id }) => id).sort();

/** The ids of the hits in order, once the search has ended and has found this many. */
export async function hitsOf(page: Page, total: number): Promise<string[]> {
  await page.locator(`#hits[data-total="${total}"]`).waitFor({ state: 'attached' });
  return page.locator('#hits > [data-case]').evaluateAll((items) => items.map((item) => item.getAttribute('data-case') ?? ''));
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2 up to AA, and what axe holds to be good practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page in which fewer rules found something to judge is not the one that was meant. */
const fewestPasses = 6;

/** What axe objects to in a page as it stands: the rule and the elements. */
export async function objections(page: Page): Promise<string[]> {
  await page.evaluate(source);
  const { violations, passes }: AxeResults = await page.evaluate(`axe.run({ runOnly: ${JSON.stringify(rules)} })`);
  if (passes.length < fewestPasses) throw new Error(`axe found hardly anything in ${page.url()}.`);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`);
}

export interface View {
  /** In CSS pixels. */
  width: number;
  colorScheme: 'light' | 'dark';
}

/** The objections with the view in which each arises. */
export async function objectionsInViews(page: Page, views: readonly View[]): Promise<[View, string[]][]> {
  const found: [View, string[]][] = [];
  for (const view of views) {
    await page.emulateMedia({ colorScheme: view.colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width: view.width, height: 900 });
    const inView = await objections(page);
    if (inView.length > 0) found.push([view, inView]);
  }
  return found;
}

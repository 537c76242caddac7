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

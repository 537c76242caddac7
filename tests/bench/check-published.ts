import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { type Case, caseSchema, type Summary } from '../../src/article/schema.ts';
import { findDanglingLinks } from '../../src/site/finishing/check-links.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { ensureChromium } from '../setup/chromium.ts';
import { drawQueries, truthOf } from './search-articles.ts';
import { countingServer } from './search-in-browser.ts';

const searches = 20;

/** Whether a built site of any size is right: its links, its data against the schema, its search against a plain look at the text. */
export async function checkPublished(site: string): Promise<Record<string, string | number>[]> {
  const files = filesOf(site);
  const cases = files.filter((file) => /^data\/cases\/.+\.json$/.test(file)).map((file) => caseSchema.parse(readJson(site, file)));
  const listed = (readJson(site, 'data/cases.json') as { cases: Summary[] }).cases;
  const missing = listed.filter(({ url }) => !files.includes(url));
  return [
    { check: 'links that lead nowhere', faults: findDanglingLinks(site, files).length },
    { check: 'cases listed without data or page', faults: missing.length + Math.abs(listed.length - cases.length) },
    { check: `searches of ${searches} with another result than the text`, faults: await wrongSearches(site, cases) },
  ];
}

function readJson(site: string, file: string): unknown {
  return JSON.parse(readFileSync(join(site, file), 'utf8'));
}

async function wrongSearches(site: string, cases: readonly Case[]): Promise<number> {
  const articles = cases.map(({ id, title, blocks }) => ({ id, title, passages: blocks.map(({ text }) => text) }));
  const phrases = drawQueries(articles, searches);
  const truth = truthOf(articles, phrases);
  const server = await countingServer(site);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage();
  let wrong = 0;
  for (const phrase of phrases) {
    await page.goto(`${server.url}search.html?q=${encodeURIComponent(phrase)}&all=1`);
    await page.locator('#hits[data-total]').waitFor({ state: 'attached' });
    const found = await page.locator('#hits > [data-case]').evaluateAll((hits) => hits.map((hit) => hit.getAttribute('data-case') ?? ''));
    const right = truth.get(phrase) ?? new Set();
    if (found.length !== right.size || found.some((id) => !right.has(id))) wrong += 1;
  }
  await browser.close();
  server.close();
  return wrong;
}

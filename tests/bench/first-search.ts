import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Case } from '../../src/article/schema.ts';
import { filesOf } from '../../src/site/files-of.ts';
import { ensureChromium } from '../setup/chromium.ts';
import { drawQueries } from './search-articles.ts';
import { countingServer } from './search-in-browser.ts';

/** Searches whose first answer is measured, each in a fresh browser. */
const searches = 10;

/** Bytes and requests of a first search with an empty cache, and milliseconds of the first and of the next one. */
export async function firstSearch(site: string): Promise<Record<string, string>[]> {
  const server = await countingServer(site);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const phrases = drawQueries(articlesOf(site), searches * 2);
  const [bytes, requests, cold, warm]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let at = 0; at < searches; at += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    let asked = 0;
    page.on('request', () => {
      asked += 1;
    });
    server.reset();
    await page.goto(`${server.url}search.html`);
    cold.push(await search(page, phrases[at * 2] as string));
    bytes.push(server.bytes());
    requests.push(asked);
    warm.push(await search(page, phrases[at * 2 + 1] as string));
    await context.close();
  }
  await browser.close();
  server.close();
  return [row('KB', bytes, 1024), row('requests', requests, 1), row('cold ms', cold, 1), row('next ms', warm, 1)];
}

/** Types a phrase and waits for the list of hits; milliseconds. */
async function search(page: Page, phrase: string): Promise<number> {
  const start = performance.now();
  await page.locator('#q').fill(phrase);
  await page.locator('#q').press('Enter');
  await page.waitForFunction(
    (query) => document.querySelector('#hits[data-total]') && new URL(location.href).searchParams.get('q') === query,
    phrase,
  );
  return performance.now() - start;
}

function articlesOf(site: string) {
  return filesOf(join(site, 'data/cases')).map((file) => {
    const { id, title, blocks } = JSON.parse(readFileSync(join(site, 'data/cases', file), 'utf8')) as Case;
    return { id, title, passages: blocks.map(({ text }) => text) };
  });
}

function row(measure: string, numbers: readonly number[], unit: number): Record<string, string> {
  const sorted = numbers.map((number) => number / unit).sort((a, b) => a - b);
  return { measure, median: (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0), most: (sorted.at(-1) ?? 0).toFixed(0) };
}

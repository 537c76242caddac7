import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Case } from '../../src/article/schema.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { ensureChromium } from '../setup/chromium.ts';
import { drawQueries } from './search-articles.ts';
import { countingServer } from './search-in-browser.ts';

/** Searches whose first answer is measured, each in a fresh browser. */
const searches = 20;

/** What a search loads, by kind; the first that fits. */
const kinds: [name: string, test: RegExp][] = [
  ['parts of the indexes', /\.pf_index$/],
  ['lists of parts', /\.pf_meta$/],
  ['catalogue', /\/catalogue\.json$/],
  ['suggestions', /\/suggestions\.json$/],
  ['texts and titles', /\/texts\/|\/heads-/],
  ['page, scripts, styles', /^/],
];

/**
 * Bytes and requests of a first search with an empty cache, by kind of file, too; milliseconds from the key that asks to the list of
 * hits, of the first search and of the next one for another phrase.
 */
export async function firstSearch(site: string): Promise<Record<string, string>[]> {
  const server = await countingServer(site);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const phrases = drawQueries(articlesOf(site), searches * 2);
  const found: { sent: { path: string; bytes: number }[]; cold: number; next: number }[] = [];
  for (let at = 0; at < searches; at += 1) {
    const context = await browser.newContext();
    const page = await context.newPage();
    server.reset();
    await page.goto(`${server.url}search.html`);
    const cold = await search(page, phrases[at * 2] as string);
    const sent = [...server.sent()];
    found.push({ sent, cold, next: await search(page, phrases[at * 2 + 1] as string) });
    await context.close();
  }
  await browser.close();
  server.close();
  const kilobytes = (sent: readonly { bytes: number }[]) => sent.reduce((sum, { bytes }) => sum + bytes, 0) / 1024;
  return [
    row(
      'KB',
      found.map(({ sent }) => kilobytes(sent)),
    ),
    ...kinds.map(([name]) =>
      row(
        `KB: ${name}`,
        found.map(({ sent }) => kilobytes(sent.filter(({ path }) => kinds.find(([, test]) => test.test(path))?.[0] === name))),
      ),
    ),
    row(
      'requests',
      found.map(({ sent }) => sent.length),
    ),
    row(
      'cold ms',
      found.map(({ cold }) => cold),
    ),
    row(
      'next ms',
      found.map(({ next }) => next),
    ),
  ];
}

/** Types a phrase and waits for the list of hits; milliseconds on the page's own clock. */
function search(page: Page, phrase: string): Promise<number> {
  return page.evaluate(async (words) => {
    const [list, field] = [document.querySelector<HTMLElement>('#hits'), document.querySelector<HTMLInputElement>('#q')];
    if (!list || !field?.form) throw new Error('This is not the search page.');
    const start = performance.now();
    const ended = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (list.dataset.total === undefined || new URL(location.href).searchParams.get('q') !== words) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(list, { attributes: true, attributeFilter: ['data-total'] });
    });
    field.focus();
    field.value = words;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.form.requestSubmit();
    await ended;
    return performance.now() - start;
  }, phrase);
}

function articlesOf(site: string) {
  return filesOf(join(site, 'data/cases')).map((file) => {
    const { id, title, blocks } = JSON.parse(readFileSync(join(site, 'data/cases', file), 'utf8')) as Case;
    return { id, title, passages: blocks.map(({ text }) => text) };
  });
}

function row(measure: string, numbers: readonly number[]): Record<string, string> {
  const sorted = [...numbers].sort((a, b) => a - b);
  return { measure, median: (sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(0), most: (sorted.at(-1) ?? 0).toFixed(0) };
}

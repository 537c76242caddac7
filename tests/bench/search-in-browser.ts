import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as pagefind from 'pagefind';
import { type Browser, chromium, type Page } from 'playwright-core';
import { writeSearchIndex } from '../../src/search/build.ts';
import { ensureChromium } from '../setup/chromium.ts';
import { casebook } from '../setup/command.ts';
import { asCase, type BenchArticle } from './search-articles.ts';
import type { BenchEngine } from './search-engines.ts';

/** The site's own search page over an index of these articles: Pagefind with exact places, ranking and passages above it. */
export async function casebookSearch(articles: readonly BenchArticle[]): Promise<BenchEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const site = join(folder, 'dist');
  const built = await casebook(['build'], { CASEBOOK_OUT: site });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  rmSync(join(site, 'search'), { recursive: true });
  await writeSearchIndex(
    { cases: articles.map(asCase), practices: [], groups: [], gazetteer: { byCode: () => undefined } },
    { out: site, cache: join(folder, 'cache') },
  );
  const open = async (page: Page, url: string) => {
    await page.goto(`${url}search.html`);
    await page.locator('#filters').waitFor();
  };
  return inBrowser('Casebook (Pagefind 1.6)', folder, site, open, async (page, phrase, all) =>
    page.evaluate(
      async ({ phrase: words, all: every }) => {
        const list = document.querySelector<HTMLElement>('#hits');
        const field = document.querySelector<HTMLInputElement>('#q');
        if (!list || !field) throw new Error('This is not the search page.');
        const start = performance.now();
        const ended = new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => {
            if (list.dataset.total === undefined || !location.search) return;
            observer.disconnect();
            resolve();
          });
          observer.observe(list, { attributes: true, attributeFilter: ['data-total'] });
        });
        if (every) {
          history.pushState(null, '', `search.html?q=${encodeURIComponent(words)}&all=1`);
          window.dispatchEvent(new PopStateEvent('popstate'));
        } else {
          // Asked for once more, too, which a step through the history is not.
          field.value = words;
          field.form?.requestSubmit();
        }
        await ended;
        const milliseconds = performance.now() - start;
        return { ids: [...list.children].map((hit) => (hit as HTMLElement).dataset.case ?? ''), milliseconds };
      },
      { phrase, all },
    ),
  );
}

/** Pagefind as it comes: HTML pages in Chinese. */
export function stockPagefind(articles: readonly BenchArticle[]): Promise<BenchEngine> {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return withPagefind(
    'Pagefind 1.6',
    'zh-CN',
    (phrase) => phrase,
    articles,
    (index, { id, title, passages }) =>
      index.addHTMLFile({
        url: `/${id}`,
        content: `<html lang="zh-CN"><body><h1>${escaped(title)}</h1>${passages.map((text) => `<p>${escaped(text)}</p>`).join('')}</body></html>`,
      }),
  );
}

/** Pagefind fed with overlapping pairs of characters, asked for the exact phrase. */
export function pagefindWithPairs(articles: readonly BenchArticle[]): Promise<BenchEngine> {
  const pairs = (text: string) => Array.from({ length: text.length - 1 }, (_, i) => text.slice(i, i + 2));
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').match(/\p{Script=Han}+|[a-z\d]+/giu) ?? [];
  const fed = (text: string) =>
    letters(text)
      .flatMap((run) => [...pairs(run), run.slice(-1)])
      .join(' ');
  return withPagefind(
    'Pagefind 1.6, pairs',
    'und',
    (phrase) => `"${pairs(phrase).join(' ')}"`,
    articles,
    (index, { id, title, passages }) =>
      index.addCustomRecord({ url: `/${id}`, language: 'und', content: [title, ...passages].map(fed).join(' ') }),
  );
}

async function withPagefind(
  name: string,
  language: string,
  ask: (phrase: string) => string,
  articles: readonly BenchArticle[],
  add: (index: pagefind.PagefindIndex, article: BenchArticle) => Promise<unknown>,
): Promise<BenchEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-bench-'));
  const { index } = await pagefind.createIndex();
  if (!index) throw new Error('Pagefind made no index.');
  for (const article of articles) await add(index, article);
  mkdirSync(join(folder, 'pagefind'), { recursive: true });
  await index.writeFiles({ outputPath: join(folder, 'pagefind') });
  await pagefind.close();
  writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="${language}"><title>${name}</title></html>`);
  const open = async (page: Page, url: string) => {
    await page.goto(url);
  };
  return inBrowser(name, folder, folder, open, (page, phrase, all) =>
    page.evaluate(
      async ({ words, all: every }) => {
        const address = './pagefind/pagefind.js';
        const engine = await import(new URL(address, location.href).href);
        const start = performance.now();
        const { results } = await engine.search(words);
        const first = await Promise.all(results.slice(0, 10).map((result: { data(): Promise<{ url: string }> }) => result.data()));
        const milliseconds = performance.now() - start;
        const rest = every ? await Promise.all(results.slice(10).map((result: { data(): Promise<{ url: string }> }) => result.data())) : [];
        return { ids: [...first, ...rest].map(({ url }: { url: string }) => url.slice(1)), milliseconds };
      },
      { words: ask(phrase), all },
    ),
  );
}

type Ask = (page: Page, phrase: string, all: boolean) => Promise<{ ids: string[]; milliseconds: number }>;

async function inBrowser(
  name: string,
  folder: string,
  root: string,
  open: (page: Page, url: string) => Promise<void>,
  ask: Ask,
): Promise<BenchEngine> {
  const server = await countingServer(root);
  const browser: Browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  const page = await (await browser.newContext()).newPage();
  await open(page, server.url);
  return {
    name,
    async search(phrase) {
      // The second of two equal searches is warm; the list of all hits is not what a reader waits for.
      await ask(page, phrase, false);
      const { milliseconds } = await ask(page, phrase, false);
      const { ids } = await ask(page, phrase, true);
      return { ids, milliseconds };
    },
    firstIds: async (phrase) => (await ask(page, phrase, false)).ids,
    async coldKilobytes(phrases) {
      const sizes: number[] = [];
      for (const phrase of phrases) {
        const context = await browser.newContext();
        const fresh = await context.newPage();
        server.reset();
        await open(fresh, server.url);
        await ask(fresh, phrase, false);
        sizes.push(server.bytes() / 1024);
        await context.close();
      }
      return sizes;
    },
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Serves text with gzip, each file packed once, all else as it is, and counts the bytes of the bodies. */
export async function countingServer(root: string) {
  const types: Record<string, string> = {
    '.html': 'text/html',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.json': 'application/json',
    '.svg': 'image/svg+xml',
  };
  let sent: { path: string; bytes: number }[] = [];
  const packed = new Map<string, Buffer>();
  const bodyOf = (file: string, isText: boolean) => {
    if (!isText) return readFileSync(file);
    const body = packed.get(file) ?? gzipSync(readFileSync(file));
    packed.set(file, body);
    return body;
  };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(root, path.endsWith('/') ? `${path}index.html` : path);
    if (!existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const type = types[extname(file)];
    const body = bodyOf(file, type !== undefined);
    sent.push({ path, bytes: body.length });
    response
      .writeHead(200, { 'Content-Type': type ?? 'application/octet-stream', ...(type ? { 'Content-Encoding': 'gzip' } : {}) })
      .end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    bytes: () => sent.reduce((sum, { bytes }) => sum + bytes, 0),
    /** Every file that was sent, in order. */
    sent: () => sent,
    reset: () => {
      sent = [];
    },
    close: () => server.close(),
  };
}

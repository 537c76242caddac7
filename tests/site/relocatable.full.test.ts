import { cpSync } from 'node:fs';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serve } from '../../src/site/serve.ts';
import { temporaryFolder } from '../setup/folder.ts';
import { openBrowser } from './browser.ts';
import { pageKinds, publishedCases, readSiteFile, sitePages } from './built-site.ts';

const kinds = [...new Set([...pageKinds, 'compare.html', 'check.html', 'places/index.html'])].filter((path) => sitePages.includes(path));
const words = '跨村联建';
const hits = publishedCases()
  .filter(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)].some((text) => text.includes(words)))
  .map(({ id }) => id)
  .sort();

let browser: Browser;
const urls: Record<string, string> = {};
const closing: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  browser = await openBrowser();
  const site = inject('siteDir');
  const chinese = await serve(site, { port: 0, base: '/dj/党建 案例/' });
  const proxy = await strippingProxy(inject('siteUrl'), '/gate/wai wang/');
  const disk = join(temporaryFolder(), '党建 案例');
  cpSync(site, disk, { recursive: true });
  closing.push(() => browser.close(), chinese.close, proxy.close);
  Object.assign(urls, {
    'at the root of a server': inject('siteUrl'),
    'in a folder of a server': inject('subfolderUrl'),
    'in a folder with Chinese characters and a space': chinese.url,
    'behind a proxy that takes a prefix off': proxy.url,
    'from a disk': `${pathToFileURL(disk).href}/`,
  });
});

afterAll(async () => {
  for (const close of closing) await close();
});

/** Passes requests under `prefix` on to the server at `upstream`, which knows nothing of the prefix; refuses all others. */
async function strippingProxy(upstream: string, prefix: string) {
  const start = encodeURI(prefix);
  const server = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith(start)) return void outgoing.writeHead(502).end('outside of the prefix');
    const passed = ask(upstream + incoming.url.slice(start.length), { headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    passed.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${start}`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

interface Watched {
  page: Page;
  /** Violations of the policy, errors, and requests for anything outside the site's folder. */
  faults: string[];
}

async function watch(root: string): Promise<Watched> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  const faults: string[] = [];
  await page.exposeFunction('tellViolation', (told: string) => faults.push(`violation: ${told}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sourceFile }) => {
      (window as unknown as { tellViolation(told: string): void }).tellViolation(`${violatedDirective} ${blockedURI} in ${sourceFile}`);
    });
  });
  page.on('console', (message) => {
    const isNews = ['error', 'warning'].includes(message.type()) && !isExpected(message.location().url);
    if (isNews && !(root.startsWith('file:') && moduleFromDisk.test(message.text()))) faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => faults.push(`exception: ${message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(root) && !/^(?:data|blob):/.test(url) && !isExpected(url)) faults.push(`request outside of the site: ${url}`);
  });
  return { page, faults };
}

/** Modules do not run from a disk: what they add (sorting of tables, choices) is left out there, and the page reads without. */
const moduleFromDisk = /^Access to script at 'file:.*has been blocked by CORS policy|^Failed to load resource: net::ERR_FAILED$/;

/** The browser asks by itself for an icon where a page names none, and check.html for what should not be there. */
const isExpected = (url: string) => /\/favicon\.ico$|nothing-here|\/cases\/\d+\.html$|\/(?:sitemap|feeds\/cases)\.xml$/.test(url);

describe.each([
  'at the root of a server',
  'in a folder of a server',
  'in a folder with Chinese characters and a space',
  'behind a proxy that takes a prefix off',
  'from a disk',
])('the same files %s', (where) => {
  it('show every kind of page under their policy, and nothing is asked for outside the site', async () => {
    const root = urls[where] ?? '';
    const { page, faults } = await watch(root);
    for (const path of kinds) {
      await page.goto(root + path);
      await page.waitForLoadState('networkidle');
      expect([path, await page.locator('h1').first().isVisible()]).toEqual([path, true]);
      const isStyled = await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--paper') !== '');
      expect([path, isStyled]).toEqual([path, true]);
    }
    await page.close();
    expect(faults).toEqual([]);
  });

  it('lead a reader from the home page to a passage and home again', async () => {
    const root = urls[where] ?? '';
    const { page, faults } = await watch(root);
    await page.goto(`${root}index.html`);
    await page.locator('main a[href*="practices/"]').filter({ hasText: words }).first().click();
    await page.waitForURL(`${root}practices/*.html`);
    await page.locator('main a[href*="cases/"][href*="#p"]').filter({ visible: true }).first().click();
    await page.waitForURL(/\/cases\/[^/]+\.html#p[0-9a-f]{6}/);
    await page.getByRole('banner').getByRole('link').first().click();
    await page.waitForURL(`${root}index.html`);
    await page.close();
    expect(faults).toEqual([]);
  });

  it('search', async () => {
    const root = urls[where] ?? '';
    const { page, faults } = await watch(root);
    await page.goto(`${root}search.html?q=${encodeURIComponent(words)}`);
    await page.locator('#hits[data-total]').waitFor();
    const found = await page.locator('#hits [data-case]').evaluateAll((all) => all.map((each) => each.getAttribute('data-case')));
    expect(found.sort()).toEqual(hits);
    const note = (await page.locator('#reading-note').textContent()) ?? '';
    expect(note).toContain(where === 'from a disk' ? '已改为直接检索全文' : '');
    if (where !== 'from a disk') expect(note).toBe('');
    await page.locator('#hits a[href*="#p"]').first().click();
    await page.waitForURL(/\/cases\/[^/]+\.html.*#p[0-9a-f]{6}/);
    await page.close();
    expect(faults).toEqual([]);
  });
});

describe('the policy', () => {
  it('stands in every page before anything that loads, and lets only the page that stands alone carry a style', () => {
    for (const path of sitePages) {
      const head = readSiteFile(path).split('</head>')[0] ?? '';
      const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]+)">/.exec(head);
      const firstLoad = /<(?:script|link|style|img)\b/.exec(head)?.index ?? head.length;
      expect([path, policy !== null && policy.index < firstLoad]).toEqual([path, true]);
      expect(policy?.[1]).toMatch(/^default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'/);
      expect([path, policy?.[1]?.includes('sha256-')]).toEqual([path, path === '404.html']);
      expect(policy?.[1]).not.toMatch(/unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|\*|https?:|data:|blob:/);
    }
  });

  it('stops what the pages never do, in a browser', async () => {
    const { page, faults } = await watch(inject('siteUrl'));
    await page.goto(`${inject('siteUrl')}about.html`);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      const picture = document.createElement('img');
      picture.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=';
      const element = document.createElement('p');
      element.setAttribute('style', 'color: red');
      document.body.append(script, picture, element);
    });
    await expect.poll(() => faults.filter((fault) => fault.startsWith('violation:')).length).toBeGreaterThanOrEqual(3);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    await page.close();
  });

  it('shows the page that stands alone at any depth, with its style', async () => {
    const { page, faults } = await watch(inject('siteUrl'));
    const answer = await page.goto(`${inject('siteUrl')}cases/a/b/nothing-here.html`);
    expect(answer?.status()).toBe(404);
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth)).not.toBe('none');
    await page.close();
    expect(faults).toEqual([]);
  });
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectFaults, openBrowser } from './browser.ts';
import { publishedCases } from './built-site.ts';
import { hitsOf, holding, idsOf } from './found.ts';

let browser: Browser;
const cases = publishedCases();

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const atRoot = inject('siteUrl');
const inFolder = inject('subfolderUrl');
const onDisk = `${pathToFileURL(inject('siteDir'))}/`;

const searchPage = (query: string, url = atRoot) => `${url}search.html${query}`;

async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

describe('a reader finds', () => {
  it.each([
    ['a phrase', '跨村联建'],
    ['a phrase over a sign of punctuation', '四联四促”跨村联建'],
    ['one character', '寿'],
    ['a phrase of an article only', '流动党员驿站'],
    ['nothing for what is written otherwise', '跨村连建'],
  ])('%s', async (_, words) => {
    const expected = idsOf(holding(words));
    for (const url of [atRoot, inFolder, onDisk]) {
      const page = await openPage(searchPage(`?q=${encodeURIComponent(words)}&all=1`, url));
      expect((await hitsOf(page, expected.length)).sort()).toEqual(expected);
      await page.context().close();
    }
  });

  it('the passage as printed, with the words marked, and arrives at it', async () => {
    const words = '跨村联建';
    const page = await openPage(searchPage(`?q=${encodeURIComponent(words)}`));
    const faults = collectFaults(page, atRoot);
    await hitsOf(page, holding(words).length);
    const passage = page.locator('#hits .hit-passages > li').first();
    expect(await passage.locator('mark').first().textContent()).toBe(words);
    const printed = (await passage.locator('.hit-words').textContent())?.replaceAll('……', '') ?? '';
    expect(cases.flatMap(({ blocks }) => blocks).some(({ text }) => text.includes(printed))).toBe(true);
    await passage.getByRole('link').click();
    await page.waitForURL(/cases\/.+\.html#/);
    expect(await page.locator(':target').textContent()).toContain(words);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('by Pagefind, in the worker', async () => {
    const page = await openPage(searchPage(''));
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
    const faults = collectFaults(page, atRoot);
    await page.goto(searchPage(`?q=${encodeURIComponent('跨村联建')}`));
    await hitsOf(page, holding('跨村联建').length);
    expect(await page.locator('#reading-note').textContent()).toBe('');
    const read = fetched.flatMap((path) => path.match(/[^.]+$/) ?? []);
    expect(read).toEqual(expect.arrayContaining(['pagefind', 'pf_meta', 'pf_index']));
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it('an article by traditional characters', async () => {
    const page = await openPage(searchPage(`?q=${encodeURIComponent('黨組織')}`));
    expect((await hitsOf(page, holding('党组织').length)).sort()).toEqual(idsOf(holding('党组织')));
    await page.context().close();
  });
});

describe('a reader narrows the list', () => {
  it('by practice and place; a link shares it, back and forward work', async () => {
    const placed = cases.find(({ place, practices }) => place?.path.length === 3 && practices.length > 0);
    const practice = placed?.practices[0]?.id ?? '';
    const city = `${placed?.place?.code.slice(0, 4)}00`;
    const inCity = cases.filter(({ place }) => place?.code.startsWith(city.slice(0, 4)));
    const both = inCity.filter(({ practices }) => practices.some(({ id }) => id === practice));

    const page = await openPage(searchPage(''));
    await page.locator(`#filter-place option[value="${city}"]`).waitFor({ state: 'attached' });
    await page.selectOption('#filter-place', city);
    expect((await hitsOf(page, inCity.length)).sort()).toEqual(idsOf(inCity));
    await page.selectOption('#filter-practice', practice);
    expect((await hitsOf(page, both.length)).sort()).toEqual(idsOf(both));
    const shared = page.url();
    expect(shared).toContain(`practice=${practice}&place=${city}`);
    await page.goBack();
    expect((await hitsOf(page, inCity.length)).sort()).toEqual(idsOf(inCity));
    await page.goForward();
    expect((await hitsOf(page, both.length)).sort()).toEqual(idsOf(both));

    const other = await openPage(shared);
    expect((await hitsOf(other, both.length)).sort()).toEqual(idsOf(both));
    expect(await other.locator('#filter-place').inputValue()).toBe(city);
    await page.context().close();
    await other.context().close();
  });
});

describe('a reader types', () => {
  it('with the keyboard only: slash, pinyin, arrow, Enter', async () => {
    const page = await openPage(searchPage(''));
    await page.keyboard.press('/');
    await page.keyboard.type('kclj');
    const options = page.getByRole('option');
    await options.first().waitFor();
    expect(await options.first().textContent()).toContain('跨村联建');
    await page.keyboard.press('ArrowDown');
    expect(await options.first().getAttribute('aria-selected')).toBe('true');
    expect(await page.locator('#q').getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    await page.keyboard.press('Enter');
    await page.waitForURL(/practices\/cross-village-joint-building\.html/);
    await page.context().close();
  });

  it('the name of a practice and sees it apart from the hits', async () => {
    const page = await openPage(searchPage(`?q=${encodeURIComponent('跨村联建')}`));
    const card = page.locator('#practice-card');
    await card.waitFor();
    expect(await card.getByRole('link', { name: '跨村联建' }).getAttribute('href')).toBe('practices/cross-village-joint-building.html');
    await page.context().close();
  });

  it('half-typed pinyin of an input method and starts no search', async () => {
    const page = await openPage(searchPage(''));
    await page.locator('#filters').waitFor();
    await page.focus('#q');
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send('Input.imeSetComposition', { text: 'lian jian', selectionStart: 9, selectionEnd: 9 });
    await page.waitForTimeout(600);
    expect(page.url()).toBe(searchPage(''));
    await keyboard.send('Input.insertText', { text: '联建' });
    expect((await hitsOf(page, holding('联建').length)).sort()).toEqual(idsOf(holding('联建')));
    await page.context().close();
  });

  it('what looks like HTML and it stays text', async () => {
    const words = '<img src=x onerror=alert(1)>党建';
    const page = await openPage(searchPage(`?q=${encodeURIComponent(words)}`));
    await hitsOf(page, 0);
    expect(await page.locator('#nothing').textContent()).toContain('onerror=alert(1)>党建');
    expect(await page.locator('main img').count()).toBe(0);
    await page.context().close();
  });
});

/** The site under a policy that is not ours: `change` gets each answer's policy, `lose` the files that are missing. */
async function serveOtherwise(change: (policy: string) => string, lose: RegExp | undefined = undefined) {
  const server = createServer(async (request, response) => {
    const answer = await fetch(new URL(request.url ?? '/', atRoot));
    const policy = change(answer.headers.get('content-security-policy') ?? '');
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    const status = lose?.test(request.url ?? '') ? 404 : answer.status;
    response.writeHead(status, { 'content-type': type, 'content-security-policy': policy });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close: () => server.close() };
}

describe('where something is missing', () => {
  it.each<[string, Parameters<typeof serveOtherwise>]>([
    ['WebAssembly is forbidden', [(policy) => policy.replace(" 'wasm-unsafe-eval'", '')]],
    ['the server refuses the kind of file that Pagefind needs', [(policy) => policy, /\.pf_meta|\.pagefind/]],
  ])('%s: the texts themselves are read, and the page says so', async (_, changes) => {
    const { url, close } = await serveOtherwise(...changes);
    const page = await openPage(searchPage(`?q=${encodeURIComponent('跨村联建')}`, url));
    expect((await hitsOf(page, holding('跨村联建').length)).sort()).toEqual(idsOf(holding('跨村联建')));
    expect(await page.locator('#reading-note').textContent()).toContain('全文');
    await page.context().close();
    close();
  });

  it('a part of the index: the page says that it could not read, and not that there is nothing', async () => {
    const { url, close } = await serveOtherwise((policy) => policy, /\.pf_index/);
    const page = await openPage(searchPage(`?q=${encodeURIComponent('跨村联建')}`, url));
    await page.getByText('没能读到检索数据').waitFor();
    expect(await page.locator('#hits').getAttribute('data-total')).toBeNull();
    await page.context().close();
    close();
  });

  it('no worker: the texts themselves are read, and the page says so', async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => Reflect.deleteProperty(window, 'Worker'));
    const page = await context.newPage();
    await page.goto(searchPage(`?q=${encodeURIComponent('跨村联建')}`));
    expect((await hitsOf(page, holding('跨村联建').length)).sort()).toEqual(idsOf(holding('跨村联建')));
    expect(await page.locator('#reading-note').textContent()).toContain('全文');
    await context.close();
  });

  it('no scripts: the reader is told and led to practices and places', async () => {
    const page = await openPage(searchPage('?q=x'), { javaScriptEnabled: false });
    const notice = page.locator('noscript .notice');
    expect(await notice.isVisible()).toBe(true);
    expect(await notice.textContent()).toContain('没有启用脚本');
    expect(await page.locator('#browse a[href^="practices/"]').count()).toBeGreaterThan(40);
    expect(await page.locator('main a[href="places/index.html"]').count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('no hit: the page says which term is missing and what there is without it', async () => {
    const page = await openPage(searchPage(`?q=${encodeURIComponent('党建 甲乙丙丁戊')}`));
    await hitsOf(page, 0);
    expect(await page.locator('#nothing').textContent()).toContain('“甲乙丙丁戊”在全库没有出现');
    await page
      .locator('#nothing')
      .getByRole('link', { name: /有\d+篇/ })
      .click();
    expect((await hitsOf(page, holding('党建').length)).sort()).toEqual(idsOf(holding('党建')).slice(0, 10));
    await page.context().close();
  });
});

it('fits a narrow phone', async () => {
  const page = await openPage(searchPage(`?q=${encodeURIComponent('党建')}`), { viewport: { width: 320, height: 640 } });
  await hitsOf(page, holding('党建').length);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  await page.context().close();
});

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type OldBrowser, type OldPage, openOldBrowser } from '../setup/old-browser.ts';
import { hasOldChromium } from '../setup/old-chromium.ts';
import { pageKinds, publishedCases } from './built-site.ts';

const site = inject('siteUrl');
const cases = publishedCases();
const holding = (words: string) =>
  cases
    .filter(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)].some((text) => text.includes(words)))
    .map(({ id }) => id)
    .sort();

let browser: OldBrowser;
const opened: OldPage[] = [];

/** Our policy allows WebAssembly by a word that came later; this browser says that it does not know it. */
const unknownWord = "'wasm-unsafe-eval''. It will be ignored";
const faultsOf = ({ faults }: OldPage) => faults.filter((fault) => !fault.includes(unknownWord));

async function openPage(path: string, width = 1280): Promise<OldPage> {
  const page = await browser.open(/^[a-z]+:/.test(path) ? path : site + path, { width, height: 800 });
  opened.push(page);
  return page;
}

const searchFor = (words: string, more = '') => `search.html?q=${encodeURIComponent(words)}${more}`;

/** The ids of the hits in order, once the search has ended. */
async function hitsOf(page: OldPage): Promise<string[]> {
  await page.waitFor(() => document.querySelector('#hits[data-total]') !== null);
  return page.evaluate(() => [...document.querySelectorAll<HTMLElement>('#hits > [data-case]')].map((hit) => hit.dataset.case ?? ''));
}

const textOf = (page: OldPage, selector: string) =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.textContent ?? '', selector);

describe.runIf(hasOldChromium)('in Chromium 80', () => {
  beforeAll(async () => {
    browser = await openOldBrowser();
  });

  afterAll(async () => {
    await browser.close();
    // Every page that a test opened, whatever it did there.
    for (const page of opened) expect(faultsOf(page)).toEqual([]);
  });

  it('that really is one', () => {
    expect(browser.version).toMatch(/^80\.0\.3987\./);
  });

  describe.each([1280, 390])('a page of %i pixels', (width) => {
    // check.html asks for files that are not there.
    it.each(pageKinds.filter((path) => path !== 'check.html'))('%s shows its content, and nothing sticks out', async (kind) => {
      const page = await openPage(kind, width);
      const shown = await page.evaluate(() => {
        const main = document.querySelector('main') ?? document.body;
        const boxes = [...main.querySelectorAll('h1, h2, p, li, td')].map((element) => element.getBoundingClientRect());
        const area = (box: DOMRect) => box.width * box.height;
        return {
          title: document.querySelector('h1')?.getBoundingClientRect().height ?? 0,
          width: document.documentElement.scrollWidth,
          inView: boxes.filter((box) => area(box) > 0 && box.left >= 0 && box.left < innerWidth).length,
        };
      });
      expect(shown.title).toBeGreaterThan(20);
      expect(shown.width).toBe(width);
      expect(shown.inView).toBeGreaterThan(1);
      expect(faultsOf(page)).toEqual([]);
    });
  });

  it('a reader goes from the home page through a practice to a passage', async () => {
    const page = await openPage('index.html');
    await page.click('main a[href="practices/cross-village-joint-building.html"]');
    await page.waitFor(() => document.querySelector('h1')?.textContent === '跨村联建');
    await page.click('main a[href*="cases/"][href*="#p"]');
    const arrived = await page.waitFor(() => {
      const target = document.querySelector(':target');
      const grounds = target && [target, ...target.children].map((element) => getComputedStyle(element).backgroundColor);
      return grounds && { top: target.getBoundingClientRect().top, isMarked: grounds.some((ground) => ground !== 'rgba(0, 0, 0, 0)') };
    });
    expect(arrived.top).toBeLessThan(800);
    expect(arrived.isMarked).toBe(true);
  });

  it('a phrase typed in the header is found, by reading the texts, and the page says so', async () => {
    const page = await openPage('cases/index.html');
    await page.click('#header-search');
    await page.type('跨村联建');
    await page.press('Enter');
    expect((await hitsOf(page)).sort()).toEqual(holding('跨村联建'));
    expect(await textOf(page, '#reading-note')).toContain('直接检索全文');
    expect(await textOf(page, '#hits mark')).toBe('跨村联建');
    await page.click('#hits .hit-passages a');
    expect(await page.waitFor(() => document.querySelector(':target')?.textContent)).toContain('跨村联建');
  });

  it('the same is found from a disk', async () => {
    const page = await openPage(`${pathToFileURL(inject('siteDir'))}/${searchFor('联建', '&all=1')}`);
    expect((await hitsOf(page)).sort()).toEqual(holding('联建'));
  });

  it('nothing of Pagefind is loaded, which this browser cannot run, even where no policy forbids it', async () => {
    const asked: string[] = [];
    const server = createServer(async (request, response) => {
      asked.push(request.url ?? '');
      const answer = await fetch(new URL(request.url ?? '/', site));
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? 'application/octet-stream' });
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const page = await openPage(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${searchFor('联建', '&all=1')}`);
    expect((await hitsOf(page)).sort()).toEqual(holding('联建'));
    expect(asked.filter((path) => path.includes('/plain/text-'))).not.toEqual([]);
    expect(asked.filter((path) => /pagefind|\/catalogue\.json/.test(path))).toEqual([]);
    server.close();
  });

  it('a link with words and filters opens what it says', async () => {
    const placed = cases.find(({ id, place }) => place?.level === 'county' && holding('党建').includes(id));
    const page = await openPage(searchFor('党建', `&place=${placed?.place?.code}&sort=date`));
    const expected = cases
      .filter(({ id, place }) => place?.code === placed?.place?.code && holding('党建').includes(id))
      .map(({ id }) => id);
    expect((await hitsOf(page)).sort()).toEqual(expected.sort());
    expect(await page.evaluate(() => document.querySelector<HTMLSelectElement>('#filter-place')?.value)).toBe(placed?.place?.code);
  });

  it('a filter is chosen, and the way back leads to the list before', async () => {
    const page = await openPage(searchFor('党建'));
    const all = await hitsOf(page);
    const year = await page.evaluate(() => {
      const list = document.querySelector<HTMLSelectElement>('#filter-year');
      const last = list?.options[list.options.length - 1]?.value ?? '';
      if (list) list.value = last;
      list?.dispatchEvent(new Event('change'));
      return last;
    });
    await page.waitFor((wanted) => location.search.includes(`year=${wanted}`) && document.querySelector('#hits[data-total]'), year);
    expect(await hitsOf(page)).toEqual(
      all.filter((id) => (cases.find((each) => each.id === id)?.date?.value.slice(0, 4) ?? 'unknown') === year),
    );
    await page.evaluate(() => history.back());
    await page.waitFor((count) => document.querySelector(`#hits[data-total="${count}"]`), all.length);
    expect(await hitsOf(page)).toEqual(all);
  });

  it('suggestions come by initials, and arrow and Enter choose one', async () => {
    const page = await openPage('search.html');
    await page.click('#q');
    await page.type('kclj');
    await page.waitFor(() => document.querySelector('[role="option"]')?.textContent?.includes('跨村联建'));
    await page.press('ArrowDown');
    await page.press('Enter');
    await page.waitFor(() => location.pathname.endsWith('practices/cross-village-joint-building.html'));
  });

  it('a passage is taken into the clip folder, found there, and made a Word file', async () => {
    const page = await openPage('practices/cross-village-joint-building.html');
    await page.click('.quote .clip-button');
    await page.waitFor(() => document.querySelector('.quote .clip-button.taken'));
    const words = await textOf(page, '.quote blockquote');
    await page.goto(`${site}clips.html`);
    await page.waitFor(() => document.querySelector('#clip-checked')?.textContent === '都与本站现在的原文一致。');
    expect(await textOf(page, '.clip blockquote')).toBe(words);
    await page.click('.clip-actions button:nth-last-child(3)');
    await page.waitFor(() => document.querySelector('.clip-bar')?.textContent?.includes('已复制'));
    await page.click('#clip-word');
    await page.waitFor(() => document.querySelector('.clip-bar')?.textContent?.includes('已下载“基层党建经验摘编.docx”'));
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser, visit } from './browser.ts';
import { publishedCases, readSiteFile } from './built-site.ts';

const siteUrl = inject('siteUrl');
const cases = publishedCases();
const named: { methods: { id: string; url: string; consists?: string[] }[] } = JSON.parse(readSiteFile('data/methods.json'));

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

function withPage(path: string, read: (page: Page) => Promise<void>): Promise<void> {
  return visit(browser, { url: siteUrl, path }, read);
}

it('a reader with a problem finds it under the practice that answers it, in the words of the source and with its passage', async () => {
  await withPage('problems.html', async (page) => {
    const shown = await page.locator('.problem-group').evaluateAll((groups) =>
      groups.flatMap((group) =>
        [...group.querySelectorAll('.problem-list > li')].map((item) => ({
          practice: (group as HTMLElement).dataset.practice ?? null,
          text: item.querySelector('.source-words')?.textContent,
          passage: item.querySelector('.passage-link')?.getAttribute('href'),
          sentence: item.querySelector('.trust mark')?.textContent,
        })),
      ),
    );
    const written = cases.flatMap(({ url, problems }) =>
      problems.map(({ text, practice, passage }) => ({ practice, text, passage: `${url}#${passage}`, sentence: text })),
    );
    expect(written.length).toBeGreaterThan(5);
    expect(shown).toHaveLength(written.length);
    expect(shown).toEqual(expect.arrayContaining(written));
  });
});

it('the index of methods says of each what it consists of, or that the text does not say', async () => {
  const silent = named.methods.filter(({ consists }) => !consists);
  expect([silent.length > 0, silent.length < named.methods.length]).toEqual([true, true]);
  for (const { url, consists } of [...silent.slice(0, 3), ...named.methods.filter((method) => method.consists).slice(0, 3)]) {
    await withPage(url, async (page) => {
      const content = page.locator('.facts-table > div').first().locator('dd');
      if (consists) expect(await content.locator('li').allTextContents()).toEqual(consists);
      else expect((await content.textContent())?.trim()).toBe('原文未说明');
    });
  }
});

it('in the list of cases every practice that a row names has its sentence there, with the words marked', async () => {
  await withPage('cases/index.html', async (page) => {
    const rows = page.locator('.case-practices');
    expect(await rows.count()).toBe(cases.length);
    for (const row of await rows.all()) {
      const names = await row.locator(':scope > a').allTextContents();
      expect(await row.locator('.case-grounds dt').allTextContents()).toEqual(names);
      await row.locator('summary').click();
      expect(await row.locator('.case-grounds dd', { has: page.locator('mark') }).count()).toBe(names.length);
      expect(await row.locator('.trust-facts').innerText()).toMatch(/机器提取|已核/);
    }
  });
});

it('a caption has its address and its 此处有误, as every passage has', async () => {
  const entry = cases.find(({ blocks }) => blocks.some(({ kind }) => kind === 'caption'));
  const caption = entry?.blocks.find(({ kind }) => kind === 'caption');
  await withPage(entry?.url ?? '', async (page) => {
    const passage = page.locator(`[id="${caption?.id}"]`);
    await passage.getByRole('link', { name: '图注' }).click();
    expect(page.url()).toContain(`#${caption?.id}`);
    await passage.getByText('此处有误').click();
    expect(await passage.locator('code').textContent()).toBe(`${entry?.id}#${caption?.id}@${entry?.sha256.slice(0, 8)}`);
  });
});

it('a place without a case of its own says so, and shows what articles of other places say of it', async () => {
  const { places }: { places: { name: string; url: string; casesWithin: number; mentions: { case: string; block: string }[] }[] } =
    JSON.parse(readSiteFile('data/places.json'));
  const place = places.find(({ casesWithin, mentions }) => casesWithin === 0 && mentions.length > 0);
  await withPage(place?.url ?? '', async (page) => {
    expect(await page.locator('h1').textContent()).toBe(place?.name);
    expect(await page.locator('.page-head .facts').textContent()).toContain(`没有专写它的案例别处写到${place?.mentions.length}段`);
    const quotes = page.locator('#mentions ~ .spot-quotes .quote');
    expect(
      await quotes.locator('.passage-link').evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).hash.slice(1))),
    ).toEqual(place?.mentions.map(({ block }) => block));
    for (const marked of await quotes.locator('mark').allTextContents()) expect(place?.name).toContain(marked);
    await quotes.locator('.passage-link').first().click();
    expect(await page.locator('.passage:target').textContent()).toContain(place?.name.slice(0, -1));
  });
});

it('a case says where the editor changed words, and why', async () => {
  const changed = cases.filter(({ corrections }) => corrections.length > 0);
  expect(changed.length).toBeGreaterThan(0);
  for (const { url, corrections } of changed) {
    await withPage(url, async (page) => {
      const told = page.locator('dt', { hasText: '编辑改动' }).locator('xpath=following-sibling::dd[1]').locator('li');
      expect(await told.allTextContents()).toEqual(corrections.map(({ reason }) => expect.stringContaining(reason)));
      const links = await told.locator('a').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
      expect(links).toEqual(corrections.map(({ block }) => `#${block}`));
      for (const { block } of corrections) expect(await page.locator(`#${block}`).count()).toBe(1);
    });
  }
});

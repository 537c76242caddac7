import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import type { Folder, TakenClip } from '../../src/clips/model/clip.ts';
import { collectFaults, openBrowser } from './browser.ts';
import { publishedCases, readSiteFile, sitePages } from './built-site.ts';

const siteUrl = inject('siteUrl');
const cases = publishedCases();
const entry = cases.find(({ figures, place }) => place && figures.length > 3) as Case;
const passage = entry.blocks.find(({ kind, practices }) => kind === 'paragraph' && practices.length > 0);
const words = passage?.text ?? '';
/** A practice's page with a chart. */
const charted = sitePages.find((path) => /^practices\//.test(path) && readSiteFile(path).includes('class="chart-table"')) ?? '';

let browser: Browser;
const contexts: BrowserContext[] = [];

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(async () => {
  for (const context of contexts) await context.close();
  await browser.close();
});

/** Each reader has a browser of their own. */
async function reader(path: string, options: Parameters<Browser['newContext']>[0] & { at?: string; faulty?: boolean } = {}) {
  const { at = siteUrl, faulty = false, ...rest } = options;
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...rest });
  contexts.push(context);
  const page = await context.newPage();
  const faults = faulty ? [] : collectFaults(page, at);
  await page.goto(at + path);
  return { page, faults, context };
}

const kept = (page: Page): Promise<Folder> =>
  page.evaluate(() =>
    JSON.parse(localStorage.getItem(Object.keys(localStorage).find((key) => key.startsWith('casebook-clips')) ?? '') ?? '{"clips":[]}'),
  );

const barText = (page: Page) => page.locator('.clip-bar [role="status"]').textContent();
const passageButton = (page: Page, block = passage?.id) => page.locator(`[id="${block}"] .passage-foot .clip-button`);

describe.each([
  { where: 'at the root', at: siteUrl },
  { where: 'in a folder', at: inject('subfolderUrl') },
])('$where of a server', ({ at }) => {
  it('takes a passage in and finds it in the folder, word for word, with its citation and its link', async () => {
    const { page, faults } = await reader(entry.url, { at });
    const button = passageButton(page);
    expect((await button.textContent())?.trim()).toBe(`摘入第${passage?.n}段`);
    await button.click();
    await expect.poll(() => barText(page)).toBe(`已摘入第${passage?.n}段，摘编夹现有1条。`);
    expect(await button.textContent()).toBe(`已摘入第${passage?.n}段，再按取出`);
    expect(await page.locator('[data-clip-count]').textContent()).toBe('1');
    await page.getByRole('link', { name: '打开摘编夹' }).click();
    await expect.poll(() => page.locator('#clip-checked').textContent()).toBe('都与本站现在的原文一致。');
    expect(await page.locator('.clip blockquote').textContent()).toBe(words);
    expect(await page.locator('.clip-citation').textContent()).toContain(entry.title);
    await page.locator('.clip-head a').click();
    expect(page.url()).toBe(`${at}${entry.url}#${passage?.id}`);
    expect(faults).toEqual([]);
  });
});

describe('taking in', () => {
  it('takes a figure from the case', async () => {
    const { page, faults } = await reader(entry.url);
    const note = page.locator('.passage .figures .trust').first();
    await note.locator('summary').click();
    const quote = await note.locator('mark').first().textContent();
    await note.getByRole('button').click();
    await expect.poll(async () => (await kept(page)).clips.length).toBe(1);
    const [clip] = (await kept(page)).clips as TakenClip[];
    const figure = entry.figures.find(({ id }) => clip?.id === `${entry.id}#${id}`);
    expect([clip?.kind, clip?.words, clip?.place?.name]).toEqual(['figure', figure?.quote, entry.place?.name]);
    expect(quote).toBe(figure?.quote);
    expect(faults).toEqual([]);
  });

  it.each([
    ['a practice’s passage', 'practices/cross-village-joint-building.html', '.quote .clip-button', 'cross-village-joint-building'],
    [
      'a practice’s table',
      'practices/cross-village-joint-building.html',
      '.compare-table .trust .clip-button',
      'cross-village-joint-building',
    ],
    ['a problem', 'problems.html', '.problem-group[data-practice] .trust .clip-button', undefined],
    ['a method', 'methods/index.html', '.method-list .trust .clip-button', undefined],
    ['a place', 'places/350425.html', '.clip-button', undefined],
    ['a chart', charted, '.chart-table .trust .clip-button', /practices\/(.+?)(?:\/|\.html)/.exec(charted)?.[1]],
    ['a hit of the search', 'search.html?q=跨村联建', '.hit-passages .clip-button', undefined],
  ])('takes in from %s, under the practice where it stood', async (_, path, selector, under) => {
    const { page, faults } = await reader(path);
    const button = page.locator(selector).first();
    await button.evaluate((element) => {
      for (let holder = element.closest('details'); holder; holder = holder.parentElement?.closest('details') ?? null) holder.open = true;
    });
    await button.click();
    await expect.poll(async () => (await kept(page)).clips.length).toBe(1);
    const [clip] = (await kept(page)).clips as TakenClip[];
    const source = cases.find(({ id }) => id === clip?.case);
    const printed = source?.blocks.find(({ id }) => id === clip?.block)?.text ?? '';
    expect(clip?.kind === 'figure' ? printed.includes(clip.words) : printed === clip?.words).toBe(true);
    if (under) expect(clip?.under).toBe(under);
    expect(faults).toEqual([]);
  });

  it('offers every passage of a case and every figure that the page shows', async () => {
    const { page } = await reader(entry.url);
    const passages = entry.blocks.filter(({ kind }) => ['paragraph', 'list', 'table'].includes(kind));
    for (const { id } of passages) expect(await passageButton(page, id).count()).toBe(1);
    const shown = await page.locator('.passage .figures .trust').count();
    expect(await page.locator('.passage .figures .trust .clip-button').count()).toBe(shown);
    expect(shown).toBeGreaterThan(3);
  });

  it('takes out again, and brings the note back with what was taken out by mistake', async () => {
    const { page, context } = await reader(entry.url);
    const button = passageButton(page);
    await button.click();
    await expect.poll(async () => (await kept(page)).clips.length).toBe(1);
    const folder = await context.newPage();
    await folder.goto(`${siteUrl}clips.html`);
    await folder.getByLabel('批注').fill('年底总结用');
    await button.click();
    await expect.poll(() => barText(page)).toBe(`已取出第${passage?.n}段，摘编夹现有0条。`);
    expect(await button.textContent()).toBe(`摘入第${passage?.n}段`);
    await expect.poll(() => folder.locator('.clip').count()).toBe(0);
    await button.click();
    await expect.poll(() => folder.getByLabel('批注').inputValue()).toBe('年底总结用');
  });

  it('stays in step with other windows', async () => {
    const { page, context } = await reader(entry.url);
    const other = await context.newPage();
    await other.goto(siteUrl + entry.url);
    await passageButton(page).click();
    await expect.poll(() => passageButton(other).textContent()).toContain('已摘入');
    expect(await other.locator('[data-clip-count]').textContent()).toBe('1');
  });

  it('works by the keyboard alone', async () => {
    const { page } = await reader(entry.url);
    await passageButton(page).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => passageButton(page).textContent()).toContain('已摘入');
    expect(await passageButton(page).evaluate((button) => button === document.activeElement)).toBe(true);
  });

  it('loads nothing but its small script before the first press', async () => {
    const { page } = await reader(entry.url);
    const loaded = () =>
      page.evaluate(() =>
        performance
          .getEntriesByType('resource')
          .map(({ name }) => name)
          .filter((name) => /page-tools|\/start-|data\//.test(name)),
      );
    expect(await loaded()).toEqual([]);
    await passageButton(page).click();
    await expect.poll(async () => (await loaded()).filter((name) => name.includes('page-tools')).length).toBe(1);
    expect((await loaded()).some((name) => name.includes('/start-'))).toBe(false);
  });
});

describe('where it cannot', () => {
  it('says so without the network, and works at the next press', async () => {
    const { page, context } = await reader(entry.url, { faulty: true });
    await context.route('**/data/**', (route) => route.abort());
    await passageButton(page).click();
    await expect.poll(() => barText(page)).toContain('请检查网络');
    await context.unroute('**/data/**');
    await passageButton(page).click();
    await expect.poll(() => barText(page)).toContain('已摘入');
  });

  it('keeps clips in the page and offers them as a file where the browser keeps nothing', async () => {
    const { page, context } = await reader('index.html');
    await context.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Access is denied.', 'SecurityError');
        },
      });
    });
    await page.goto(siteUrl + entry.url);
    await passageButton(page).click();
    await expect.poll(() => barText(page)).toContain('浏览器不允许本站保存内容');
    expect(await passageButton(page).textContent()).toContain('已摘入');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出文件' }).click();
    expect(await readDownload(await download)).toContain(JSON.stringify(words));
  });

  it('says that the store is full, and loses nothing that is in it', async () => {
    const { page } = await reader(entry.url);
    await page.evaluate(() => {
      for (let size = 2 ** 22; size > 0; size = Math.floor(size / 2)) {
        for (let i = 0; ; i += 1) {
          try {
            localStorage.setItem(`other-${size}-${i}`, 'x'.repeat(size));
          } catch (error) {
            if (error instanceof DOMException) break;
            throw error;
          }
        }
      }
    });
    await passageButton(page).click();
    await expect.poll(() => barText(page)).toContain('空间已满');
    expect(await page.getByRole('button', { name: '导出文件' }).count()).toBe(1);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage)) if (key.startsWith('other-')) localStorage.removeItem(key);
    });
    const second = entry.blocks.filter(({ kind }) => kind === 'paragraph').find(({ id }) => id !== passage?.id);
    await passageButton(page, second?.id).click();
    await expect.poll(async () => (await kept(page)).clips.length).toBe(2);
  });

  it('shows no button without scripts, and the folder says why', async () => {
    const { page } = await reader(entry.url, { javaScriptEnabled: false });
    expect(await page.locator('.clip-button').count()).toBe(0);
    await page.getByRole('link', { name: '摘编夹' }).click();
    expect(await page.locator('main').textContent()).toContain('浏览器没有启用脚本，摘编夹不能用');
  });
});

async function readDownload(download: { createReadStream(): Promise<NodeJS.ReadableStream> }): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

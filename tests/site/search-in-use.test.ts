import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { objections } from './axe.ts';
import { openBrowser } from './browser.ts';
import { pageKinds, publishedCases, readSiteFile } from './built-site.ts';
import { hitsOf, holding, idsOf } from './found.ts';

let browser: Browser;
const site = inject('siteUrl');
const cases = publishedCases();

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  return (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
}

async function openPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(options);
  await page.goto(site + path);
  return page;
}

const searchFor = (words: string, more = '') => `search.html?q=${encodeURIComponent(words)}${more}`;
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('name'));

describe('wherever a reader is', () => {
  const own = /src="_astro\/([^"]+)" data-worker="([^"]+)"/.exec(readSiteFile('search.html'));
  const ownScripts = own?.slice(1) ?? [];

  it('the search page names its two scripts', () => {
    expect(ownScripts).toEqual([expect.stringMatching(/\.js$/), expect.stringMatching(/\.js$/)]);
  });

  // check.html asks for one file of every kind.
  it.each(pageKinds.filter((path) => !['search.html', 'check.html'].includes(path)))(
    'on %s nothing of the search is loaded, and the slash leads to the field',
    async (path) => {
      const page = await newPage();
      const asked: string[] = [];
      page.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await page.goto(site + path);
      await page.keyboard.press('/');
      // 404.html stands alone, without a script and without a field.
      if (path !== '404.html') {
        expect(await focused(page)).toBe('q');
        await page.keyboard.type('1/2');
        expect(await page.locator('input[name="q"]').inputValue()).toBe('1/2');
      }
      await page.waitForLoadState('networkidle');
      expect(asked).toContain(`/${path}`);
      expect(asked.filter((each) => each.startsWith('/search/') || ownScripts.some((name) => each.endsWith(`/${name}`)))).toEqual([]);
      await page.context().close();
    },
  );

  it.each([true, false])('the query of the header goes to the search page (scripts: %s)', async (javaScriptEnabled) => {
    const page = await openPage('cases/index.html', { javaScriptEnabled });
    await page.fill('#header-search', '跨村联建');
    await page.press('#header-search', 'Enter');
    await page.waitForURL(/search\.html\?q=/);
    expect(new URL(page.url()).searchParams.get('q')).toBe('跨村联建');
    if (javaScriptEnabled) expect((await hitsOf(page, holding('跨村联建').length)).sort()).toEqual(idsOf(holding('跨村联建')));
    else expect(await page.locator('noscript .notice').textContent()).toContain('没有启用脚本');
    await page.context().close();
  });
});

describe('a reader narrows the list', () => {
  it('by group and year, by what the lists count, sorts by date, and takes the filters off again', async () => {
    const found = holding('党建');
    const page = await openPage(searchFor('党建'));
    await hitsOf(page, found.length);
    const choices = (list: string) =>
      page
        .locator(`${list} option`)
        .evaluateAll((options) => options.map((each) => ({ value: each.getAttribute('value') ?? '', text: each.textContent ?? '' })));
    for (const { value, text } of (await choices('#filter-year')).filter((choice) => choice.value !== '')) {
      const count = found.filter(({ date }) => (date?.value.slice(0, 4) ?? 'unknown') === value).length;
      expect(text).toMatch(new RegExp(`（${count}）$`));
    }
    const group = (await choices('#filter-practice')).find(({ value }) => value.startsWith('group:'));
    await page.selectOption('#filter-practice', group?.value ?? '');
    const inGroup = Number(/（(\d+)）$/.exec(group?.text ?? '')?.[1]);
    await hitsOf(page, inGroup);
    expect(page.url()).toContain(`group=${group?.value.slice('group:'.length)}`);
    expect(await page.locator('#search-status').textContent()).toBe(`${group?.text.slice(0, -'各项（5）'.length)}：找到${inGroup}篇案例`);
    await page.selectOption('#filter-sort', 'date');
    await page.waitForURL(/sort=date/);
    const dates = (await hitsOf(page, inGroup)).map((id) => cases.find((each) => each.id === id)?.date?.value ?? '');
    expect(dates).toEqual([...dates].sort().reverse());
    await page.getByRole('link', { name: '清除筛选' }).click();
    await hitsOf(page, found.length);
    expect(new URL(page.url()).searchParams.get('group')).toBeNull();
    expect(await page.getByRole('link', { name: '清除筛选' }).isVisible()).toBe(false);
    await page.context().close();
  });

  it('by lists that after each search are those of a page that has searched for nothing else', async () => {
    const lists = (page: Page) => page.locator('#filters select').evaluateAll((found) => found.map((each) => each.innerHTML));
    const listsOf = async (words: string) => {
      const page = await openPage(searchFor(words));
      await hitsOf(page, holding(words).length);
      const own = await lists(page);
      await page.context().close();
      return own;
    };
    const [narrow, wide] = ['跨村联建', '党建'];
    const page = await openPage(searchFor(wide));
    await hitsOf(page, holding(wide).length);
    for (const words of [narrow, wide]) {
      await page.fill('#q', words);
      await page.press('#q', 'Enter');
      await hitsOf(page, holding(words).length);
      expect(await lists(page)).toEqual(await listsOf(words));
    }
    expect(await listsOf(narrow)).not.toEqual(await listsOf(wide));
    await page.context().close();
  });

  it('without any word', async () => {
    const [practice = ''] = cases.flatMap(({ practices }) => practices.map(({ id }) => id));
    const showing = cases.filter(({ practices }) => practices.some(({ id }) => id === practice));
    const page = await openPage(`search.html?practice=${practice}`);
    expect((await hitsOf(page, showing.length)).sort()).toEqual(idsOf(showing));
    await page.context().close();
  });
});

describe('a reader types', () => {
  it('an alias, and sees the practice with its first line, its places and how many of them use the word', async () => {
    const practices: { id: string; name: string; aliases: string[] }[] = JSON.parse(readSiteFile('data/practices.json')).practices;
    const aliased = practices.find(
      ({ id, aliases }) => aliases.length > 0 && cases.some((each) => each.practices.some((one) => one.id === id)),
    );
    const alias = aliased?.aliases[0] ?? '';
    const showing = cases.filter(({ practices: shown }) => shown.some(({ id }) => id === aliased?.id));
    const places = new Set(showing.flatMap(({ place }) => place?.code ?? []));
    const silent = [...places].filter((code) => !showing.some((each) => each.place?.code === code && holding(alias, [each]).length > 0));
    const page = await openPage(searchFor(alias));
    const card = page.locator('#practice-card');
    await card.waitFor();
    const said = (await card.textContent()) ?? '';
    expect(said).toContain(`做法：${aliased?.name}又称“${alias}”`);
    expect(said).toContain(
      `${showing.length}篇案例，${places.size}地${silent.length > 0 ? `，其中${silent.length}地未用“${alias}”一词` : ''}`,
    );
    expect(await card.locator('p').first().textContent()).toBe(await page.locator(`[data-lead="${aliased?.id}"]`).textContent());
    await page.context().close();
  });

  it('and hears how many suggestions and hits there are', async () => {
    const page = await openPage('search.html');
    await page.locator('#filters').waitFor();
    await page.focus('#q');
    await page.keyboard.type('kclj');
    const options = page.getByRole('listbox', { name: '您要找的可能是' }).getByRole('option');
    await options.first().waitFor();
    const count = await options.count();
    expect(await page.locator('#suggestions-count[role="status"]').textContent()).toBe(`有${count}条建议，用上下箭头选择`);
    await page.keyboard.press('Escape');
    expect(await page.locator('#suggestions-count').textContent()).toBe('');
    expect(await page.locator('#q').getAttribute('aria-expanded')).toBe('false');
    await page.fill('#q', '联建');
    await hitsOf(page, holding('联建').length);
    expect(await page.locator('#search-status[role="status"]').textContent()).toBe(`找到${holding('联建').length}篇案例`);
    await page.context().close();
  });

  it('and goes through the hits by headings and links, as a screen reader does', async () => {
    const page = await openPage(searchFor('联建'));
    await hitsOf(page, holding('联建').length);
    const list = page.getByRole('list', { name: '搜索结果' });
    expect(await list.getByRole('heading', { level: 3 }).count()).toBe(holding('联建').length);
    const outline = await page
      .locator('main :is(h1, h2, h3):visible')
      .evaluateAll((all) => all.map(({ tagName }) => Number(tagName.charAt(1))));
    expect(outline.every((level, i) => i === 0 || level <= (outline[i - 1] ?? 0) + 1)).toBe(true);
    expect(await list.getByRole('link', { name: /^第\d+段$/ }).count()).toBeGreaterThan(0);
    await page.context().close();
  });
});

it('has nothing that axe objects to in a list of suggestions', async () => {
  const page = await openPage('search.html', { reducedMotion: 'reduce' });
  await page.locator('#filters').waitFor();
  await page.focus('#q');
  await page.keyboard.type('kclj');
  await page.locator('[role="option"]').first().waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await objections(page)).toEqual([]);
  await page.context().close();
});

describe('a link to a hit', () => {
  const kinds = new Map(cases.flatMap((each) => each.blocks.map((block) => [block.kind, `${each.url}#${block.id}`] as const)));

  it.each([...kinds])('arrives at a %s that is in view and marked', async (_, address) => {
    const page = await openPage(address);
    const target = page.locator(':target');
    await expect.poll(() => target.evaluate((element) => element.getBoundingClientRect().top)).toBeLessThan(800);
    const isMarked = await target.evaluate((element) => {
      const styles = [element, ...element.children].map((each) => getComputedStyle(each));
      return styles.some(
        ({ backgroundColor, textDecorationLine }) => backgroundColor !== 'rgba(0, 0, 0, 0)' || textDecorationLine === 'underline',
      );
    });
    expect(isMarked).toBe(true);
    await page.context().close();
  });
});

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { collectFaults, openBrowser } from './browser.ts';
import { publishedCases, readSiteFile, sitePages } from './built-site.ts';

const siteUrl = inject('siteUrl');
const practice = 'cross-village-joint-building';
const places = ['350425', '350481'];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function withPage(
  path: string,
  read: (page: Page) => Promise<void>,
  options: { width?: number; javaScriptEnabled?: boolean; at?: string } = {},
): Promise<void> {
  const { width = 1280, javaScriptEnabled = true, at = siteUrl } = options;
  const context = await browser.newContext({ viewport: { width, height: 800 }, javaScriptEnabled });
  const page = await context.newPage();
  const faults = collectFaults(page, at);
  await page.goto(at + path);
  await read(page);
  await context.close();
  expect(faults).toEqual([]);
}

const rowsOf = (page: Page) =>
  page.locator('.compare-table tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-spot')));

describe('the table of a practice', () => {
  it('is complete without scripts: every place, every column, silence said', async () => {
    await withPage(
      `practices/${practice}.html`,
      async (page) => {
        expect(await rowsOf(page)).toEqual(places);
        const cells = page.locator('.compare-table tbody tr').first().locator('td');
        expect(await cells.count()).toBe(7);
        for (const text of await cells.allTextContents()) expect(text.trim()).not.toBe('');
        expect(await page.locator('main').getByRole('button').count()).toBe(0);
      },
      { javaScriptEnabled: false },
    );
  });

  it('sorts by a click on a head, and back by a second', async () => {
    await withPage('practices/first-secretaries.html', async (page) => {
      const before = await rowsOf(page);
      const counts = async () =>
        (await page.locator('td[data-column="passages"]').evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-sort')))).map(
          Number,
        );
      await page.getByRole('button', { name: '原文', exact: true }).click();
      expect(await counts()).toEqual([...(await counts())].sort((a, b) => b - a));
      expect(await page.locator('th[aria-sort="descending"]').textContent()).toBe('原文');
      await page.getByRole('button', { name: '地区', exact: true }).click();
      expect(await rowsOf(page)).toEqual(before);
    });
  });
});

describe.each([
  { where: 'at the root', at: siteUrl },
  { where: 'in a folder', at: inject('subfolderUrl') },
])('comparing $where of a server', ({ at }) => {
  it('takes the ticked places to one page, with links that lead to their passages', async () => {
    await withPage(
      `practices/${practice}.html`,
      async (page) => {
        for (const box of await page.getByRole('checkbox').all()) await box.check();
        await page.getByRole('link', { name: '并排对照所选的2个地区' }).click();
        const table = page.locator('#comparison .side-by-side');
        await table.waitFor();
        expect(await table.locator('thead th .spot-name').allTextContents()).toEqual(['大田县', '永安市']);
        expect(await table.locator('tbody th').allTextContents()).toEqual(['难题', '工作法', '怎么组织', '权和钱', '数据', '原文']);
        expect(await page.locator('#comparison').textContent()).toContain('谁牵头：各地原文都未写。');
        await table.locator('td .trust > summary').first().click();
        expect(await table.locator('.trust[open] mark').first().isVisible()).toBe(true);
        await table.locator('td .trust > summary').first().click();
        await table.locator('.passage-links a.passage-link').first().click();
        expect(page.url()).toMatch(/\/cases\/[^/]+\.html#p[0-9a-f]{6}/);
        expect(page.url().startsWith(at)).toBe(true);
      },
      { at },
    );
  });

  it('says over all practices what all do and what only one does', async () => {
    await withPage(
      `compare.html?places=${places.join(',')}`,
      async (page) => {
        const lines = page.locator('#comparison .compare-summary > div');
        await lines.first().waitFor();
        expect(await lines.locator('dt').allTextContents()).toEqual(['都写到', '只有大田县', '只有永安市']);
        const both = await lines.first().locator('a').allTextContents();
        const done = places.map((code) => publishedCases().filter((entry) => entry.place?.code === code));
        expect(done.every((cases) => cases.length > 0)).toBe(true);
        expect(both).toContain('跨村联建');
        const values = page.locator('#comparison .side-by-side').getByRole('row', { name: '县处级领导干部' }).locator('strong');
        expect(await values.allTextContents()).toEqual(['25名', '28名']);
      },
      { at },
    );
  });
});

it('compares two places by plain links, without scripts', async () => {
  await withPage(
    `practices/${practice}.html`,
    async (page) => {
      await page.getByRole('link', { name: '大田县、永安市' }).click();
      expect(page.url()).toBe(`${siteUrl}compare/${places.join('-')}.html#${practice}`);
      expect(await page.locator(`[id="${practice}"] .side-by-side thead th`).allTextContents()).toEqual(['大田县', '永安市']);
    },
    { javaScriptEnabled: false },
  );
});

it('unfolds on a pair’s page the sentence of every claim, without leaving its row and without scripts', async () => {
  await withPage(
    `compare/${places.join('-')}.html`,
    async (page) => {
      const table = page.locator(`[id="${practice}"] .side-by-side`);
      const cells = table.locator('tbody tr:has(th:text-matches("难题|工作法|怎么组织|权和钱|数据")) td:not(:has(> .silent))');
      expect(await cells.count()).toBeGreaterThan(5);
      for (const cell of await cells.all()) {
        const claims = cell.locator('li:not(.trust li)');
        expect(await claims.count()).toBeGreaterThan(0);
        expect(await claims.count()).toBe(await claims.filter({ has: page.locator('.trust') }).count());
      }
      const claim = table.locator('.trust', { has: page.locator('summary', { hasText: '每年下拨100万元“跨村联建”专项资金' }) });
      await claim.locator('summary').click();
      expect(await claim.locator('mark').textContent()).toBe('每年下拨100万元“跨村联建”专项资金');
      expect(await claim.locator('.trust-facts').textContent()).toMatch(/文章不早于2021年.*第19段.*机器提取/);
    },
    { javaScriptEnabled: false },
  );
});

describe('choosing what to compare', () => {
  const pick = (page: Page, place: number, name: string) => page.getByLabel(`地区${place}`).selectOption({ label: name });

  it('takes two to four places from the form to one page', async () => {
    await withPage('compare.html', async (page) => {
      await pick(page, 1, '大田县');
      await page.getByRole('button', { name: '并排对照' }).click();
      expect(await page.locator('.compare-message').textContent()).toBe('请选两到四个不同的地区。');
      await pick(page, 2, '永安市');
      await pick(page, 3, '将乐县');
      await page.getByRole('button', { name: '并排对照' }).click();
      await page.getByRole('heading', { name: '大田县、永安市、将乐县' }).waitFor();
      expect(page.url()).toBe(`${siteUrl}compare.html?places=350425,350481,350428`);
      expect(await page.getByLabel('地区3').inputValue()).toBe('350428');
    });
  });

  it('offers for one practice only the places that do it', async () => {
    await withPage('compare.html', async (page) => {
      await page.getByLabel('做法', { exact: true }).selectOption({ label: '跨村联建' });
      const offered = () =>
        page
          .getByLabel('地区1')
          .evaluate((select) =>
            [...(select as HTMLSelectElement).options].filter(({ disabled, value }) => !disabled && value).map(({ value }) => value),
          );
      await expect.poll(offered).toEqual(places);
    });
  });

  it('says which place a practice was not seen in, by its name', async () => {
    await withPage(`compare.html?practice=${practice}&places=${places.join(',')},350428`, async (page) => {
      await page.locator('#comparison table').waitFor();
      expect(await page.locator('#comparison .notice').first().textContent()).toBe('这项做法没有写到将乐县。没有写到不等于没有做。');
    });
  });

  it('is a plain list of pairs where no scripts run', async () => {
    await withPage(
      'compare.html',
      async (page) => {
        expect(await page.locator('.compare-form').isVisible()).toBe(false);
        await page.locator('.pair-list > div:has(dt:text-is("大田县"))').getByRole('link', { name: '大田县与永安市' }).click();
        expect(page.url()).toBe(`${siteUrl}compare/${places.join('-')}.html`);
      },
      { javaScriptEnabled: false },
    );
  });
});

it('says what went wrong when the practice is not there', async () => {
  const page = await browser.newPage();
  await page.goto(`${siteUrl}compare.html?practice=nowhere&places=${places.join(',')}`);
  await page.getByText('没有取到这项做法的页面').waitFor();
  await page.close();
});

describe('trust on the spot', () => {
  const [entry] = publishedCases().filter((each) => each.place?.code === '350425');

  it('unfolds the sentence with the figure’s words marked, without scripts', async () => {
    const figure = entry?.figures.find(({ subject }) => subject === '联村党组织');
    await withPage(
      entry?.url ?? '',
      async (page) => {
        const note = page.locator(`[id="${figure?.passage}"] .figures .trust`, { hasText: '联村党组织' }).first();
        await note.locator('summary').click();
        expect(await note.locator('mark').textContent()).toBe(figure?.quote);
        for (const fact of ['确数', '大田县的', '完成', '文章不早于', '机器提取']) expect(await note.textContent()).toContain(fact);
      },
      { javaScriptEnabled: false },
    );
  });

  it('gives a reference for every passage, without scripts that of the case, to which its number is added', async () => {
    const passages = entry?.blocks.filter(({ kind }) => kind === 'paragraph').slice(0, 3) ?? [];
    const version = entry?.sha256.slice(0, 8);
    expect(passages.length).toBe(3);
    await withPage(entry?.url ?? '', async (page) => {
      for (const { id } of passages) {
        const passage = page.locator(`[id="${id}"]`);
        await passage.getByText('此处有误').click();
        expect(await passage.locator('.fault code').textContent()).toBe(`${entry?.id}#${id}@${version}`);
        await passage.getByRole('button', { name: '复制', exact: true }).waitFor();
      }
      expect(await page.locator('.fault[open]').count()).toBe(1);
    });
    const plain = await browser.newPage({ javaScriptEnabled: false });
    await plain.goto(siteUrl + entry?.url);
    expect(await plain.locator('.passage .fault').count()).toBe(await plain.locator('.passage').count());
    await plain.locator('.passage .fault').first().click();
    expect(await plain.locator(':target code').textContent()).toBe(`${entry?.id}@${version}`);
    await plain.close();
  });

  it('marks in the contents the section that is read', async () => {
    const heading = entry?.blocks.filter(({ kind }) => kind === 'heading').at(-1);
    await withPage(`${entry?.url}#${heading?.id}`, async (page) => {
      await expect.poll(() => page.locator('.contents [aria-current]').textContent()).toBe(heading?.text);
    });
  });
});

it.each(['matrix/city.html', 'matrix/province.html'])('every cell of %s leads to exactly its passages', async (path) => {
  await withPage(path, async (page) => {
    const cells = await page
      .locator('.matrix td a')
      .evaluateAll((links) => links.map((link) => ({ href: (link as HTMLAnchorElement).href, count: Number(link.textContent) })));
    const areas = cells.filter(({ href }) => href.includes('#in-'));
    expect(areas.length).toBeGreaterThan(0);
    for (const { href, count } of areas.slice(0, 8)) {
      await page.goto(href);
      const found = await page
        .locator(':target .quote')
        .evaluateAll((quotes) =>
          quotes.map((quote) => `${quote.getAttribute('data-case')} ${quote.querySelector('.passage-link')?.textContent}`),
        );
      expect(new Set(found).size).toBe(count);
      expect(await page.locator(':target > .area-name').isVisible()).toBe(true);
    }
  });
});

it('folds a group of the matrix away and back', async () => {
  await withPage('matrix.html', async (page) => {
    const rows = page.locator('.matrix tbody').first().locator('tr:not(.matrix-group)');
    const button = page.locator('.fold-button').first();
    await button.click();
    expect(await rows.first().isVisible()).toBe(false);
    await button.click();
    expect(await rows.first().isVisible()).toBe(true);
  });
});

it('leads from a former code to today’s place', async () => {
  const former = sitePages.filter((page) => /^places\/\d{6}\.html$/.test(page) && readSiteFile(page).includes('旧代码'));
  const notes = former.filter((page) => !readSiteFile(page).includes('data-place'));
  expect(notes.length).toBeGreaterThan(0);
  await withPage(notes[0] ?? '', async (page) => {
    await page.locator('.lead a').click();
    expect(await page.locator('[data-place]').count()).toBe(1);
  });
});

it.each([
  'cases/index.html',
  `practices/${practice}.html`,
  `compare/${places.join('-')}.html`,
  'problems.html',
  'methods/index.html',
  'places/350000.html',
])('what a claim of %s rests on unfolds within the window', async (path) => {
  await withPage(
    path,
    async (page) => {
      const beyond = await page.evaluate(() => {
        const notes = [...document.querySelectorAll<HTMLDetailsElement>('details.trust, details.fault')];
        return notes.filter((note) => {
          note.open = true;
          const { left } = note.querySelector('.trust-body, .fault > p')?.getBoundingClientRect() ?? { left: -1 };
          const wider = document.documentElement.scrollWidth > window.innerWidth;
          note.open = false;
          return wider || left < 0;
        }).length;
      });
      expect(beyond).toBe(0);
    },
    { width: 1024 },
  );
});

describe('on a phone a table is one block a place', () => {
  it.each([
    { path: `practices/${practice}.html`, blocks: places.map((code) => `.compare-table tr[data-spot="${code}"] > *`) },
    { path: `compare/${places.join('-')}.html`, blocks: [1, 2].map((place) => `[id="${practice}"] .place-${place}`) },
  ])('$path', async ({ path, blocks }) => {
    await withPage(
      path,
      async (page) => {
        const tops = (selector: string) =>
          page.locator(selector).evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().top));
        const [first = [], second = []] = await Promise.all(blocks.map(tops));
        expect(first.length).toBeGreaterThan(5);
        expect(Math.max(...first)).toBeLessThan(Math.min(...second));
      },
      { width: 390 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../src/intake/intake.ts';
import { siteFolders } from '../../src/site/folders.ts';
import { practice } from '../setup/fixture-site.ts';
import { objections } from './axe.ts';
import { openBrowser, visit } from './browser.ts';
import { type OwnSite, serveOwnSite } from './own-site.ts';

/** 40 practices, 60 counties in each of two provinces, 200 articles that all tell of the first practice. */
const practiceNames = ['红旗', '田园', '邻里', '清泉', '青松', '星火', '暖阳', '同心', '连心', '金穗'].flatMap((first) =>
  ['驿站', '课堂', '联盟', '积分'].map((second) => first + second),
);
const countiesEach = 60;
const articles = 200;
const practicesEach = 14;

const { places } = await loadGazetteer(siteFolders({}));
const counties = ['35', '42'].flatMap((province) =>
  places.filter(({ code, level }) => level === 'county' && code.startsWith(province)).slice(0, countiesEach),
);

const practiceId = (index: number) => `practice-${String(index).padStart(2, '0')}`;

function articleOf(index: number): string {
  const county = counties[index % counties.length];
  if (!county) throw new Error('No county.');
  const shown = Array.from({ length: practicesEach }, (_, each) => (each === 0 ? 0 : (index * 5 + each * 7) % practiceNames.length));
  const paragraphs = [...new Set(shown)].map(
    (each) =>
      `近年来，${county.name}针对力量分散的问题，开办${practiceNames[each]}，组建服务队${10 + ((index + each) % 80)}支，群众都说好。`,
  );
  return `${county.path.join('')}：第${index + 1}年的经验\n2021-0${(index % 9) + 1}-15 来源：某某日报\n${paragraphs.join('\n')}\n`;
}

const changes = {
  'seeds/lianjian.txt': null,
  'seeds/wangge.txt': null,
  'content/practices/cross-village-joint-building.mdx': null,
  'content/practices/grid-governance.md': null,
  ...Object.fromEntries(Array.from({ length: articles }, (_, index) => [`seeds/a${String(index).padStart(3, '0')}.txt`, articleOf(index)])),
  ...Object.fromEntries(
    practiceNames.map((name, index) => [
      `content/practices/${practiceId(index)}.md`,
      practice(name, practiceId(index), index < 20 ? 'organisation' : 'governance'),
    ]),
  ),
};

let browser: Browser;
let server: OwnSite;

beforeAll(async () => {
  server = await serveOwnSite(changes);
  browser = await openBrowser();
});

afterAll(async () => {
  await browser.close();
  await server.close();
});

function withPage(path: string, read: (page: Page) => Promise<void>, window = { width: 1366, height: 768 }): Promise<void> {
  return visit(browser, { url: server.url, path, ...window }, read);
}

const phone = { width: 390, height: 800 };
const compressed = (path: string) => gzipSync(readFileSync(join(server.out, path))).length;

describe('the matrix of 40 practices and 60 places', () => {
  const path = 'matrix/350000.html';

  it('begins by city where 120 places are too many, and has a page for each province', async () => {
    await withPage('matrix.html', async (page) => {
      expect(await page.locator('.matrix-places > th:not(.corner)').count()).toBeLessThanOrEqual(30);
      expect(await page.locator('.matrix-parts a').allTextContents()).toEqual(['按市', '按省', '福建省', '湖北省']);
      await page.getByRole('link', { name: '福建省', exact: true }).click();
      expect(page.url()).toBe(server.url + path);
      expect(await page.locator('.matrix-places > th:not(.corner)').count()).toBe(countiesEach);
      expect(await page.locator('.matrix tbody tr:not(.matrix-group)').count()).toBe(practiceNames.length);
    });
  });

  it('weighs no more than 60 KB on the wire', () => {
    expect(compressed(path)).toBeLessThan(60_000);
  });

  it('keeps the heads of its rows and columns in sight wherever it is scrolled to', async () => {
    await withPage(path, async (page) => {
      const box = page.locator('.matrix-scroll');
      await box.evaluate((element) => element.scrollTo(element.scrollWidth, element.scrollHeight));
      const seen = await box.evaluate((element) => {
        const frame = element.getBoundingClientRect();
        const cell = element.querySelector('tbody:last-child tr:last-child td:last-child')?.getBoundingClientRect();
        const heads = ['.matrix-places > th:last-child', 'tbody:last-child tr:last-child > th'];
        return heads.map((selector) => {
          const head = element.querySelector(selector)?.getBoundingClientRect();
          if (!head || !cell) return 'missing';
          const inside =
            head.left >= frame.left - 1 && head.top >= frame.top - 1 && head.right <= frame.right && head.bottom <= frame.bottom;
          return inside && (Math.abs(head.left - cell.left) < 2 || Math.abs(head.top - cell.top) < 2);
        });
      });
      expect(seen).toEqual([true, true]);
    });
  });

  it('folds all groups at once, and each by itself', async () => {
    await withPage(path, async (page) => {
      const rows = page.locator('.matrix tbody tr:not(.matrix-group):visible');
      await page.getByRole('button', { name: '收起各组' }).click();
      expect(await rows.count()).toBe(0);
      await page.getByRole('button', { name: '基层治理' }).click();
      expect(await rows.count()).toBe(20);
    });
  });

  it('is on a phone a list that opens group by group', async () => {
    await withPage(
      path,
      async (page) => {
        expect(await page.locator('.matrix').isVisible()).toBe(false);
        const open = page.locator('.matrix-list details[open]');
        const groups = page.locator('.matrix-list details');
        expect([await groups.count(), await open.count()]).toEqual([2, 0]);
        await groups.first().locator('summary').click();
        expect(await groups.first().locator('dl').isVisible()).toBe(true);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      },
      phone,
    );
  });

  it('leads from a cell of a province to exactly its passages, over the pages that they fill', async () => {
    await withPage('matrix/province.html', async (page) => {
      const cell = page.locator('.matrix td a').nth(1);
      const count = Number(await cell.textContent());
      await cell.click();
      expect(page.url()).toContain('#in-420000');
      expect(await page.locator(':target > .area-name').innerText()).toContain(`${count}段`);
    });
  });

  it('has nothing that axe objects to', async () => {
    await withPage(path, async (page) => expect(await objections(page)).toEqual([]));
  });
});

describe('a practice of 200 cases and 120 places', () => {
  const path = `practices/${practiceId(0)}.html`;

  it('has its places on several pages, each once, and its passages too', async () => {
    const spots: (string | null)[] = [];
    const anchors: (string | null)[] = [];
    let passages = 0;
    await withPage(path, async (page) => {
      for (let next = true; next; ) {
        spots.push(
          ...(await page.locator('.compare-table tbody tr').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-spot')))),
        );
        anchors.push(...(await page.locator('.spot[id]').evaluateAll((parts) => parts.map((part) => part.id))));
        passages += await page.locator('.quote').count();
        const further = page.getByRole('link', { name: '下一页' });
        next = (await further.count()) > 0;
        if (next) {
          await further.click();
          await page.waitForLoadState();
        }
      }
    });
    expect(passages).toBe(articles);
    expect([...spots].sort()).toEqual(counties.map(({ code }) => code).sort());
    expect([...anchors].sort()).toEqual([...spots].sort());
  });

  it('takes two places of its table to one page, from whichever page they are on', async () => {
    const chosen = [counties[1], counties[countiesEach + 59]].map((county) => county?.code).join(',');
    await withPage(`compare.html?practice=${practiceId(0)}&places=${chosen}`, async (page) => {
      await page.locator('#comparison .side-by-side').waitFor();
      expect(await page.locator('#comparison thead th').count()).toBe(2);
    });
  });

  it('is on a phone one block a place, without sideways scrolling', async () => {
    await withPage(
      path,
      async (page) => {
        const [first, second] = await page.locator('.compare-table tbody tr').evaluateAll((rows) =>
          rows
            .slice(0, 2)
            .map((row) => row.getBoundingClientRect())
            .map(({ top, bottom }) => ({ top, bottom })),
        );
        expect(second?.top).toBeGreaterThanOrEqual(first?.bottom ?? Number.POSITIVE_INFINITY);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
      },
      phone,
    );
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { practice } from '../setup/fixture-site.ts';
import { openBrowser, visit } from './browser.ts';
import { type OwnSite, serveOwnSite } from './own-site.ts';

const planned = `沙县区：网格管理到户
2022-05-06 来源：三明日报
沙县区针对治理力量分散的问题，推行“三色网格”工作法，把全区划分为网格230个，计划新建网格党支部50个。
沙县区共有兼职网格员210名，累计走访群众3万人次。
一年来，沙县区配备兼职网格员215名，群众满意度达98%。
`;
const joint = `清流县：跨村联建强产业
2022-06-07 来源：三明日报
近年来，清流县针对山多田少的问题，推行跨村联建，组建联村党委6个，带动32个村抱团发展。
`;
const excerpt = `明溪县：党员上网学习成为常态
2022-06-08 来源：三明日报
明溪县坚持跨村联建，抱团发展，山上山下连成一片。
明溪县依托网格，把服务送到家门口，群众有事不出村。
明溪县建设智慧党建平台，方便了外出的同志，足不出户就能学习。
明溪县开办党员夜校，请来乡土能人，讲政策也讲技术。
明溪县设立党建诊所，老书记上门问诊，给支部开方子。
`;

const changes = {
  'seeds/shaxian.txt': planned,
  'seeds/qingliu.txt': joint,
  'seeds/mingxi.txt': excerpt,
  'content/cases/mingxi.yaml': 'source:\n  url: https://www.example.cn/mingxi.html\nrights:\n  publish: excerpt\n',
  'content/practices/silent.md': practice('党建沙龙', 'salon', 'governance'),
  'content/practices/digital.md': practice('智慧党建', 'digital', 'governance'),
  'content/practices/night-school.md': practice('党员夜校', 'night school', 'governance'),
  'content/practices/clinic.md': practice('党建诊所', 'clinic', 'governance'),
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

function withPage(path: string, read: (page: Page) => Promise<void>, width = 1280): Promise<void> {
  return visit(browser, { url: server.url, path, width }, async (page) => {
    await read(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  });
}

const textOf = (page: Page) => page.locator('main').innerText();

describe('a practice', () => {
  it('that no article tells of says so, and leads to its neighbours', async () => {
    await withPage('practices/silent.html', async (page) => {
      expect(await textOf(page)).toContain('没有写到不等于没有做');
      expect(await page.locator('table, #passages').count()).toBe(0);
      await page.getByRole('link', { name: '同组的做法' }).click();
      expect(page.url()).toContain('practices/index.html#governance');
    });
  });

  it('of a few places has its table, and marks what is planned', async () => {
    await withPage(
      'practices/grid-governance.html',
      async (page) => {
        expect(await page.locator('.compare-table tbody tr').count()).toBeGreaterThan(1);
        const figures = page.locator('tr[data-name="沙县区"] [data-column="figures"]');
        await figures.getByText(/余\d项/).click();
        const plan = figures.locator('li', { hasText: '网格党支部' });
        expect(await plan.locator('.figure-status').first().innerText()).toBe('计划');
        const measures = await page.locator('.chart svg > title').evaluateAll((titles) => titles.map((title) => title.textContent));
        expect(measures).toEqual(['各地的网格']);
      },
      390,
    );
  });

  it('names the case whose passages on it are not published, and the case names it', async () => {
    const { practices } = JSON.parse(readFileSync(join(server.out, 'data/cases/mingxi.json'), 'utf8')) as Case;
    const [unshown] = practices.filter(({ passages }) => passages.length === 0);
    await withPage(`practices/${unshown?.id}.html`, async (page) => {
      const name = await page.locator('h1').innerText();
      await page.locator('#unshown ~ ul').getByRole('link', { name: '明溪县：党员上网学习成为常态' }).click();
      expect(await textOf(page)).toMatch(new RegExp(`原文还写到.*${name}.*，有关段落没有刊出。`));
      expect(await page.locator('.passage-text', { hasText: name }).count()).toBe(0);
    });
  });
});

it('two numbers for one thing stand together, each with the other’s passage', async () => {
  await withPage('cases/shaxian.html', async (page) => {
    const figure = page.locator('.passage .trust', { has: page.locator('summary', { hasText: '210名' }) }).first();
    expect(await figure.locator('.figure-other').innerText()).toBe('另写215名');
    await figure.locator('summary').click();
    expect(await figure.innerText()).toMatch(/本文另写“.*215名”（第3段）/);
  });
});

it('a method of which the text says no more has its page, which says so', async () => {
  const [method = ''] = JSON.parse(readFileSync(join(server.out, 'data/methods.json'), 'utf8')).methods.map(
    ({ url }: { url: string }) => url,
  );
  await withPage(method, async (page) => {
    expect(await page.locator('h1').innerText()).toContain('三色网格');
    expect(await textOf(page)).toContain('原文未说明');
    expect(await page.locator('.quote mark').first().innerText()).toContain('三色网格');
  });
});

it('pages of a comparison of a small library hold together', async () => {
  await withPage('compare.html', async (page) => {
    await page.getByLabel('地区1').selectOption({ label: '大田县' });
    await page.getByLabel('地区2').selectOption({ label: '清流县' });
    await page.getByRole('button', { name: '并排对照' }).click();
    await page.getByRole('heading', { name: '大田县、清流县' }).waitFor();
    expect(await page.locator('#comparison').innerText()).toContain('联村党委');
  });
});

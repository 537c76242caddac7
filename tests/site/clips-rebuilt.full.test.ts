import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningServer, serve } from '../../src/site/serve.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { writeFiles } from '../setup/folder.ts';
import { openBrowser } from './browser.ts';

const corrected = '建宁县推行跨村联建，组建联村党委6个，带动24个村抱团发展。';
const withdrawn = '宁化县推行网格管理，石壁垒的网格员办结诉求4567件。';
const redacted = '尤溪县的网格员王小明推行网格管理，化解纠纷120起，群众都说好。';
const excerpted = '明溪县的老支书在榕树下推行网格管理，拉家常谈了三天三夜。';
const renamed = '将乐县推行跨村联建，组建联村党委5个，带动19个村抱团发展。';
const untouched = '泰宁县推行跨村联建，组建联村党委3个，带动11个村抱团发展。';

const article = (title: string, text: string) =>
  `${title}\n2023-05-06 08:00 来源：三明日报\n近年来，全县上下齐心协力，基层党建工作不断取得新的进展。\n${text}\n`;

const before = {
  'seeds/corrected.txt': article('建宁县：联建促振兴', corrected),
  'seeds/withdrawn.txt': article('宁化县：石壁垒里的网格', withdrawn),
  'seeds/redacted.txt': article('尤溪县：网格里的故事', redacted),
  'seeds/excerpted.txt': article('明溪县：侨乡网格', excerpted),
  'seeds/renamed.txt': article('将乐县：联建出实招', renamed),
  'seeds/untouched.txt': article('泰宁县：丹霞山下的联建', untouched),
};

/** What the editors do between the two builds. */
const after = {
  'content/cases/corrected.yaml': 'text: [{ find: 联村党委6个, replace: 联村党委7个, reason: 来源更正 }]\n',
  'content/takedown.yaml': '- { source: withdrawn, reason: 应来源单位要求, date: "2026-11-22" }\n',
  'content/cases/redacted.yaml': 'redact: [王小明]\n',
  'content/cases/renamed.yaml': 'id: jiangle\nformerIds: [renamed]\n',
  'content/cases/excerpted.yaml': 'rights: { publish: link }\nsource: { url: "https://example.cn/mingxi.html" }\n',
};

let site = '';
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  site = fixtureSite(before);
  await build();
  server = await serve(join(site, 'dist'), { port: 0 });
  browser = await openBrowser();
  page = await browser.newPage();
  for (const [id, words] of Object.entries({ corrected, withdrawn, redacted, excerpted, renamed, untouched })) {
    await page.goto(`${server.url}cases/${id}.html`);
    const button = page.locator('.passage', { hasText: words }).locator('.passage-foot .clip-button');
    await button.click();
    await button.filter({ hasText: '已摘入' }).waitFor();
  }
  writeFiles(site, after);
  await build();
  await page.goto(`${server.url}clips.html`);
  await page.locator('#clip-checked', { hasText: '撤下' }).waitFor();
}, 300_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

async function build(): Promise<void> {
  const { status, stdout, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
}

/** All that the reader's browser still knows: what it keeps, and what it shows or prints. */
const everything = () => page.evaluate(() => JSON.stringify({ ...localStorage }) + document.documentElement.outerHTML);
const clip = (id: string) => page.locator(`.clip[data-id^="${id}#"]`);

it('tells what became of the clips', async () => {
  expect(await page.locator('#clip-checked').textContent()).toBe('2条原文已改动，2条已撤下。');
  expect(await page.locator('.clip').count()).toBe(6);
});

it('keeps the old words of a passage that was corrected, and leads to the new ones', async () => {
  expect(await clip('corrected').locator('blockquote').textContent()).toBe(corrected);
  expect(await clip('corrected').locator('.clip-state').textContent()).toContain('原文已改动');
  expect(await clip('corrected').locator('.clip-head a').getAttribute('href')).toMatch(/cases\/corrected\.html#p[0-9a-f]{6}$/);
});

it('leaves a passage that is as it was', async () => {
  expect(await clip('untouched').locator('blockquote').textContent()).toBe(untouched);
  expect(await clip('untouched').locator('.clip-state').count()).toBe(0);
});

it('follows a case to its new id', async () => {
  expect(await clip('jiangle').locator('blockquote').textContent()).toBe(renamed);
  expect(await clip('jiangle').locator('.clip-state').count()).toBe(0);
  expect(await clip('jiangle').locator('.clip-head a').getAttribute('href')).toMatch(/cases\/jiangle\.html#p/);
});

it('loses the words, the title and the citation of a case that was taken down', async () => {
  expect(await clip('withdrawn').textContent()).toContain('已撤下');
  const known = await everything();
  for (const words of ['石壁垒', '4567', '宁化县']) expect(known).not.toContain(words);
});

it('loses the words of a case of which only the title is published now', async () => {
  expect(await clip('excerpted').textContent()).toContain('已撤下');
  for (const words of ['榕树', '三天三夜']) expect(await everything()).not.toContain(words);
});

it('has today’s words where a name was hidden', async () => {
  expect(await clip('redacted').locator('blockquote').textContent()).toBe(redacted.replace('王小明', '某'));
  expect(await everything()).not.toContain('王小明');
});

it('no longer prints or copies what was taken down', async () => {
  await page.emulateMedia({ media: 'print' });
  const printed = await page.evaluate(() => document.body.innerText);
  await page.emulateMedia({ media: 'screen' });
  expect(printed).toContain(untouched);
  for (const words of ['石壁垒', '榕树', '已撤下']) expect(printed).not.toContain(words);
});

it('keeps everything while the site cannot be asked', async () => {
  await page.route('**/data/**', (route) => route.abort());
  await page.reload();
  await expect.poll(() => page.locator('#clip-checked').textContent()).toContain('4条没有核对：取不到原文，摘编原样保留');
  expect(await clip('untouched').locator('blockquote').textContent()).toBe(untouched);
  await page.unroute('**/data/**');
});

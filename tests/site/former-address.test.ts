import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { collectFaults, openBrowser } from './browser.ts';
import { type OwnSite, serveOwnSite } from './own-site.ts';

const withdrawn = '宁化县：石壁里的网格\n2023-07-08 来源：三明日报\n宁化县推行网格管理，网格员办结诉求4567件。\n';
const held = '清流县：云岭坪村的跨村联建\n2023-06-07 来源：三明日报\n清流县推行跨村联建，收入增加88.8万元。\n';

const changes = {
  'content/cases/lianjian.yaml': 'id: datian\nformerIds: [lianjian]\n',
  'seeds/withdrawn.txt': withdrawn,
  'content/cases/withdrawn.yaml': 'id: ninghua\nformerIds: [withdrawn-before]\n',
  'content/takedown.yaml': '- { source: withdrawn, reason: 应来源单位要求, date: "2026-11-22" }\n',
  'seeds/held.txt': held,
  'content/cases/held.yaml': 'id: qingliu\nformerIds: [held-before]\nhold: 等待授权\n',
};

let server: OwnSite;
let browser: Browser;

beforeAll(async () => {
  server = await serveOwnSite(changes, '/a/b/');
  browser = await openBrowser();
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

/** Where a reader ends who opens an old address, and what the browser complained of on the way. */
async function follow(address: string, javaScriptEnabled: boolean): Promise<{ url: string; title: string; faults: string[] }> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  const faults = collectFaults(page, server.url);
  await page.goto(`${server.url}${address}`);
  await page.waitForURL(/datian\.html/);
  await page.waitForLoadState();
  const arrived = { url: page.url().slice(server.url.length), title: (await page.locator('h1').textContent()) ?? '', faults };
  await context.close();
  return arrived;
}

describe('a reader who opens an old address', () => {
  it.each([
    ['with scripts', true],
    ['without scripts', false],
  ])('arrives at the case %s', async (_, scripts) => {
    expect(await follow('cases/lianjian.html', scripts)).toEqual({
      url: 'cases/datian.html',
      title: expect.stringContaining('跨村联建'),
      faults: [],
    });
  });

  it('arrives at the passage that it names', async () => {
    const { blocks } = (await (await fetch(`${server.url}data/cases/datian.json`)).json()) as Case;
    const passage = blocks.findLast(({ kind }) => kind === 'paragraph')?.id;
    expect(passage).toMatch(/^p[0-9a-f]{6}$/);
    expect(await follow(`cases/lianjian.html#${passage}`, true)).toMatchObject({ url: `cases/datian.html#${passage}`, faults: [] });
    expect((await follow(`cases/lianjian.html#${passage}`, false)).url).toMatch(/^cases\/datian\.html/);
  });
});

describe('a case that is not published', () => {
  it.each(['withdrawn', 'ninghua', 'withdrawn-before', 'held', 'qingliu', 'held-before'])('leaves nothing at %s', (id) => {
    expect(existsSync(join(server.out, `cases/${id}.html`))).toBe(false);
    expect(filesOf(server.out).filter((path) => path.includes(id))).toEqual([]);
  });
});

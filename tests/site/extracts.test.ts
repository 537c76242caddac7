import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { jsonLdText } from '../../src/library/json-ld.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';
import { collectFaults, openBrowser } from './browser.ts';
import { publishedCases, readSiteFile, siteFiles } from './built-site.ts';

const siteUrl = inject('siteUrl');
const address = 'https://dj.example.gov.cn/anli/';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

interface PracticesFile {
  practices: { id: string; name: string; passages: number; places: string[] }[];
}

const { practices } = JSON.parse(readSiteFile('data/practices.json')) as PracticesFile;

/** Cells of a table in which every cell is quoted. */
function cellsOf(csv: string): string[][] {
  return csv
    .slice(1)
    .split(/\r\n/)
    .filter((row) => row !== '')
    .map((row) => [...row.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell = '']) => cell.replaceAll('""', '"')));
}

describe('the extracts of a practice', () => {
  it.each(practices)('$id: table and text hold its passages, each with words that stand in the case', ({ id, name, passages }) => {
    const texts = new Map(publishedCases().flatMap((entry) => entry.blocks.map((block) => [`${entry.url}#${block.id}`, block.text])));
    const table = readSiteFile(`data/practices/${id}.csv`);
    const [head = [], ...rows] = cellsOf(table);
    const column = (row: string[], title: string) => row[head.indexOf(title)] ?? '';
    expect(table.startsWith('\ufeff"做法"')).toBe(true);
    expect(rows.map((row) => column(row, '原文'))).toEqual(rows.map((row) => texts.get(column(row, '网页'))));
    expect(new Set(rows.map((row) => column(row, '网页'))).size).toBe(passages);
    const text = readSiteFile(`data/practices/${id}.md`);
    expect(text.startsWith(`# ${name}\n\n${name}`)).toBe(true);
    expect(text.split('\n').filter((line) => line.startsWith('- 出处：'))).toHaveLength(rows.length);
  });

  it('are of no practice that is not there', () => {
    const expected = practices.flatMap(({ id }) => [`data/practices/${id}.csv`, `data/practices/${id}.md`]);
    expect(siteFiles.filter((file) => file.startsWith('data/practices/'))).toEqual(expected.sort());
  });

  it('hold nothing that is for editors alone', async () => {
    const { stdout } = await casebook(['report', '--json']);
    const report = JSON.parse(stdout) as {
      practices: { id: string; nearMisses: { case: string; block: string }[]; silent: { words: string }[] }[];
    };
    expect(report.practices.flatMap(({ nearMisses }) => nearMisses).length).toBeGreaterThan(0);
    for (const { id, nearMisses } of report.practices) {
      const text = readSiteFile(`data/practices/${id}.md`) + readSiteFile(`data/practices/${id}.csv`);
      expect(nearMisses.filter((miss) => text.includes(`cases/${miss.case}.html#${miss.block}`))).toEqual([]);
    }
  });
});

describe('feed and map of the site', () => {
  it('are not made where the site’s address is not known', () => {
    expect(siteFiles.filter((file) => /\.xml$|^feeds\//.test(file))).toEqual([]);
  });

  it('are well-formed, complete as their standards ask, and name only pages that are there', async () => {
    const site = fixtureSite({ 'content/site.yaml': `name: 测试案例库\naddress: ${address}\n` });
    const { status, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const file = (path: string) => join(site, 'dist', path);
    const map = await parseXml(readFileSync(file('sitemap.xml'), 'utf8'));
    expect([map.root, map.namespace]).toEqual(['urlset', 'http://www.sitemaps.org/schemas/sitemap/0.9']);
    const pages = map.elements.filter(({ name }) => name === 'loc').map(({ text }) => text.replace(address, ''));
    expect(pages.filter((page) => !existsSync(file(page)))).toEqual([]);
    for (const folder of ['cases', 'practices', 'places', 'methods']) {
      const names = readdirSync(file(folder)).filter((name) => name.endsWith('.html'));
      expect(names.filter((name) => !pages.includes(`${folder}/${name}`))).toEqual([]);
    }
    const feed = await parseXml(readFileSync(file('feeds/cases.xml'), 'utf8'));
    expect([feed.root, feed.namespace]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    expectAtom(feed.elements);
    const linked = feed.elements.flatMap(({ attributes: { href } }) => (href ? [href.replace(address, '')] : []));
    expect(linked.filter((page) => !existsSync(file(page)))).toEqual([]);
  });
});

interface XmlElement {
  name: string;
  parent: string;
  text: string;
  attributes: Record<string, string>;
}

/** Read by the browser's parser, which refuses what is not well-formed. */
async function parseXml(xml: string): Promise<{ root: string; namespace: string | null; elements: XmlElement[] }> {
  const page = await browser.newPage();
  const parsed = await page.evaluate((text) => {
    const document = new DOMParser().parseFromString(text, 'application/xml');
    const elements = [...document.querySelectorAll('*')].map((element) => ({
      name: element.localName,
      parent: element.parentElement?.localName ?? '',
      text: element.textContent ?? '',
      attributes: Object.fromEntries([...element.attributes].map(({ name, value }) => [name, value])),
    }));
    return { root: document.documentElement.localName, namespace: document.documentElement.namespaceURI, elements };
  }, xml);
  await page.close();
  expect(parsed.elements.map(({ name }) => name)).not.toContain('parsererror');
  return parsed;
}

/** RFC 4287, 4.1.1 and 4.1.2: what a feed and its entries must have, once each; dates as RFC 3339 writes them. */
function expectAtom(elements: readonly XmlElement[]): void {
  const count = (parent: string, name: string) => elements.filter((element) => element.parent === parent && element.name === name).length;
  const entries = count('feed', 'entry');
  expect(entries).toBe(2);
  for (const name of ['id', 'title', 'updated']) expect([name, count('feed', name), count('entry', name)]).toEqual([name, 1, entries]);
  expect(count('feed', 'author')).toBe(1);
  const links = elements.filter(({ parent, name }) => parent === 'entry' && name === 'link');
  expect(links.map(({ attributes: { rel } }) => rel)).toEqual(Array.from({ length: entries }, () => 'alternate'));
  const dates = elements.filter(({ name }) => name === 'updated').map(({ text }) => text);
  expect(
    dates.filter((date) => !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/.test(date) || Number.isNaN(Date.parse(date))),
  ).toEqual([]);
  const ids = elements.filter(({ name }) => name === 'id').map(({ text }) => text);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !URL.canParse(id))).toEqual([]);
}

describe('JSON-LD', () => {
  const data = jsonLdText({ '@type': 'Article', headline: '</script><img src=x>' });

  /** A page under the policy that the site is served with. */
  async function openWith(script: string) {
    const page = await browser.newPage();
    const faults = collectFaults(page, siteUrl);
    const served = await fetch(siteUrl);
    const policy = served.headers.get('content-security-policy') ?? '';
    await page.route(`${siteUrl}probe.html`, (route) =>
      route.fulfill({
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy },
        body: `<!doctype html><html lang="zh-CN"><head><title>试</title><link rel="icon" href="favicon.svg">${script}</head><body></body></html>`,
      }),
    );
    await page.goto(`${siteUrl}probe.html`);
    const found = await page.evaluate(() => document.querySelector('script')?.textContent ?? '');
    await page.close();
    return { policy, faults, found };
  }

  it('is a data block, which the strict policy lets stand', async () => {
    const { policy, faults, found } = await openWith(`<script type="application/ld+json">${data}</script>`);
    expect(policy).toContain("script-src 'self'");
    expect(faults).toEqual([]);
    expect(JSON.parse(found)).toHaveProperty('headline', '</script><img src=x>');
  });

  it('would be a fault were it a script', async () => {
    expect((await openWith('<script>document.title = "ran"</script>')).faults.join()).toContain('Content Security Policy');
  });
});

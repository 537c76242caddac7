import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { citation } from '../../src/library/citation.ts';
import { openBrowser } from './browser.ts';
import { publishedCases } from './built-site.ts';
import { plain, readPdf } from './pdf-text.ts';

const siteUrl = inject('siteUrl');

/** What is for clicking: the header, the search, the way here, the contents, the folds, what a script adds, the footer. */
const furniture = [
  '跳到正文',
  '搜索',
  '摘编夹',
  '显示▾',
  '目录',
  '此处有误',
  '摘入',
  '复制',
  '余1项',
  '使用帮助',
  '上一篇',
  '下一篇',
  '相关案例',
];

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

async function printed(path: string): Promise<{ pages: string[]; size: string | undefined }> {
  const page = await browser.newPage({ colorScheme: 'dark' });
  await page.goto(siteUrl + path);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  await page.close();
  return { pages: readPdf(pdf), size: /\/MediaBox \[0 0 ([\d.]+ [\d.]+)\]/.exec(pdf.toString('latin1'))?.[1] };
}

describe.each(publishedCases().slice(0, 2))('the case $id on paper', (entry) => {
  it('is A4 with its title, its words, its source and numbered pages, and nothing for clicking', async () => {
    const { pages, size } = await printed(entry.url);
    const words = pages.join('');
    expect(size?.split(' ').map((side) => Math.round(Number(side) / 2.8346))).toEqual([210, 297]);
    expect(pages[0]).toContain(plain(entry.title));
    expect(pages[0]).toContain(entry.url);
    for (const { text } of entry.blocks.filter(({ kind }) => kind === 'heading')) expect(words).toContain(plain(text));
    // A page break puts the page's number into a paragraph: its first words show that it is there.
    for (const { text } of entry.blocks.filter(({ kind }) => kind === 'paragraph')) expect(words).toContain(plain(text).slice(0, 8));
    for (const text of ['来源与引用', entry.file, plain(citation(entry))]) expect(words).toContain(text);
    for (const [index, page] of pages.entries()) expect(page).toContain(`—${index + 1}/${pages.length}—`);
    for (const text of furniture) expect(words).not.toContain(plain(text));
  });
});

it('prints a practice with its passages, their cases and no furniture', async () => {
  const { pages } = await printed('practices/cross-village-joint-building.html');
  const words = pages.join('');
  const cases = publishedCases().filter(({ practices }) => practices.some(({ id }) => id === 'cross-village-joint-building'));
  for (const { title } of cases) expect(words).toContain(plain(title));
  expect(pages[0]).toContain('practices/cross-village-joint-building.html');
  for (const text of ['跳到正文', '使用帮助', '此处有误', '摘入', '原句', '余3项']) expect(words).not.toContain(plain(text));
});

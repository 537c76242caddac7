import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { program } from '../setup/command.ts';
import { openBrowser } from './browser.ts';
import { publishedCases } from './built-site.ts';
import { hitsOf } from './found.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
const length = 8;

/** For each source that has one, the first eight characters of a published passage that stand in no single line of the source. */
const acrossLines = publishedCases().flatMap(({ id, file, blocks }) => {
  const lines = readFileSync(join(program, file), 'utf8').split(/\r?\n/).map(letters);
  const pieces = blocks.flatMap(({ text }) => {
    const plain = letters(text);
    return Array.from({ length: Math.max(0, plain.length - length + 1) }, (_, at) => plain.slice(at, at + length));
  });
  const across = pieces.find((piece) => /^\p{Script=Han}+$/u.test(piece) && !lines.some((line) => line.includes(piece)));
  return across ? [[across, id] as const] : [];
});

it('some passages of the sources were cut by a line break', () => {
  expect(acrossLines.length).toBeGreaterThan(2);
});

it.each(acrossLines)('%s is found across the line break that cleaning removed', async (words, id) => {
  const page = await browser.newPage();
  await page.goto(`${inject('siteUrl')}search.html?q=${encodeURIComponent(words)}`);
  expect(await hitsOf(page, 1)).toEqual([id]);
  expect(letters((await page.locator('#hits mark').first().textContent()) ?? '')).toBe(words);
  await page.close();
});

import type { Browser, Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import type { Clip, Folder, TakenClip } from '../../src/clips/model/clip.ts';
import { type Chosen, clipOf } from '../../src/clips/model/make-clip.ts';
import { readFolder, writeFolder } from '../../src/clips/model/parse.ts';
import { collectFaults } from './browser.ts';
import { publishedCases, readSiteFile } from './built-site.ts';

/** The folder of a reader who has clips of the repository's own site, for the browser tests. */
const siteUrl = inject('siteUrl');
const { practices } = JSON.parse(readSiteFile('data/practices.json')) as { practices: { id: string; name: string }[] };
export const names = new Map(practices.map(({ id, name }) => [id, name]));

const around = { names, link: (id: string, block: string) => `${siteUrl}cases/${id}.html${block && `#${block}`}` };

function taken(entry: Case, chosen: Chosen): TakenClip[] {
  const made = clipOf(entry, chosen, around);
  return made ? [{ ...made, note: '', added: '2026-11-22T08:00:00.000Z' }] : [];
}

/** Clips of the site as it stands, passages and a figure of every case. */
export const clips = publishedCases().flatMap((entry) => {
  const passages = entry.blocks.filter(({ practices: shown }) => shown.length > 0).slice(0, 6);
  const chosen = [
    ...passages.map(({ id }) => ({ block: id })),
    ...entry.figures.slice(0, 1).map(({ id, passage }) => ({ block: passage, figure: id })),
  ];
  return chosen.flatMap((each) => taken(entry, each));
});
export const [first, second, third] = clips as [TakenClip, TakenClip, TakenClip];
export const key = `casebook-clips:${new URL(siteUrl).pathname}`;

interface Opening extends NonNullable<Parameters<Browser['newContext']>[0]> {
  /** What the browser keeps already. */
  stored?: string;
}

/** Opens the folder with these clips in it and holds that nothing went wrong. */
export async function withFolder(
  browser: Browser,
  held: readonly Clip[],
  read: (page: Page) => Promise<void>,
  { stored, ...options }: Opening = {},
): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  const faults = collectFaults(page, siteUrl);
  await page.goto(`${siteUrl}about.html`);
  const text = stored ?? (held.length > 0 ? writeFolder({ clips: [...held], title: '', sources: 'short' }) : '');
  await page.evaluate(([name = '', value = '']) => value && localStorage.setItem(name, value), [key, text]);
  await page.goto(`${siteUrl}clips.html`);
  await read(page);
  await context.close();
  expect(faults).toEqual([]);
}

export const kept = async (page: Page): Promise<Folder> =>
  readFolder((await page.evaluate((name) => localStorage.getItem(name), key)) ?? '').folder;
export const order = (page: Page) => page.locator('.clip').evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.id));
export const bar = (page: Page) => page.locator('.clip-bar [role="status"]').textContent();
export const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** Three passages of one case that were taken under one practice. */
export const [sameGroup = []] = publishedCases().flatMap((entry) =>
  entry.practices
    .filter(({ passages }) => passages.length > 2)
    .map(({ id, passages }) => passages.slice(0, 3).flatMap(({ block }) => taken(entry, { block, under: id }))),
);

export async function download(page: Page, label: string): Promise<{ name: string; bytes: Uint8Array }> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: label }).click();
  const file = await coming;
  const chunks: Buffer[] = [];
  for await (const chunk of await file.createReadStream()) chunks.push(Buffer.from(chunk));
  return { name: file.suggestedFilename(), bytes: new Uint8Array(Buffer.concat(chunks)) };
}

export const choose = (page: Page, name: string, text: string) =>
  page.locator('#clip-import').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });

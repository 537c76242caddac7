import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { inject } from 'vitest';
import { writeFolder } from '../../src/clips/model/parse.ts';
import { collectFaults } from './browser.ts';
import { pageKinds, readSiteFile } from './built-site.ts';
import { clips, key } from './clip-folder.ts';

/** A kind of page in one of the states in which a reader meets it. */
export interface PageState {
  name: string;
  path: string;
  /** What is to be seen when the page's script has done its work. */
  ready?: string;
  /** The reader has clips of every case. */
  withClips?: boolean;
  /** By design it asks for files that are not there, which the browser reports. */
  asksForMissing?: boolean;
}

const { places } = JSON.parse(readSiteFile('data/places.json')) as { places: { code: string; cases: string[]; practices: string[] }[] };
const compared = places
  .filter(({ cases, practices }) => cases.length > 0 && practices.length > 2)
  .slice(0, 3)
  .map(({ code }) => code);

/** Every kind of page, with the empty and the full of those that a script fills. */
export const pageStates: PageState[] = [
  ...pageKinds.map((path) => ({ name: path, path, asksForMissing: path === 'check.html' })),
  { name: 'search.html with hits', path: `search.html?q=${encodeURIComponent('跨村联建')}`, ready: '#hits[data-total] .hit' },
  { name: 'search.html without a hit', path: `search.html?q=${encodeURIComponent('跨村连建 党建')}`, ready: '#nothing:not([hidden])' },
  { name: 'clips.html with clips', path: 'clips.html', ready: '.clip', withClips: true },
  {
    name: 'compare.html of two places in one practice',
    path: `compare.html?practice=first-secretaries&places=${compared.slice(0, 2).join(',')}`,
    ready: '#comparison table',
  },
  { name: 'compare.html of several places', path: `compare.html?places=${compared.join(',')}`, ready: '#comparison h2' },
];

/** Opens a page in a browser of its own and waits until nothing more comes. Close its context. */
export async function openState(
  browser: Browser,
  { path, ready, withClips, asksForMissing }: PageState,
  options: BrowserContextOptions,
  before?: (page: Page) => Promise<unknown>,
): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const faults = asksForMissing ? [] : collectFaults(page, inject('siteUrl'));
  const folder = withClips ? writeFolder({ clips, title: '', sources: 'short' }) : '';
  if (folder) await page.addInitScript(([name = '', value = '']) => localStorage.setItem(name, value), [key, folder]);
  await before?.(page);
  await page.goto(inject('siteUrl') + path, { waitUntil: 'networkidle' });
  if (ready) await page.locator(ready).first().waitFor();
  return { page, faults };
}

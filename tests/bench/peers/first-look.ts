import { type Browser, chromium, type Page } from 'playwright-core';
import { ensureChromium } from '../../setup/chromium.ts';
import { countingServer } from '../search-in-browser.ts';
import type { PeerSearch } from './peer.ts';

export interface FirstLook {
  /** Bytes over the wire, with gzip for text: an article's page with all that it loads. */
  page: number;
  /** Of a first search on an empty cache, the page on which the reader searches included; and milliseconds until the first hit. */
  search?: { bytes: number; milliseconds: number };
}

/** `address`: of an article's page in the built site. `phrases`: each is a first search in a fresh browser; the middle one counts. */
export async function firstLook(
  site: string,
  address: string,
  search: PeerSearch | undefined,
  phrases: readonly string[],
): Promise<FirstLook> {
  const server = await countingServer(site);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await inFreshPage(browser, async (fresh) => {
      server.reset();
      await fresh.goto(server.url + address, { waitUntil: 'networkidle' });
      return server.bytes();
    });
    if (!search) return { page };
    const first: { bytes: number; milliseconds: number }[] = [];
    for (const phrase of phrases) {
      first.push(
        await inFreshPage(browser, async (fresh) => {
          server.reset();
          await fresh.goto(server.url + address, { waitUntil: 'networkidle' });
          const started = performance.now();
          if (search.open) await fresh.locator(search.open).first().click();
          await fresh.locator(search.field).fill(phrase);
          await fresh.locator(search.field).press('Enter');
          await fresh.locator(search.hit).first().waitFor({ timeout: 60_000 });
          return { bytes: server.bytes(), milliseconds: performance.now() - started };
        }),
      );
    }
    first.sort((a, b) => a.milliseconds - b.milliseconds);
    const middle = first[Math.floor(first.length / 2)];
    return middle ? { page, search: middle } : { page };
  } finally {
    await browser.close();
    server.close();
  }
}

async function inFreshPage<T>(browser: Browser, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext();
  try {
    return await act(await context.newPage());
  } finally {
    await context.close();
  }
}

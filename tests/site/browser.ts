import { type Browser, chromium, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

/** A real Chromium that asks nothing of anybody. Close it in `afterAll`. */
export function openBrowser(...more: string[]): Promise<Browser> {
  return chromium.launch({
    executablePath: inject('chromiumPath'),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      ...more,
    ],
  });
}

/**
 * Collects from now on what a page must never do: errors in the console (violations of the Content-Security-Policy
 * are such), uncaught exceptions, requests to another origin, and answers that are errors.
 */
export function collectFaults(page: Page, siteUrl: string): string[] {
  const faults: string[] = [];
  const origin = new URL(siteUrl).origin;
  const isOwn = (url: string) => url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
  // Asked for by the browser at the server's root where a page names no icon, as 404.html does not.
  const isBrowsersOwn = (url: string) => url === `${origin}/favicon.ico`;
  page.on('console', (message) => {
    if (isBrowsersOwn(message.location().url)) return;
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`exception: ${error.message}`));
  page.on('request', (request) => {
    if (!isOwn(request.url())) faults.push(`request to another origin: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400 && !isBrowsersOwn(response.url())) faults.push(`${response.status()} for ${response.url()}`);
  });
  return faults;
}

/** Has a page opened in a window of its own, read, and closed again; nothing that `collectFaults` knows of may happen on the way. */
export async function visit(
  browser: Browser,
  { url, path, width = 1280, height = 800 }: { url: string; path: string; width?: number; height?: number },
  read: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const faults = collectFaults(page, url);
  await page.goto(url + path);
  await read(page);
  await context.close();
  expect(faults).toEqual([]);
}

import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';

const siteUrl = inject('siteUrl');
const page = 'practices/cross-village-joint-building.html';
const wechat =
  'Mozilla/5.0 (Linux; Android 12; PEGM00) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.47.2560 WeChat/arm64 Language/zh_CN';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

it('copies the address of a file in WeChat, where nothing can be downloaded', async () => {
  const context = await browser.newContext({ userAgent: wechat, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(siteUrl).origin });
  const reader = await context.newPage();
  await reader.goto(siteUrl + page);
  expect(await reader.locator('main a[href*="data/practices/"]').count()).toBe(0);
  await reader
    .getByRole('button', { name: /复制链接/ })
    .first()
    .tap();
  await reader.getByText('已复制').waitFor();
  const copied = await reader.evaluate(() => navigator.clipboard.readText());
  expect(copied).toMatch(new RegExp(`^${siteUrl}data/practices/cross-village-joint-building\\.(md|csv)$`));
  expect((await reader.request.get(copied)).status()).toBe(200);
  await context.close();
});

it('leaves the links alone elsewhere', async () => {
  const reader = await browser.newPage();
  await reader.goto(siteUrl + page);
  expect(await reader.locator('main a[href*="data/practices/"]').count()).toBeGreaterThan(0);
  expect(await reader.getByRole('button', { name: /复制链接/ }).count()).toBe(0);
  await reader.close();
});

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8 } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { TakenClip } from '../../src/clips/model/clip.ts';
import { writeFolder } from '../../src/clips/model/parse.ts';
import { openBrowser } from './browser.ts';
import { bar, choose, clips, download, first, focused, kept, names, order, sameGroup, second, third, withFolder } from './clip-folder.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('an empty folder', () => {
  it('says where clips are kept, how to take in, and leads to practices', async () => {
    await withFolder(browser, [], async (page) => {
      const text = await page.locator('main').innerText();
      for (const words of ['只保存在本浏览器里', '按“摘入”', '导入文件']) expect(text).toContain(words);
      expect(text).not.toContain('下载 Word');
      await page.locator('#clip-guide dd a').first().click();
      expect(page.url()).toContain('/practices/');
    });
  });
});

describe('arranging', () => {
  it('groups by practice and moves a clip with the keyboard, which stays on it', async () => {
    await withFolder(browser, sameGroup, async (page) => {
      const [a, b, c] = sameGroup.map(({ id }) => id);
      expect(await page.locator('.clip-group h2 a').allTextContents()).toEqual([names.get(sameGroup[0]?.under ?? '')]);
      const down = page.locator('.clip').first().getByRole('button', { name: '下移' });
      await down.focus();
      await page.keyboard.press('Enter');
      expect(await order(page)).toEqual([b, a, c]);
      expect(await focused(page)).toContain('下移');
      await page.keyboard.press('Enter');
      expect(await order(page)).toEqual([b, c, a]);
      expect(await bar(page)).toBe(`已移到${names.get(sameGroup[0]?.under ?? '')}的第3条。`);
      await page.reload();
      expect(await order(page)).toEqual([b, c, a]);
    });
  });

  it('moves a whole practice', async () => {
    const other = clips.find((clip) => clip.practices[0]?.id !== first.practices[0]?.id) as TakenClip;
    await withFolder(browser, [first, other], async (page) => {
      await page.getByRole('button', { name: new RegExp(`上移\\s*整组${other.practices[0]?.name}`) }).click();
      expect(await order(page)).toEqual([other.id, first.id]);
    });
  });

  it('keeps a note, and prints it', async () => {
    await withFolder(browser, [first], async (page) => {
      await page.getByLabel('批注').fill('核对后用');
      await page.reload();
      expect(await page.getByLabel('批注').inputValue()).toBe('核对后用');
      expect(await page.locator('#clip-print').textContent()).toContain('批注：核对后用');
    });
  });

  it('removes a clip, and undoes it', async () => {
    await withFolder(browser, [first, second, third], async (page) => {
      const before = await order(page);
      await page.locator('.clip').nth(1).getByRole('button', { name: '移出' }).click();
      expect((await order(page)).length).toBe(2);
      expect(await page.locator('[data-clip-count]').textContent()).toBe('2');
      expect(await focused(page)).toBe('撤销');
      await page.keyboard.press('Enter');
      expect(await order(page)).toEqual(before);
    });
  });

  it('empties the folder only when asked twice, and undoes it', async () => {
    await withFolder(browser, [first, second], async (page) => {
      await page.getByRole('button', { name: '清空', exact: true }).click();
      await page.getByRole('button', { name: '不清空' }).click();
      expect((await order(page)).length).toBe(2);
      await page.getByRole('button', { name: '清空', exact: true }).click();
      await page.locator('#clip-clear-yes').click();
      expect(await order(page)).toEqual([]);
      await page.getByRole('button', { name: '撤销' }).click();
      expect((await order(page)).length).toBe(2);
    });
  });
});

describe('what cannot be read or asked', () => {
  it('keeps a broken store aside, says so, and goes on', async () => {
    const broken = '{"format":"casebook-clips","version":1,"clips":[{"words":"半截';
    await withFolder(
      browser,
      [],
      async (page) => {
        expect(await page.locator('#clip-damaged').textContent()).toContain('已原样另存，没有丢');
        await choose(page, '摘编.json', writeFolder({ clips: [first], title: '', sources: 'short' }));
        await expect.poll(() => order(page)).toEqual([first.id]);
        await page.reload();
        expect(strFromU8((await download(page, '下载这一份')).bytes)).toBe(broken);
        await page.getByRole('button', { name: '不要了' }).click();
        expect(await page.locator('#clip-damaged').isVisible()).toBe(false);
        expect((await kept(page)).clips.length).toBe(1);
      },
      { stored: broken },
    );
  });

  it('opens from a disk: shows what is imported, and says that it was not checked', async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(pathToFileURL(join(inject('siteDir'), 'clips.html')).href);
    await choose(page, '摘编.json', writeFolder({ clips: [first], title: '', sources: 'short' }));
    await expect.poll(() => page.locator('#clip-checked').textContent()).toBe('1条没有核对：取不到原文，摘编原样保留。');
    expect(await page.locator('.clip blockquote').textContent()).toContain(first.words.slice(0, 30));
    expect((await download(page, '下载 Word')).name).toBe('基层党建经验摘编.docx');
    await page.close();
    expect(errors).toEqual([]);
  });
});

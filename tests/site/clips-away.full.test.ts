import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { writeFolder } from '../../src/clips/model/parse.ts';
import { openBrowser } from './browser.ts';
import { bar, choose, download, first, kept, key, second, third, withFolder } from './clip-folder.ts';

const siteUrl = inject('siteUrl');

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser.close());

describe('taking it away', () => {
  it('as a Word file, in the form and with the sources as chosen', async () => {
    await withFolder(browser, [first, second, third], async (page) => {
      await page.getByLabel('文件标题').fill('联建/经验');
      await page.getByLabel('GB/T 7714').check();
      const { name, bytes } = await download(page, '下载 Word');
      expect(name).toBe('联建经验.docx');
      const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
      const text = xml.replace(/<[^>]*>/g, '').replaceAll('&amp;', '&');
      for (const clip of [first, second, third]) for (const line of clip.words.split('\n')) expect(text).toContain(line);
      expect(text).toContain('联建/经验');
      expect(text).toContain('[1]');
      await page.reload();
      expect(await page.getByLabel('文件标题').inputValue()).toBe('联建/经验');
    });
  });

  it('as Markdown, each clip with its citation and link', async () => {
    await withFolder(browser, [first, second], async (page) => {
      const { name, bytes } = await download(page, '下载 Markdown');
      expect(name).toBe('基层党建经验摘编.md');
      const text = strFromU8(bytes);
      for (const clip of [first, second]) for (const part of [clip.link, clip.title.slice(0, 6)]) expect(text).toContain(part);
    });
  });

  it('on paper: the document and nothing of the site', async () => {
    await withFolder(browser, [first, second], async (page) => {
      await page.emulateMedia({ media: 'print' });
      const shown = await page.evaluate(() => document.body.innerText);
      expect(shown).toContain(first.words.slice(0, 30));
      expect(shown).toContain(first.link);
      for (const words of ['搜全文', '摘编夹', '上移', '使用帮助', '导出文件']) expect(shown).not.toContain(words);
      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    });
  });

  it('in WeChat as text and links instead of files', async () => {
    await withFolder(
      browser,
      [first],
      async (page) => {
        expect(await page.getByRole('button', { name: /下载|导出/ }).count()).toBe(0);
        for (const name of ['复制全部文字', '复制全部链接', '复制链接'])
          expect(await page.getByRole('button', { name }).count()).toBeGreaterThan(0);
      },
      { userAgent: 'Mozilla/5.0 (Linux; Android 12) AppleWebKit/537.36 Chrome/107.0 Mobile Safari/537.36 MicroMessenger/8.0.40' },
    );
  });
});

describe('files', () => {
  it('go from one browser to another and are recognised when they come again', async () => {
    await withFolder(browser, [first, second], async (page) => {
      const { bytes } = await download(page, '导出文件');
      await withFolder(browser, [second, third], async (other) => {
        await choose(other, '摘编.json', strFromU8(bytes));
        await expect.poll(() => bar(other)).toBe('已导入1条，1条原来就有，没有重复。');
        expect((await kept(other)).clips.map(({ id }) => id)).toEqual([second.id, third.id, first.id]);
      });
    });
  });

  it.each([
    ['{"format":', '它不是完整的 JSON 文件'],
    ['{"cases":[]}', '它不是从摘编夹导出的文件'],
    ['{"format":"casebook-clips","version":9,"clips":[]}', '它是新版本程序写的（格式9）'],
  ])('that are not ours are refused with the reason, and nothing is lost: %s', async (text, reason) => {
    await withFolder(browser, [first], async (page) => {
      await choose(page, '坏.json', text);
      await expect.poll(() => bar(page)).toContain(reason);
      expect(await bar(page)).toContain('摘编夹没有改动');
      expect((await kept(page)).clips).toEqual([first]);
    });
  });

  it('hold only words: nothing in them runs', async () => {
    const attack = `<img src=x onerror="window.__pwned=1"><script>window.__pwned=1</script>"'><svg/onload=window.__pwned=1>`;
    const hostile = {
      ...first,
      words: attack,
      title: attack,
      label: attack,
      section: attack,
      subject: attack,
      citation: attack,
      note: attack,
    };
    const more = {
      place: { name: attack, path: [attack] },
      practices: [{ id: 'x', name: attack }],
      link: 'javascript:window.__pwned=1',
      case: attack,
    };
    // Of a passage that the case does not have, so that its words stay as they are.
    const elsewhere = { id: `${first.case}#p000000`, block: 'p000000', case: first.case };
    await withFolder(browser, [], async (page) => {
      await choose(
        page,
        '攻击.json',
        writeFolder({
          clips: [{ ...hostile, ...more, ...elsewhere, kind: 'figure' }],
          title: attack,
          sources: 'short',
        }),
      );
      await expect.poll(() => bar(page)).toContain('已导入1条');
      await expect.poll(() => page.locator('.clip-state').textContent()).toContain('原文已改动');
      expect(await page.locator('.clip blockquote').textContent()).toBe(attack);
      expect(await page.locator('#clip-print').textContent()).toContain(attack);
      expect(await page.evaluate(() => '__pwned' in window)).toBe(false);
      expect(await page.locator('main :is(img, svg, script:not([src]))').count()).toBe(0);
    });
  });
});

describe('copying', () => {
  it('puts everything on the clipboard, each clip with its citation and link', async () => {
    await withFolder(
      browser,
      [first, second],
      async (page) => {
        await page.getByRole('button', { name: '复制全部文字' }).click();
        await expect.poll(() => bar(page)).toContain('已复制');
        const text = await page.evaluate(() => navigator.clipboard.readText());
        for (const clip of [first, second]) for (const part of [clip.words, clip.citation, clip.link]) expect(text).toContain(part);
      },
      { permissions: ['clipboard-read', 'clipboard-write'] },
    );
  });

  it('works on plain http, where there is no clipboard to ask', async () => {
    const old = await openBrowser('--host-resolver-rules=MAP office.example 127.0.0.1');
    const page = await old.newPage();
    const address = siteUrl.replace('127.0.0.1', 'office.example');
    await page.goto(`${address}about.html`);
    await page.evaluate(
      ([name = '', value = '']) => localStorage.setItem(name, value),
      [key, writeFolder({ clips: [first], title: '', sources: 'short' })],
    );
    await page.goto(`${address}clips.html`);
    expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
    await page.locator('.clip').getByRole('button', { name: '复制文字' }).click();
    await expect.poll(() => bar(page)).toBe('已复制这一条的文字。');
    await page.getByLabel('批注').focus();
    await page.keyboard.press('Control+V');
    expect(await page.getByLabel('批注').inputValue()).toContain(first.words.slice(0, 40));
    await old.close();
  });
});

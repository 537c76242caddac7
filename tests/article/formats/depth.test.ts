import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { listsTooDeep, tagsTooDeep } from '../../../src/article/formats/depth.ts';
import { openSource } from '../../../src/article/formats/open.ts';

const indented = (levels: number) => Array.from({ length: levels }, (_, i) => `${'  '.repeat(i)}- 甲`).join('\n');

describe('markup that nests too deep', () => {
  it.each([
    ['<div>'.repeat(151), true],
    ['<b>甲</b>'.repeat(5000), false],
    ['<p>甲'.repeat(5000), false],
    ['<ul><li>甲</ul>'.repeat(5000), false],
    ['<br><hr><img src="a">'.repeat(5000), false],
    ['<w:p><w:r><w:t/></w:r></w:p>'.repeat(5000), false],
    ['</div>'.repeat(10) + '<div>'.repeat(150), false],
    ['<a'.repeat(500_000), false],
  ])('tags: row %#', (markup, deep) => {
    expect(tagsTooDeep(markup)).toBe(deep);
  });

  it.each([
    [`${'>'.repeat(51)} 甲`, true],
    [`${'- '.repeat(51)}甲`, true],
    [`${'1. '.repeat(51)}甲`, true],
    [indented(120), true],
    [indented(20), false],
    [`${'-'.repeat(200)}\n${'* '.repeat(80)}`, false],
    [`${' '.repeat(500)}甲`, false],
    ['2022.03.18 甲\n- 乙\n> 丙\n', false],
  ])('lists: row %#', (markdown, deep) => {
    expect(listsTooDeep(markdown)).toBe(deep);
  });

  it.each<[string, string | Uint8Array]>([
    ['a.html', `<body>${'<table><tr><td>'.repeat(20_000)}<p>甲</p>`],
    ['a.htm', Buffer.from(`\ufeff<body>${'<div>'.repeat(20_000)}`, 'utf16le')],
    ['a.md', `${'- '.repeat(20_000)}甲`],
    ['a.docx', zipSync({ 'word/document.xml': strToU8(`<w:document>${'<w:tbl>'.repeat(20_000)}`) })],
  ])('is refused with what to do: %s', async (name, content) => {
    const { errors, manuscript } = await openSource(`seeds/${name}`, typeof content === 'string' ? Buffer.from(content) : content);
    expect(manuscript).toBeUndefined();
    expect(errors.map(({ message, hint }) => [message, hint])).toEqual([
      ['文件里的标签或列表一层套一层，多得不像一篇文章，没有读取。', '请打开原文，只复制正文，另存为 UTF-8 编码的 .txt 再放入。'],
    ]);
  });
});

describe('an address in front matter or a meta element', () => {
  it.each(['javascript:alert(1)', 'https://exa mple', 'https://', 'data:text/html,x', 'http:example'])(
    'is passed over where it opens no page: %s',
    async (url) => {
      const files = {
        'a.md': `---\nurl: ${JSON.stringify(url)}\n---\n\n正文。\n`,
        'a.html': `<head><meta property="og:url" content="${url}"></head><p>正文。</p>`,
      };
      for (const [name, content] of Object.entries(files)) {
        expect((await openSource(`seeds/${name}`, Buffer.from(content))).manuscript?.stated.url).toBeUndefined();
      }
    },
  );
});

import { describe, expect, it } from 'vitest';
import { readHtml } from '../../../src/article/formats/html.ts';
import type { Manuscript } from '../../../src/article/manuscript.ts';

const body = [
  '近年来，大田县坚持党建引领，跨村联建成效明显，全县共有联村党组织42个，覆盖108个村，占总村数的40.6%。',
  '全县各级党组织深入学习贯彻党的二十大精神，扎实开展基层党建提质行动，选派干部120名到村任职，培训党员1.2万人次。',
  '下一步，大田县将继续抓基层、打基础，持续推进乡村振兴，为全方位高质量发展提供坚强的组织保证。',
];

function page(main: string, head = '<meta charset="utf-8">'): string {
  return `<!doctype html><html><head>${head}<title>大田县推进跨村联建_三明日报</title></head><body>
<div class="nav"><a href="/">首页</a> &gt; <a href="/dj">党建</a></div>
<ul class="menu"><li><a href="1">党建</a></li><li><a href="2">经济</a></li></ul>
<div id="main"><h1>大田县推进跨村联建</h1><div class="content">${main}</div></div>
<div class="footer">主办单位：大田县 <a href="/c">联系我们</a><script>alert(1)</script></div></body></html>`;
}

const paragraphs = body.map((text) => `<p>${text}</p>`).join('\n');

function read(html: string | Uint8Array): Manuscript {
  const read = readHtml(typeof html === 'string' ? new TextEncoder().encode(html) : html);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

const words = ({ text, leftOut }: Manuscript) => leftOut.map(({ span }) => text.slice(...span));
const marked = ({ text, marks }: Manuscript) => marks.map(({ kind, span }) => [kind, text.slice(...span)]);

describe('readHtml', () => {
  it('keeps the main text line by line and says what it leaves out', () => {
    const found = read(page(paragraphs));
    expect(found.text.split('\n')).toEqual(expect.arrayContaining(body));
    expect(words(found)).toEqual(expect.arrayContaining(['首页 > 党建', '党建', '经济', '主办单位：大田县 联系我们']));
    for (const text of body) expect(words(found)).not.toContain(text);
    expect(found.text).not.toContain('alert');
  });

  it('reads what a government page says of itself', () => {
    const head =
      '<meta name="ArticleTitle" content="大田县推进跨村联建"><meta name="PubDate" content="2022-11-08 09:15"><meta name="ContentSource" content="三明日报"><meta name="Author" content="张三"><meta name="Url" content="https://example.cn/a.html">';
    expect(read(page(paragraphs, head)).stated).toEqual({
      title: '大田县推进跨村联建',
      date: '2022-11-08',
      time: '09:15',
      precision: 'day',
      name: '三明日报',
      author: '张三',
      url: 'https://example.cn/a.html',
    });
  });

  it.each([
    ['og:', '<meta property="og:title" content="题目"><meta property="article:published_time" content="2023-05-06T08:00:00+08:00">'],
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"NewsArticle","headline":"题目","datePublished":"2023-05-06T08:00:00+08:00"}</script>',
    ],
  ])('reads %s', (_, head) => {
    expect(read(page(paragraphs, head)).stated).toMatchObject({ title: '题目', date: '2023-05-06', precision: 'day' });
  });

  it.each(['<html', '<HTML lang="zh-CN'])('finds no text in a page that ends within a tag: %s', (cut) => {
    expect(read(cut).text.trim()).toBe('');
  });

  it('takes no address but a web one from the page', () => {
    expect(read(page(paragraphs, '<meta property="og:url" content="javascript:alert(1)">')).stated.url).toBeUndefined();
  });

  it('honours the charset that an old page declares', () => {
    // 党建 in GB 2312.
    const bytes = Buffer.concat([
      Buffer.from('<html><head><meta charset=gb2312></head><body><p>'),
      Buffer.from([0xb5, 0xb3, 0xbd, 0xa8]),
      Buffer.from('</p></body></html>'),
    ]);
    expect(read(bytes).text).toBe('党建\n');
  });

  it('marks headings, bold paragraphs, tables and lists', () => {
    const main = `<h3>建强组织</h3><p><strong>一、选优</strong><b>班子</b></p>${paragraphs}<table><tr><th>乡镇</th><th>个数</th></tr><tr><td>济阳乡</td><td>3个</td></tr></table><ol><li>建强班子；</li><li>培训党员。</li></ol>`;
    expect(marked(read(page(main)))).toEqual([
      ['heading', '大田县推进跨村联建'],
      ['heading', '建强组织'],
      ['heading', '一、选优班子'],
      ['table', '乡镇\t个数\n济阳乡\t3个'],
      ['list', '1. 建强班子；\n2. 培训党员。'],
    ]);
  });

  it('does not take a table that lays out the page for data', () => {
    const table = `<table><tr><td>${paragraphs}</td><td>旁栏</td></tr><tr><td>${body[0]?.repeat(4)}</td></tr></table>`;
    expect(read(`<html><body>${table}</body></html>`).marks).toEqual([]);
  });

  it('breaks lines at br and blocks only', () => {
    expect(read('<p>甲<b>乙</b>\n丙<br>丁</p><div>戊</div>').text).toBe('甲乙 丙\n丁\n戊\n');
  });
});

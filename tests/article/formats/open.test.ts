import { Document, Packer, Paragraph, TextRun } from 'docx';
import { describe, expect, it } from 'vitest';
import { correctionSchema } from '../../../src/article/correction.ts';
import { openSource } from '../../../src/article/formats/open.ts';
import { type Reading, readOpened } from '../../../src/article/read.ts';
import { readKnowledge } from '../partition.ts';

const knowledge = await readKnowledge();

const sentences = [
  '近年来，大田县坚持党建引领，跨村联建成效明显，全县共有联村党组织42个，覆盖108个村，占总村数的40.6%。',
  '全县各级党组织深入学习贯彻党的二十大精神，扎实开展基层党建提质行动，选派干部120名到村任职。',
];

const utf8 = (text: string) => new TextEncoder().encode(text);

async function read(name: string, bytes: Uint8Array, correction = {}): Promise<Reading> {
  const file = `seeds/${name}`;
  return readOpened({ file, bytes }, await openSource(file, bytes), knowledge, correctionSchema.parse(correction));
}

const outline = ({ case: entry }: Reading) => entry?.blocks.map(({ kind, level, text }) => [kind, level, text].filter(Boolean).join(' '));

const page = `<html><head><meta charset="utf-8"><title>大田县推进跨村联建_三明日报</title><meta name="ArticleTitle" content="大田县推进跨村联建_三明日报"><meta name="PubDate" content="2022-11-08 09:15"></head>
<body><div class="nav"><a href="/">首页</a> &gt; <a href="/dj">党建</a></div><div><h1>大田县推进跨村联建</h1><div>来源：三明日报 2022-11-08 09:15 打印</div>
<div class="content"><h2>建强组织</h2>${sentences.map((text) => `<p>${text}</p>`).join('')}<h3>乡镇情况</h3><table><tr><th>乡镇</th><th>联村党组织</th></tr><tr><td>济阳乡</td><td>3个</td></tr></table><ul><li>建强班子；</li><li>培训党员。</li></ul></div></div>
<div class="footer">主办单位：大田县 <a href="/c">联系我们</a></div></body></html>`;

describe('openSource and readOpened', () => {
  it('reads a saved page: its own fields, its main text, and what was left out with its reason', async () => {
    const found = await read('page.html', utf8(page));
    expect(found.case).toMatchObject({
      title: '大田县推进跨村联建',
      date: { value: '2022-11-08', time: '09:15' },
      source: { name: '三明日报' },
    });
    expect(outline(found)).toEqual([
      'heading 2 建强组织',
      `paragraph ${sentences[0]}`,
      `paragraph ${sentences[1]}`,
      'heading 3 乡镇情况',
      'table 乡镇 联村党组织\n济阳乡 3个',
      'list 建强班子；\n培训党员。',
    ]);
    expect(found.case?.blocks.find(({ kind }) => kind === 'table')?.rows).toEqual([
      ['乡镇', '联村党组织'],
      ['济阳乡', '3个'],
    ]);
    expect(found.removed.map(({ text }) => text)).toEqual(expect.arrayContaining(['首页 > 党建', '打印', '主办单位：大田县 联系我们']));
  });

  it('reads Markdown with its front matter', async () => {
    const found = await read(
      'a.md',
      utf8(
        `---\ntitle: 大田县推进跨村联建\ndate: 2022-11-08\nsource: 三明日报\n---\n\n## 建强组织\n\n${sentences[0]}\n\n**做法与成效**\n\n${sentences[1]}\n`,
      ),
    );
    expect(found.case).toMatchObject({
      title: '大田县推进跨村联建',
      date: { value: '2022-11-08', basis: 'stated' },
      source: { name: '三明日报' },
    });
    expect(outline(found)).toEqual([
      'heading 2 建强组织',
      `paragraph ${sentences[0]}`,
      'heading 2 做法与成效',
      `paragraph ${sentences[1]}`,
    ]);
  });

  it.each(['page.html', 'a.md'])('loses nothing of %s: its pieces cover the decoded text once', async (name) => {
    const bytes = utf8(
      name === 'a.md' ? `# 大田县推进跨村联建\n\n${sentences.join('\n\n')}\n\n| 乡镇 | 个数 |\n| --- | --- |\n| 济阳乡 | 3个 |\n` : page,
    );
    const { manuscript } = await openSource(`seeds/${name}`, bytes);
    const found = await read(name, bytes);
    const spans = [...found.spans, ...found.removed].map(({ span }) => span).sort((a, b) => a[0] - b[0]);
    const covered = spans.map((span) => manuscript?.text.slice(...span)).join('');
    expect(covered.replace(/\s/gu, '')).toBe(manuscript?.text.replace(/\s/gu, ''));
  });

  it.each([
    ['old.doc', '不能直接读取 .doc 文件。', '另存为 .docx'],
    ['old.wps', '不能直接读取 .wps 文件。', '另存为 .docx'],
    ['scan.pdf', '不能直接读取 .pdf 文件。', '另存为 .docx'],
    ['red.ofd', '不能直接读取 .ofd 文件。', '另存为 .docx'],
    ['sheet.xlsx', '还不能读取 .xlsx 文件。', '.docx'],
    ['broken.docx', '文件的后缀是 .docx，但打不开：可能已损坏、设了密码，或只是改了后缀。', '另存为 .docx'],
  ])('answers %s with what to do', async (name, message, hint) => {
    const { errors } = await read(name, utf8('任意内容'));
    expect(errors.map((error) => error.message)).toEqual([message]);
    expect(errors[0]?.hint).toContain(hint);
  });

  const article = (mark: string) => `${mark}\n大田县推进跨村联建\n2022-11-08 来源：三明日报\n${sentences.join('\n')}\n`;
  it.each([
    ['秘密★一年', '秘密★一年'],
    ['内部资料 注意保存', '内部资料 注意保存'],
    ['（征求意见稿）', '（征求意见稿）'],
    ['不得翻印', '不得翻印'],
  ])('stops an article marked %s until an editor names a reason', async (line, mark) => {
    const bytes = utf8(article(line));
    const stopped = await read('a.txt', bytes);
    expect(stopped.case).toBeUndefined();
    expect(stopped.errors.map((error) => error.message)).toEqual([`有不宜公开的标志：“${mark}”。`]);
    expect((await read('a.txt', bytes, { release: '已正式公开发布' })).case?.title).toBeDefined();
  });

  it.each([
    '他们严守党的秘密，做好保密工作。',
    '全县开展《社区工作条例（征求意见稿）》意见征集，收到建议30条。',
    '农家书屋的内部资料室对群众开放。',
  ])('does not stop at words of the text itself: %s', async (sentence) => {
    expect((await read('a.txt', utf8(article(sentence)))).errors).toEqual([]);
  });

  it('stops a Word file with undecided revisions or hidden text', async () => {
    const children = [new Paragraph(sentences[0] ?? ''), new Paragraph({ children: [new TextRun({ text: '藏起来的话', vanish: true })] })];
    const bytes = await Packer.toBuffer(new Document({ sections: [{ children }] }));
    expect((await read('a.docx', bytes)).errors.map((error) => error.message)).toEqual(['Word 文件里有隐藏文字：“藏起来的话”。']);
  });
});

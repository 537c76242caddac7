import { Document, ImageRun, Packer, Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { correctionSchema } from '../../../src/article/correction.ts';
import { openSource } from '../../../src/article/formats/open.ts';
import { readPicture } from '../../../src/article/pictures/picture.ts';
import { published } from '../../../src/article/publish.ts';
import { type Reading, readOpened } from '../../../src/article/read.ts';
import { readKnowledge } from '../partition.ts';
import { dataAddress, fixturePicture } from '../pictures/fixtures.ts';

const knowledge = await readKnowledge();
const [png, jpeg] = [fixturePicture('photo.png'), fixturePicture('photo.jpg')];
const sentences = [
  '近年来，大田县坚持党建引领，跨村联建成效明显，全县共有联村党组织42个，覆盖108个村，占总村数的40.6%。',
  '全县各级党组织深入学习贯彻党的二十大精神，扎实开展基层党建提质行动，选派干部120名到村任职。',
] as const;

async function read(name: string, bytes: Uint8Array | string, correction = {}): Promise<Reading> {
  const source = { file: `seeds/${name}`, bytes: Buffer.from(bytes as string) };
  return readOpened(source, await openSource(source.file, source.bytes), knowledge, correctionSchema.parse(correction));
}

const page = (main: string, footer = '') =>
  `<html><head><meta charset="utf-8"></head><body><div class="nav"><a href="/">首页</a></div><div id="main"><h1>大田县推进跨村联建</h1><div class="content"><p>来源：三明日报 2022-11-08</p>${main}</div></div><div class="footer">主办单位：大田县 <a href="/c">联系我们</a>${footer}</div></body></html>`;
const paragraphs = sentences.map((text) => `<p>${text}</p>`);
const img = (bytes: Uint8Array, more = '') => `<img src="${dataAddress(bytes)}" ${more}>`;

const outline = ({ case: entry }: Reading) =>
  entry?.blocks.map(({ kind, text, src }) => (src ? `${kind} ${text}`.trim() : `${kind} ${text.slice(0, 6)}`));
const leftOut = ({ flags }: Reading) => flags.filter(({ id }) => id.startsWith('picturesLeftOut')).map(({ message }) => message);

/** A Word file with one picture between its two paragraphs. */
async function word(picture: Uint8Array, alt = '联村党委议事会'): Promise<Buffer> {
  const run = new ImageRun({
    type: 'png',
    data: picture,
    transformation: { width: 64, height: 48 },
    altText: { name: '图片 1', description: alt, title: '' },
  });
  const children = [
    new Paragraph('大田县推进跨村联建'),
    new Paragraph(sentences[0]),
    new Paragraph({ children: [run] }),
    new Paragraph(sentences[1]),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}

/** A Word file with a part changed. */
function altered(file: Uint8Array, name: RegExp, change: (part: Uint8Array) => Uint8Array): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(unzipSync(file)).map(([part, content]) => [part, name.test(part) ? change(content) : content])),
  );
}

describe('a picture that the file holds', () => {
  it('stands where the page has it, its caption behind it', async () => {
    const figure = `<figure>${img(jpeg, 'alt="联村党委议事会"')}<figcaption>图为联村党委议事会现场</figcaption></figure>`;
    const found = await read('a.html', page(paragraphs.join(figure)));
    expect(outline(found)).toEqual(['paragraph 近年来，大田', 'image 联村党委议事会', 'caption 图为联村党委', 'paragraph 全县各级党组']);
    const picture = found.case?.blocks[1];
    expect(picture).toMatchObject({ width: 48, height: 64, practices: [], places: [] });
    expect(picture?.id).toMatch(/^i[0-9a-f]{6}$/);
    expect(found.pictures).toEqual([readPicture(jpeg)]);
    expect(picture?.src).toBe(`cases/pictures/${found.pictures?.[0]?.name}`);
    expect(leftOut(found)).toEqual([]);
  });

  it('does not cut the paragraph in which it stands', async () => {
    const found = await read('a.html', page(`<p>${sentences[0].slice(0, 20)}${img(png)}${sentences[0].slice(20)}</p>${paragraphs[1]}`));
    expect(found.case?.blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['paragraph', sentences[0]],
      ['image', ''],
      ['paragraph', sentences[1]],
    ]);
  });

  it('twice on a page is one file and two blocks', async () => {
    const found = await read('a.html', page(`${img(png)}${paragraphs.join(img(png))}`));
    const ids = found.case?.blocks.filter(({ kind }) => kind === 'image').map(({ id }) => id);
    expect(ids).toEqual([ids?.[0], `${ids?.[0]}-2`]);
    expect(found.pictures).toHaveLength(1);
  });

  it.each([
    ['a.md', `# 大田县推进跨村联建\n\n${sentences.join(`\n\n![联村党委议事会](${dataAddress(png)})\n\n`)}\n`],
    [
      'b.md',
      `# 大田县推进跨村联建\n\n${sentences.join(`\n\n<img src="${dataAddress(png)}" alt="联村党委议事会" style="zoom:50%">\n\n`)}\n`,
    ],
  ])('is read from Markdown: %s', async (name, text) => {
    expect(outline(await read(name, text))).toEqual(['paragraph 近年来，大田', 'image 联村党委议事会', 'paragraph 全县各级党组']);
  });

  it('is read from Word', async () => {
    const found = await read('a.docx', await word(png));
    expect(outline(found)).toEqual(['paragraph 近年来，大田', 'image 联村党委议事会', 'paragraph 全县各级党组']);
    expect(Buffer.from(found.pictures?.[0]?.bytes ?? []).includes('Secret')).toBe(false);
  });

  it.each(['C:\\Users\\张三\\Desktop\\IMG_2033.jpg', '图片 1', '微信图片_20230506', '图片包含 人, 室内\n\n描述已自动生成', '1.png', '……'])(
    'has no description where a program gave it a name: %s',
    async (alt) => {
      expect(outline(await read('a.docx', await word(png, alt)))?.[1]).toBe('image');
    },
  );

  it('covers no character of the text', async () => {
    const bytes = page(paragraphs.join(img(png, 'alt="议事会"')));
    const found = await read('a.html', bytes);
    const { manuscript } = await openSource('seeds/a.html', Buffer.from(bytes));
    const covered = [...found.spans, ...found.removed]
      .sort((a, b) => a.span[0] - b.span[0])
      .map(({ span }) => manuscript?.text.slice(...span));
    expect(covered.join('').replace(/\s/gu, '')).toBe(manuscript?.text.replace(/\s/gu, ''));
    expect(manuscript?.text).not.toContain('议事会');
  });

  it('is taken off by a correction', async () => {
    const bytes = page(paragraphs.join(img(png)));
    const id = (await read('a.html', bytes)).case?.blocks[1]?.id;
    const found = await read('a.html', bytes, { blocks: [{ block: id, remove: true, reason: '看得见村民的脸' }] });
    expect(outline(found)).toEqual(['paragraph 近年来，大田', 'paragraph 全县各级党组']);
    expect(found.pictures).toEqual([]);
  });

  it('goes with its article where that is not published in full; redaction reaches what it is said to show', async () => {
    const bytes = page(paragraphs.join(img(png, 'alt="王小明在议事会上"')));
    const placeOf = knowledge.gazetteer.byCode;
    for (const publish of ['excerpt', 'link'] as const) {
      const { case: whole } = await read('a.html', bytes, { rights: { publish } });
      expect(whole && published(whole, [], placeOf).blocks.filter(({ kind }) => kind === 'image')).toEqual([]);
    }
    const { case: whole } = await read('a.html', bytes, { redact: ['王小明'] });
    const shown = whole && published(whole, ['王小明'], placeOf).blocks.find(({ kind }) => kind === 'image');
    expect(shown).toMatchObject({ text: '某在议事会上', src: whole?.blocks[1]?.src });
  });
});

describe('a picture that is not taken over is told with its reason:', () => {
  const one = (words: string) => [`有 1 张图片没有收入：1 张${words}。`];
  const elsewhere = one('只有地址，图片不在文件里');
  const placeholder = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
  it.each([
    ['only its address on the web', '<img src="https://mmbiz.qpic.cn/a.jpg">', elsewhere],
    ['only a place beside the page', '<img src="./page_files/640.jpg">', elsewhere],
    ['loaded when it comes into view', '<img data-src="https://mmbiz.qpic.cn/a.jpg">', elsewhere],
    ['loaded in place of a dot', `<img src="${placeholder}" data-src="https://mmbiz.qpic.cn/a.jpg">`, elsewhere],
    ['a dot', `<img src="${placeholder}">`, one('太小，多半是图标')],
    ['an SVG', '<img src="data:image/svg+xml;utf8,<svg onload=x()/>">', one('不是 PNG、JPEG、GIF、WebP 格式')],
    [
      'a page with the name of a picture',
      img(Buffer.from('<!doctype html><script>alert(1)</script>')),
      one('不是 PNG、JPEG、GIF、WebP 格式'),
    ],
    ['half a file', img(png.subarray(0, 300)), one('已损坏或不完整')],
    ['no address at all', '<img alt="空">', []],
  ])('%s', async (_, element, messages) => {
    const found = await read('a.html', page(paragraphs.join(element)));
    expect(leftOut(found)).toEqual(messages);
    expect(outline(found)).toEqual(['paragraph 近年来，大田', 'paragraph 全县各级党组']);
  });

  it('outside the article', async () => {
    expect(leftOut(await read('a.html', page(paragraphs.join(''), `<p>扫码关注</p>${img(png)}<p>友情链接</p>`)))).toEqual(
      one('在正文以外'),
    );
  });

  it('behind the article, where the furniture of the page has begun', async () => {
    const found = await read('a.docx', await word(png));
    const text = `${sentences.join('\n\n')}\n\n（责任编辑：李四）\n\n分享到：\n\n![](${dataAddress(png)})\n`;
    expect(leftOut(await read('a.md', text))).toEqual(one('在正文以外'));
    expect(leftOut(found)).toEqual([]);
  });

  it('50 MB in a page', async () => {
    const found = await read('a.html', page(paragraphs.join(img(Buffer.concat([png, Buffer.alloc(50_000_000)])))));
    expect(leftOut(found)).toEqual(one('太大（每张不超过 8 MB、4000 万像素，每篇合计不超过 60 MB）'));
  });

  it('50 MB in a Word file, which stays packed', async () => {
    const file = altered(await word(png), /^word\/media\//, (part) => Buffer.concat([part, Buffer.alloc(50_000_000)]));
    const found = await read('a.docx', file);
    expect(leftOut(found)).toEqual(one('太大（每张不超过 8 MB、4000 万像素，每篇合计不超过 60 MB）'));
    expect(outline(found)).toEqual(['paragraph 近年来，大田', 'paragraph 全县各级党组']);
  });

  it('in a Word file: linked, missing, a metafile, a chart', async () => {
    const file = await word(png);
    const text = (change: (part: string) => string) => (part: Uint8Array) => strToU8(change(strFromU8(part)));
    const linked = altered(
      file,
      /document\.xml$/,
      text((part) => part.replace('r:embed', 'r:link')),
    );
    expect(leftOut(await read('a.docx', linked))).toEqual(elsewhere);
    const missing = zipSync(Object.fromEntries(Object.entries(unzipSync(file)).filter(([name]) => !name.startsWith('word/media/'))));
    expect(leftOut(await read('a.docx', missing))).toEqual(one('已损坏或不完整'));
    const metafile = altered(file, /^word\/media\//, () => strToU8('\u0001\0\0\0 EMF'));
    expect(leftOut(await read('a.docx', metafile))).toEqual(one('不是 PNG、JPEG、GIF、WebP 格式'));
    const chart =
      '<w:p><w:r><w:drawing><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></w:drawing></w:r></w:p>';
    const charted = altered(
      file,
      /document\.xml$/,
      text((part) => part.replace('<w:body>', `<w:body>${chart}`)),
    );
    expect(leftOut(await read('a.docx', charted))).toEqual(one('是 Word 图表或智能图形'));
  });
});

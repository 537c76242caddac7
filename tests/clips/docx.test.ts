import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { beforeAll, describe, expect, it } from 'vitest';
import { wordFile } from '../../src/clips/docx/document.ts';
import { manuscriptOf } from '../../src/clips/model/manuscript.ts';
import { plainText } from '../../src/clips/model/plain-text.ts';
import { clip, folder, joint } from './sample.ts';

const manuscript = manuscriptOf(
  folder(
    [
      clip({ block: 'p000001' }, { note: '可直接用\n再核一遍' }),
      clip({ block: 'p000001', figure: 'p000001-1' }),
      clip({ block: 'p000002' }, { words: '带控制符\u0001和<尖括号>&“引号”的字。' }),
    ],
    { title: '基层党建联建经验' },
  ),
);

let bytes: Uint8Array;
let parts: Record<string, string>;

beforeAll(async () => {
  bytes = new Uint8Array(await (await wordFile(manuscript)).arrayBuffer());
  parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
});

/** The first element of a name, after the place where `after` stands. */
function attributes(part: string, element: string, after = ''): Record<string, string> {
  const text = parts[part] ?? '';
  const tag = new RegExp(`<w:${element}\\b([^>]*)>`).exec(text.slice(text.indexOf(after)))?.[1] ?? '';
  return Object.fromEntries([...tag.matchAll(/w:(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
}

const millimetres = (twips: string | undefined) => Math.round((Number(twips) / 1440) * 254) / 10;

describe('the Word file, after GB/T 9704', () => {
  it('is A4 with the margins of the standard', () => {
    const size = attributes('word/document.xml', 'pgSz');
    expect([millimetres(size.w), millimetres(size.h)]).toEqual([210, 297]);
    const { top, bottom, left, right } = attributes('word/document.xml', 'pgMar');
    expect([top, bottom, left, right].map(millimetres)).toEqual([37, 35, 28, 26]);
  });

  it.each([
    ['<w:docDefaults>', '仿宋_GB2312', '32'],
    ['w:styleId="Title"', '方正小标宋_GBK', '44'],
    ['w:styleId="Heading1"', '黑体', '32'],
    ['w:styleId="Heading2"', '楷体_GB2312', '32'],
  ])('%s is set in %s of %s half points, Latin in Times New Roman', (style, face, size) => {
    const fonts = attributes('word/styles.xml', 'rFonts', style);
    expect([fonts.eastAsia, fonts.ascii, fonts.hAnsi]).toEqual([face, 'Times New Roman', 'Times New Roman']);
    expect(attributes('word/styles.xml', 'sz', style).val).toBe(size);
  });

  it.each(['<w:docDefaults>', 'w:styleId="Title"', 'w:styleId="Heading1"', 'w:styleId="Heading2"'])(
    '%s has lines of exactly 28 points',
    (style) => {
      const { line, lineRule, before, after } = attributes('word/styles.xml', 'spacing', style);
      expect([line, lineRule, before, after]).toEqual(['560', 'exact', '0', '0']);
    },
  );

  it('indents running text by two characters and centres the title', () => {
    const { firstLine, firstLineChars } = attributes('word/styles.xml', 'ind', '<w:docDefaults>');
    expect([firstLine, firstLineChars]).toEqual(['640', '200']);
    expect(attributes('word/styles.xml', 'jc', 'w:styleId="Title"').val).toBe('center');
    expect(attributes('word/styles.xml', 'ind', 'w:styleId="Title"').firstLineChars).toBe('0');
  });

  it('numbers pages — 1 — in Song of 14 points, on the outer side', () => {
    const footers = Object.entries(parts).filter(([name]) => /^word\/footer\d\.xml$/.test(name));
    expect(footers.map(([name]) => attributes(name, 'jc').val).sort()).toEqual(['left', 'right']);
    for (const [name, xml] of footers) {
      expect(attributes(name, 'rFonts').eastAsia).toBe('宋体');
      expect(attributes(name, 'sz').val).toBe('28');
      expect(xml.replace(/<w:instrText[^>]*>[^<]*PAGE[^<]*<\/w:instrText>/, '1').replace(/<[^>]*>/g, '')).toContain('— 1 —');
    }
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders');
  });

  it('is well-formed throughout, and names nobody', () => {
    for (const [name, xml] of Object.entries(parts)) {
      if (/\.(?:xml|rels)$/.test(name)) expect([name, /(?![\t\n\r])\p{Cc}/u.test(xml)]).toEqual([name, false]);
    }
    expect(parts['docProps/core.xml']).not.toMatch(/<dc:creator>[^<]+</);
    expect(parts['docProps/core.xml']).not.toMatch(/<cp:lastModifiedBy>[^<]+</);
  });

  it('holds every word of the document, in its order, as another reader finds them', async () => {
    const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const { document } = parseHTML(`<!doctype html><html><body>${value}</body></html>`);
    const bare = (text: string) => text.replace(/[\s\p{Cc}]/gu, '');
    expect(bare(document.body.textContent ?? '')).toBe(bare(plainText(manuscript)));
    expect(value).toContain(`<p>${joint}（大田县，不早于2021年）</p>`);
    expect([...document.querySelectorAll('h1')].map((each) => each.textContent)).toContain('一、跨村联建');
    expect([...document.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toContain(
      'https://dj.example.gov.cn/anli/cases/datian.html#p000001',
    );
  });
});

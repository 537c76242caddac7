import { inflateSync } from 'node:zlib';

/**
 * What a PDF that Chromium wrote says: the number of its pages and its words as `plain` gives them, page by page. Chromium
 * writes glyphs as hexadecimal digits, two or four each, and gives each font a table from glyphs to characters; no more
 * of the format is read here.
 */
export function readPdf(pdf: Buffer): string[] {
  const objects = objectsOf(pdf);
  const maps = new Map<string, Map<string, string>>();
  const mapOf = (font: string) => {
    const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '';
    const known = maps.get(table) ?? characters(objects.get(table)?.stream ?? '');
    maps.set(table, known);
    return known;
  };
  const pages = [...objects.values()].filter(({ head }) => /\/Type \/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const fonts = new Map(
      [...(/\/Font <<(.*?)>>/s.exec(head)?.[1] ?? '').matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]),
    );
    const content = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? '';
    return wordsOf(objects.get(content)?.stream ?? '', (name) => mapOf(fonts.get(name) ?? ''));
  });
}

/** Radicals that a font has one glyph for together with the character. */
const radicals = new Map(
  [
    '⺠民',
    '⻓长',
    '⻔门',
    '⻢马',
    '⻩黄',
    '⻥鱼',
    '⻋车',
    '⻉贝',
    '⻅见',
    '⻆角',
    '⻚页',
    '⻛风',
    '⻜飞',
    '⻝食',
    '⻰龙',
    '⻄西',
    '⻘青',
    '⻮齿',
    '⻬齐',
    '⻣骨',
  ].map(([radical = '', character = '']) => [radical, character]),
);

/** Without white space, and without the differences that a font makes: ﬁ is fi, ⽂ is 文. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replaceAll(/[\u2e80-\u2eff]/g, (radical) => radicals.get(radical) ?? radical);
}

interface PdfObject {
  head: string;
  stream: string;
}

function objectsOf(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\s(.*?)(?=stream\r?\n|endobj)/gs)) {
    const [whole, id = '', head = ''] = found;
    const start = found.index + whole.length;
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = start + (/^stream\r?\n/.exec(text.slice(start, start + 8))?.[0].length ?? 0);
    const bytes = pdf.subarray(from, from + length);
    const stream = head.includes('/FlateDecode') && length > 0 ? inflateSync(bytes).toString('latin1') : bytes.toString('latin1');
    objects.set(id, { head, stream });
  }
  return objects;
}

/** A font's table: from `<0123>` to the characters that the glyph stands for. */
function characters(table: string): Map<string, string> {
  const map = new Map<string, string>();
  const text = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  const shifted = (hex: string, by: number) => text((Number.parseInt(hex, 16) + by).toString(16).padStart(hex.length, '0'));
  for (const [, block = ''] of table.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, glyph = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) map.set(glyph.toUpperCase(), text(to));
  }
  for (const [, block = ''] of table.matchAll(/beginbfrange(.*?)endbfrange/gs)) {
    for (const [, first = '', last = '', to = ''] of block.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code++) {
        map.set(code.toString(16).padStart(first.length, '0').toUpperCase(), shifted(to, code - Number.parseInt(first, 16)));
      }
    }
  }
  return map;
}

function wordsOf(content: string, mapOf: (font: string) => Map<string, string>): string {
  let map = new Map<string, string>();
  let words = '';
  for (const [, font, hex = ''] of content.replaceAll(/\/ActualText\s*<[^>]*>/g, '').matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>/g)) {
    if (font) map = mapOf(font);
    else for (const glyph of glyphsOf(hex, map)) words += map.get(glyph) ?? '';
  }
  return plain(words);
}

function glyphsOf(hex: string, map: ReadonlyMap<string, string>): string[] {
  const [first = '0000'] = map.keys();
  return (hex.match(new RegExp(`.{${first.length}}`, 'g')) ?? []).map((glyph) => glyph.toUpperCase());
}

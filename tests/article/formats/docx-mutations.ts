/** Word files as they should not be: parts missing, cut, contradicting one another, or made to hurt who opens them. */
import {
  Document,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import fc from 'fast-check';
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { fixturePicture } from '../pictures/fixtures.ts';

const level = (format: 'chineseCounting' | 'decimal' | 'upperRoman', at: number, text: string) => ({ level: at, format, text });
const numbering = {
  config: [
    { reference: 'official', levels: [level('chineseCounting', 0, '%1、'), level('decimal', 1, '%1.%2'), level('upperRoman', 2, '%3)')] },
  ],
};

/** An article with numbers, a table, a picture, a footnote and a footer. */
export async function wordFile(lines: readonly string[]): Promise<Unzipped> {
  const [title = '', ...rest] = lines;
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const children = [
    new Paragraph({ text: title, heading: HeadingLevel.TITLE }),
    ...rest.map((text, i) =>
      i % 5 === 4 ? new Paragraph({ text, numbering: { reference: 'official', level: i % 3 } }) : new Paragraph(text),
    ),
    new Table({
      rows: [new TableRow({ children: [cell('乡镇'), cell('个数')] }), new TableRow({ children: [cell('济阳乡'), cell('3个')] })],
    }),
    new Paragraph({
      children: [new ImageRun({ type: 'png', data: fixturePicture('photo.png'), transformation: { width: 64, height: 48 } })],
    }),
    new Paragraph({ children: [new TextRun('见注。'), new FootnoteReferenceRun(1)] }),
  ];
  const document = new Document({
    numbering,
    footnotes: { 1: { children: [new Paragraph('见统计公报。')] } },
    sections: [{ children, footers: { default: new Footer({ children: [new Paragraph('第1页')] }) } }],
  });
  return unzipSync(await Packer.toBuffer(document));
}

/** A change of the parts; the number in [0, 1) says where. */
type Change = (parts: Unzipped, at: number) => Unzipped;

const main = 'word/document.xml';
const pick = (parts: Unzipped, at: number) => Object.keys(parts).sort()[Math.floor(at * Object.keys(parts).length)] ?? main;
const inPart =
  (name: string, change: (text: string, at: number) => string): Change =>
  (parts, at) => ({ ...parts, [name]: strToU8(change(strFromU8(parts[name] ?? new Uint8Array()), at)) });

const bomb = `<!DOCTYPE a [<!ENTITY a "甲甲甲甲甲甲甲甲甲甲">${[...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`).join('')}]>`;

export const changes: Readonly<Record<string, Change>> = {
  'without a part': (parts, at) => Object.fromEntries(Object.entries(parts).filter(([name]) => name !== pick(parts, at))),
  'with a part cut off': (parts, at) => {
    const name = pick(parts, (at * 7) % 1);
    return { ...parts, [name]: (parts[name] ?? new Uint8Array()).subarray(0, Math.floor(at * (parts[name]?.length ?? 0))) };
  },
  'with a part in place of another': (parts, at) => ({ ...parts, [pick(parts, at)]: parts[pick(parts, (at * 3) % 1)] ?? new Uint8Array() }),
  'with an end tag gone': inPart(main, (text, at) => {
    const ends = [...text.matchAll(/<\/w:\w+>/g)];
    const end = ends[Math.floor(at * ends.length)];
    return end ? text.slice(0, end.index) + text.slice(end.index + end[0].length) : text;
  }),
  'with entities that grow': inPart(main, (text) => text.replace(/^(<\?xml[^>]*>)?/, (head) => head + bomb).replace('</w:t>', '&j;</w:t>')),
  'with an entity that reads a file': inPart(main, (text) =>
    text
      .replace(/^(<\?xml[^>]*>)?/, (head) => `${head}<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>`)
      .replace('</w:t>', '&x;</w:t>'),
  ),
  'with numbers out of all bounds': inPart('word/numbering.xml', (text, at) =>
    text.replace(
      /w:(ilvl|start)( w:val)?="\d+"/g,
      (_, name: string, value = '') => `w:${name}${value}="${['-5', '99999999999', 'NaN', ''][Math.floor(at * 4)]}"`,
    ),
  ),
  'with levels that are not there': inPart(main, (text, at) =>
    text.replace(/<w:ilvl w:val="\d+"/g, `<w:ilvl w:val="${['9', '4294967295', '-1', 'x'][Math.floor(at * 4)]}"`),
  ),
  'with a numbering that is not there': inPart(main, (text) => text.replace(/<w:numId w:val="\d+"/g, '<w:numId w:val="77"')),
  'with links that lead nowhere': inPart('word/_rels/document.xml.rels', (text, at) =>
    text.replace(/Id="rId\d+"/g, (id) => (at < 0.5 ? 'Id=""' : id.replace('rId', 'r'))),
  ),
  'with tables in tables': inPart(main, (text, at) => {
    const deep = Math.ceil(at * 400);
    return text.replace('<w:body>', `<w:body>${'<w:tbl><w:tr><w:tc>'.repeat(deep)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(deep)}`);
  }),
  'with controls and marks of direction': inPart(main, (text) => text.replaceAll('。', '\u0000\u202e。\u0007')),
  'with markup for text': inPart(main, (text) =>
    text.replaceAll('，', '，&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;{{a}}&amp;nbsp;'),
  ),
  'with spans and grids of a giant': inPart(main, (text) =>
    text.replaceAll('<w:tc>', '<w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge/></w:tcPr>'),
  ),
  'with a bomb for a picture': (parts) => ({
    ...parts,
    ...Object.fromEntries(
      Object.keys(parts)
        .filter((name) => name.startsWith('word/media/'))
        .map((name) => [name, new Uint8Array(9_000_000)]),
    ),
  }),
};

/** One or two changes of a file's parts, then perhaps of the bytes of the archive itself. */
export function mutatedWord(files: readonly Unzipped[]): fc.Arbitrary<Buffer> {
  const share = fc.double({ min: 0, max: 0.999, noNaN: true });
  return fc
    .record({
      parts: fc.constantFrom(...files),
      steps: fc.array(fc.record({ change: fc.constantFrom(...Object.values(changes)), at: share }), { minLength: 1, maxLength: 2 }),
      byte: fc.option(fc.record({ at: share, value: fc.integer({ min: 0, max: 255 }) }), { freq: 4 }),
      cut: fc.option(share, { freq: 8 }),
    })
    .map(({ parts, steps, byte, cut }) => {
      const archive = Buffer.from(
        zipSync(
          steps.reduce((changed, { change, at }) => change(changed, at), parts),
          { level: 1 },
        ),
      );
      if (byte) archive[Math.floor(byte.at * archive.length)] = byte.value;
      return cut === null ? archive : archive.subarray(0, Math.ceil(cut * archive.length) + 1);
    });
}

import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  Document,
  Header,
  InsertedTextRun,
  type IParagraphOptions,
  type ISectionOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type DocxReading, readDocx } from '../../../src/article/formats/docx.ts';

const numbering = {
  config: [
    {
      reference: 'official',
      levels: [
        { level: 0, format: 'chineseCounting' as const, text: '%1、' },
        { level: 1, format: 'chineseCounting' as const, text: '（%2）' },
        { level: 2, format: 'decimal' as const, text: '%3.' },
      ],
    },
  ],
};

const numbered = (text: string, level: number): IParagraphOptions => ({ text, numbering: { reference: 'official', level } });

async function read(children: ISectionOptions['children'], more: Partial<ISectionOptions> = {}, options = {}): Promise<DocxReading> {
  const file = await Packer.toBuffer(new Document({ numbering, sections: [{ ...more, children }], ...options }));
  const found = await readDocx(file);
  if (typeof found === 'string') throw new Error(found);
  return found;
}

describe('readDocx', () => {
  it('keeps automatic numbers, each level counted as Word counts', async () => {
    const lines: [string, number][] = [
      ['建强组织', 0],
      ['选优班子', 1],
      ['抓培训。', 2],
      ['抓考核。', 2],
      ['规范制度', 1],
      ['抓落实。', 2],
      ['发展产业', 0],
      ['做大集体', 1],
    ];
    const { text } = await read(lines.map(([words, level]) => new Paragraph(numbered(words, level))));
    expect(text.trimEnd().split('\n')).toEqual([
      '一、建强组织',
      '（一）选优班子',
      '1.抓培训。',
      '2.抓考核。',
      '（二）规范制度',
      '1.抓落实。',
      '二、发展产业',
      '（一）做大集体',
    ]);
  });

  it.each([
    ['chineseCounting', '一、二、', 9],
    ['decimalEnclosedCircleChinese', '①、②、', 19],
    ['ideographTraditional', '甲、乙、', 10],
    ['upperRoman', 'I、II、', 13],
    ['lowerLetter', 'a、b、', 25],
    ['decimalZero', '01、02、', 8],
  ] as const)('writes numbers as Word does: %s', async (format, start, more) => {
    const given = { config: [{ reference: 'given', levels: [{ level: 0, format, text: '%1、' }] }] };
    const paragraphs = Array.from({ length: more + 2 }, () => new Paragraph({ text: '抓', numbering: { reference: 'given', level: 0 } }));
    const { text } = await read(paragraphs, {}, { numbering: given });
    const numbers = text
      .trim()
      .split('\n')
      .map((line) => line.replace('抓', ''));
    expect(numbers.slice(0, 2).join('')).toBe(start);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('marks bold paragraphs as headings and keeps tables', async () => {
    const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
    const { text, marks } = await read([
      new Paragraph({ children: [new TextRun({ text: '做法与成效', bold: true })] }),
      new Paragraph('全县共有联村党组织42个。'),
      new Table({
        rows: [new TableRow({ children: [cell('乡镇'), cell('个数')] }), new TableRow({ children: [cell('济阳乡'), cell('3个')] })],
      }),
    ]);
    expect(marks.map(({ kind, span, rows }) => [kind, rows ?? text.slice(...span)])).toEqual([
      ['heading', '做法与成效'],
      [
        'table',
        [
          ['乡镇', '个数'],
          ['济阳乡', '3个'],
        ],
      ],
    ]);
  });

  it('finds revisions, comments and hidden text with their words', async () => {
    const revision = { id: 1, author: '王', date: '2022-01-01T00:00:00Z' };
    const { undecided } = await read(
      [
        new Paragraph({
          children: [new InsertedTextRun({ text: '新增的话', ...revision }), new DeletedTextRun({ text: '删去的话', ...revision, id: 2 })],
        }),
        new Paragraph({ children: [new TextRun({ text: '藏起来的话', vanish: true })] }),
        new Paragraph({
          children: [
            new CommentRangeStart(0),
            new TextRun('正文'),
            new CommentRangeEnd(0),
            new TextRun({ children: [new CommentReference(0)] }),
          ],
        }),
      ],
      {},
      { comments: { children: [{ id: 0, author: '王', date: new Date(0), children: [new Paragraph('请核实')] }] } },
    );
    expect(undecided).toEqual([
      { kind: 'revision', words: '新增的话' },
      { kind: 'revision', words: '删去的话' },
      { kind: 'comment', words: '请核实' },
      { kind: 'hidden', words: '藏起来的话' },
    ]);
  });

  it('reads headers, where marks stand', async () => {
    const { margins } = await read([new Paragraph('正文。')], {
      headers: { default: new Header({ children: [new Paragraph('内部资料')] }) },
    });
    expect(margins).toContain('内部资料');
  });

  it.each([
    ['bytes that are no archive', Buffer.from('PK no archive')],
    ['an archive without a document', Buffer.from(zipSync({ 'a.txt': new Uint8Array([1]) }))],
  ])('refuses %s', async (_, bytes) => {
    expect(await readDocx(bytes)).toBe('notWord');
  });

  it('refuses a part that unpacks to more than any article', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(60_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readDocx(bomb)).toBe('tooLarge');
  });
});

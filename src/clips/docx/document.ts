/** The folder as a Word file in the form of official documents, GB/T 9704—2012. Only loaded when a reader asks for it. */
import {
  AlignmentType,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import type { Item, Manuscript } from '../model/manuscript.ts';
import { fontFaces, halfPoints, lineSpacing, pageForm, twoCharacters } from './form.ts';

export function wordFile(manuscript: Manuscript): Promise<Blob> {
  return Packer.toBlob(documentOf(manuscript));
}

export function documentOf({ title, chapters }: Manuscript): Document {
  const body = chapters.flatMap(({ heading, sections }) => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(heading)] }),
    ...sections.flatMap((section) => [
      new Paragraph({ heading: HeadingLevel.HEADING_2, children: [new TextRun(section.heading)] }),
      ...section.items.flatMap(itemParagraphs),
    ]),
  ]);
  const titleParagraph = new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(title)] });
  return new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    description: '',
    evenAndOddHeaderAndFooters: true,
    styles: { default: styles },
    sections: [
      {
        properties: { page: { size: pageForm.size, margin: pageForm.margin } },
        footers: { default: pageFooter(AlignmentType.RIGHT), even: pageFooter(AlignmentType.LEFT) },
        children: [titleParagraph, new Paragraph({}), ...body],
      },
    ],
  });
}

function itemParagraphs({ lines, mark, note, links }: Item): Paragraph[] {
  const last = lines.length - 1;
  return [
    ...lines.map((line, index) => new Paragraph({ children: [new TextRun(index === last ? line + mark : line)] })),
    ...(note
      ? note.split('\n').map((line, index) => new Paragraph({ children: [new TextRun(index === 0 ? `批注：${line}` : line)] }))
      : []),
    ...links.map(
      ({ label, address }) =>
        new Paragraph({
          alignment: AlignmentType.LEFT,
          children: [new TextRun(`${label}：`), new ExternalHyperlink({ link: address, children: [new TextRun(address)] })],
        }),
    ),
  ];
}

/** `— 1 —` on the outer side, a character from the edge. */
function pageFooter(alignment: (typeof AlignmentType)['RIGHT' | 'LEFT']): Footer {
  const indent = alignment === AlignmentType.RIGHT ? { right: pageForm.numberIndent } : { left: pageForm.numberIndent };
  const run = { font: fontFaces.pageNumber, size: halfPoints.pageNumber };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { ...indent, firstLine: 0, firstLineChars: 0 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

const spacing = { line: lineSpacing, lineRule: LineRuleType.EXACT, before: 0, after: 0 };
const heading = { spacing, indent: twoCharacters, keepNext: true };
const plainRun = { size: halfPoints.body, bold: false, italics: false, color: '000000' };

const styles = {
  document: {
    run: { size: halfPoints.body, font: fontFaces.body, language: { value: 'en-US', eastAsia: 'zh-CN' } },
    paragraph: { spacing, indent: twoCharacters, alignment: AlignmentType.BOTH },
  },
  title: {
    run: { ...plainRun, size: halfPoints.title, font: fontFaces.title },
    paragraph: { spacing, alignment: AlignmentType.CENTER, indent: { firstLine: 0, firstLineChars: 0 } },
  },
  heading1: { run: { ...plainRun, font: fontFaces.heading1 }, paragraph: { ...heading, alignment: AlignmentType.LEFT, outlineLevel: 0 } },
  heading2: { run: { ...plainRun, font: fontFaces.heading2 }, paragraph: { ...heading, alignment: AlignmentType.LEFT, outlineLevel: 1 } },
  hyperlink: { run: { color: '000000', underline: { type: 'none' as const } } },
};

/** An HTML document as lines of text, with headings, tables and lists marked. */
import type { Mark } from '../manuscript.ts';

export interface OutlinedText {
  text: string;
  marks: Mark[];
  /** For each line of the text, in order: its span and the element that it stands in. */
  lines: { span: [number, number]; element: Element }[];
  /** `<img>` elements in reading order, with the offset at which the line behind each begins. */
  images: { at: number; element: Element }[];
}

const unread = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'SVG',
  'IFRAME',
  'OBJECT',
  'TITLE',
  'BUTTON',
  'SELECT',
  'TEXTAREA',
  'INPUT',
]);
const blockElements = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL'.split(
    ' ',
  ),
);

/** Longest bold paragraph that stands for a heading. */
const longestBoldHeading = 40;
const elementNode = 1;
const textNode = 3;

/** Of the whole document: what stands in front of its body or behind it, by whatever mistake, is shown by browsers too. */
export function outline(document: Document): OutlinedText {
  const writer = new LineWriter();
  walk(document, writer, document.documentElement);
  writer.endLine();
  return { text: writer.text, marks: writer.marks, lines: writer.lines, images: writer.images };
}

class LineWriter {
  text = '';
  readonly marks: Mark[] = [];
  readonly lines: OutlinedText['lines'] = [];
  readonly images: OutlinedText['images'] = [];
  /** Images of the line that is being written: it stands whole, they behind it. */
  private waiting: Element[] = [];
  private line = '';
  private element: Element | undefined;

  write(text: string, element: Element): void {
    const folded = text.replace(/[ \t\n\r\f]+/g, ' ');
    this.line += this.line === '' || this.line.endsWith(' ') ? folded.trimStart() : folded;
    if (folded.trim() !== '') this.element ??= element;
  }

  /** Cells of one row on one line, a tab between them. */
  writeRow(cells: readonly string[], element: Element): void {
    this.endLine();
    this.line = cells.filter((cell) => cell !== '').join('\t');
    this.element = element;
    this.endLine();
  }

  image(element: Element): void {
    if (this.line === '') this.images.push({ at: this.text.length, element });
    else this.waiting.push(element);
  }

  endLine(): void {
    const line = this.line.trimEnd();
    this.line = '';
    const { element } = this;
    this.element = undefined;
    if (line !== '' && element) {
      this.lines.push({ span: [this.text.length, this.text.length + line.length], element });
      this.text += `${line}\n`;
    }
    this.images.push(...this.waiting.map((image) => ({ at: this.text.length, element: image })));
    this.waiting = [];
  }

  /** Marks what `fill` writes, without its last line break. */
  mark(kind: Mark['kind'], fill: () => void, more: Omit<Mark, 'span' | 'kind'> = {}): void {
    this.endLine();
    const start = this.text.length;
    fill();
    this.endLine();
    if (this.text.length > start) this.marks.push({ span: [start, this.text.length - 1], kind, ...more });
  }
}

function walk(node: Document | Element, writer: LineWriter, owner: Element): void {
  for (const child of node.childNodes) {
    if (child.nodeType === textNode) writer.write(child.textContent ?? '', owner);
    else if (child.nodeType === elementNode) walkElement(child as Element, writer, owner);
  }
}

function walkElement(element: Element, writer: LineWriter, owner: Element): void {
  const name = element.tagName.toUpperCase();
  if (unread.has(name) || element.hasAttribute('hidden')) return;
  if (name === 'BR') writer.endLine();
  else if (name === 'IMG') writer.image(element);
  else if (name === 'FIGCAPTION') writer.mark('caption', () => walk(element, writer, element));
  else if (/^H[1-6]$/.test(name)) writeHeading(element, writer, name);
  else if (name === 'TABLE' && isDataTable(element)) writeTable(element, writer);
  else if ((name === 'UL' || name === 'OL') && isTextList(element)) writeList(element, writer, name === 'OL');
  else if (isBoldHeading(element, name)) writer.mark('heading', () => walk(element, writer, element));
  else if (blockElements.has(name)) {
    writer.endLine();
    walk(element, writer, element);
    writer.endLine();
  } else walk(element, writer, owner);
}

function writeHeading(element: Element, writer: LineWriter, name: string): void {
  writer.mark('heading', () => walk(element, writer, element), { level: name <= 'H2' ? 2 : 3 });
}

/** A paragraph of which every word is bold. */
function isBoldHeading(element: Element, name: string): boolean {
  if (name !== 'P' && name !== 'DIV' && name !== 'SECTION') return false;
  const text = (element.textContent ?? '').replace(/\s+/g, '');
  if (text === '' || text.length > longestBoldHeading || /[。；，]$/u.test(text)) return false;
  if ([...element.children].some((child) => blockElements.has(child.tagName.toUpperCase()))) return false;
  const bold = [...element.querySelectorAll('b, strong')].map((part) => part.textContent ?? '').join('');
  return bold.replace(/\s+/g, '') === text;
}

/** Rows and columns of short cells; a table that lays out a page holds paragraphs or other tables. */
function isDataTable(table: Element): boolean {
  if (table.querySelector('table')) return false;
  const rows = [...table.querySelectorAll('tr')].map((row) => [...row.querySelectorAll('td, th')]);
  const cells = rows.flat();
  return rows.length > 1 && rows.some((row) => row.length > 1) && cells.every((cell) => (cell.textContent ?? '').trim().length <= 200);
}

function writeTable(table: Element, writer: LineWriter): void {
  const caption = table.querySelector('caption');
  if (caption) writer.mark('caption', () => walk(caption, writer, caption));
  const trs = [...table.querySelectorAll('tr')];
  const rows = trs.map((row) => [...row.querySelectorAll('td, th')].map((cell) => foldCell(cell.textContent ?? '')));
  writer.mark(
    'table',
    () => {
      for (const [i, cells] of rows.entries()) {
        writer.writeRow(cells, trs[i] ?? table);
      }
    },
    { rows },
  );
  for (const image of table.querySelectorAll('img')) writer.image(image);
}

function foldCell(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** Items of text; a list of links is navigation and reads as lines. */
function isTextList(list: Element): boolean {
  const items = [...list.children].filter((child) => child.tagName.toUpperCase() === 'LI');
  return items.length > 0 && items.every((item) => (item.textContent ?? '').trim() !== '' && !isLinkOnly(item));
}

function isLinkOnly(item: Element): boolean {
  const linked = [...item.querySelectorAll('a')].map((link) => link.textContent ?? '').join('');
  return linked.replace(/\s+/g, '') === (item.textContent ?? '').replace(/\s+/g, '');
}

function writeList(list: Element, writer: LineWriter, numbered: boolean): void {
  const first = Number(list.getAttribute('start') ?? 1) || 1;
  writer.mark('list', () => writeItems(list, writer, numbered ? first : undefined));
}

function writeItems(list: Element, writer: LineWriter, first: number | undefined): void {
  let number = first;
  for (const item of list.children) {
    writer.endLine();
    if (number !== undefined) {
      writer.write(`${number}. `, item);
      number += 1;
    }
    for (const child of item.childNodes) {
      if (child.nodeType === textNode) writer.write(child.textContent ?? '', item);
      else if (child.nodeType === elementNode) writeItemPart(child as Element, writer, item);
    }
    writer.endLine();
  }
}

/** Lists inside lists belong to the outermost one; everything else in an item is its text. */
function writeItemPart(element: Element, writer: LineWriter, item: Element): void {
  const name = element.tagName.toUpperCase();
  if (unread.has(name)) return;
  if (name === 'UL' || name === 'OL') writeItems(element, writer, name === 'OL' ? 1 : undefined);
  else if (name === 'BR') writer.write(' ', item);
  else if (name === 'IMG') writer.image(element);
  else
    for (const child of element.childNodes) {
      if (child.nodeType === textNode) writer.write(child.textContent ?? '', item);
      else if (child.nodeType === elementNode) writeItemPart(child as Element, writer, item);
    }
}

/** Word files: converted by a library, with what it passes over looked at first. */
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import type { Manuscript } from '../manuscript.ts';
import { tagsTooDeep } from './depth.ts';
import { numberer, numberingOf, readNumberings } from './docx-numbering.ts';
import { outline } from './outline.ts';
import { attribute, elementsNamed, parseXml } from './xml.ts';

/** What must be decided in Word before the file is published, with the words it is about. */
export interface Undecided {
  kind: 'revision' | 'comment' | 'hidden';
  words: string;
}

export type DocxFailure = 'notWord' | 'tooLarge' | 'tooDeep';

export interface DocxReading extends Manuscript {
  undecided: Undecided[];
  /** Text of headers and footers, where classification marks stand. */
  margins: string;
}

/** Unpacked bytes beyond this are no article but a zip bomb. */
const largestPart = 50_000_000;
const largestFile = 200_000_000;

const main = 'word/document.xml';

export async function readDocx(bytes: Uint8Array): Promise<DocxReading | DocxFailure> {
  const files = unpack(bytes);
  if (typeof files === 'string') return files;
  if (Object.entries(files).some(([name, content]) => name.endsWith('.xml') && tagsTooDeep(strFromU8(content)))) return 'tooDeep';
  const part = (name: string) => (files[name] ? parseXml(strFromU8(files[name])) : undefined);
  const document = part(main);
  if (!document) return 'notWord';
  const undecided = undecidedIn(document, part('word/comments.xml'));
  const margins = Object.keys(files)
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .sort();
  writeNumbers(document, part('word/numbering.xml'), part('word/styles.xml'));
  const numbered = zipSync({ ...files, [main]: strToU8(document.toString()) });
  const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(numbered) });
  const { document: page } = parseHTML(`<html><body>${html}</body></html>`);
  return { ...readBody(page.body), undecided, margins: margins.map((name) => part(name)?.documentElement?.textContent ?? '').join('\n') };
}

function readBody(body: Element): Manuscript {
  const { text, marks } = outline(body);
  return { text, garbled: 0, plain: false, marks, leftOut: [], stated: {}, pictures: body.querySelectorAll('img').length };
}

function unpack(bytes: Uint8Array): Unzipped | DocxFailure {
  let total = 0;
  let large = false;
  try {
    const files = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        total += originalSize;
        large ||= originalSize > largestPart || total > largestFile;
        return !large;
      },
    });
    return large ? 'tooLarge' : files;
  } catch (error) {
    if (error instanceof Error) return 'notWord';
    throw error;
  }
}

/** Puts each automatic number in front of its paragraph's words and takes the paragraph out of its list. */
function writeNumbers(document: Document, numbering: Document | undefined, styles: Document | undefined): void {
  const next = numberer(readNumberings(numbering));
  for (const paragraph of elementsNamed(document, 'w:p')) {
    const own = numberingOf(paragraph, styles);
    const number = own ? next(own.id, own.level) : '';
    if (number === '') continue;
    for (const mark of elementsNamed(paragraph, 'w:numPr')) mark.remove();
    const properties = elementsNamed(paragraph, 'w:pPr')[0];
    const run = document.createElement('w:r');
    const words = document.createElement('w:t');
    words.setAttribute('xml:space', 'preserve');
    words.textContent = number;
    run.append(words);
    if (properties) properties.after(run);
    else paragraph.prepend(run);
  }
}

function undecidedIn(document: Document, comments: Document | undefined): Undecided[] {
  const words = (element: Element) => (element.textContent ?? '').trim().slice(0, 40);
  const found = [
    ...['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo'].flatMap((name) =>
      elementsNamed(document, name).map((element) => ({ kind: 'revision' as const, words: words(element) })),
    ),
    ...(comments ? elementsNamed(comments, 'w:comment').map((element) => ({ kind: 'comment' as const, words: words(element) })) : []),
    ...elementsNamed(document, 'w:vanish')
      .filter((mark) => !/^(?:0|false|off)$/.test(attribute(mark, 'w:val')))
      .map((mark) => ({ kind: 'hidden' as const, words: words(mark.closest('w\\:r') ?? mark) })),
  ];
  return found.filter(({ words: text }) => text !== '');
}

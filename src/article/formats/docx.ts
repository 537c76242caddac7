/** Word files: converted by a library, with what it passes over looked at first. */
import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import type { Manuscript } from '../manuscript.ts';
import { largestPicture, type PictureRefusal } from '../pictures/picture.ts';
import { tagsTooDeep } from './depth.ts';
import { numberer, numberingOf, readNumberings } from './docx-numbering.ts';
import { gatherPictures, type ImageContent, largestGallery } from './images.ts';
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
  const unpacked = unpack(bytes);
  if (typeof unpacked === 'string') return unpacked;
  const { files, skipped } = unpacked;
  if (Object.entries(files).some(([name, content]) => name.endsWith('.xml') && tagsTooDeep(strFromU8(content)))) return 'tooDeep';
  const part = (name: string) => (files[name] ? parseXml(strFromU8(files[name])) : undefined);
  const document = part(main);
  if (!document) return 'notWord';
  const undecided = undecidedIn(document, part('word/comments.xml'));
  const margins = Object.keys(files)
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name))
    .sort();
  writeNumbers(document, part('word/numbering.xml'), part('word/styles.xml'));
  const charts: PictureRefusal[] = elementsNamed(document, 'a:graphicData').flatMap((drawing) =>
    isChart(drawing) ? ['chart' as const] : [],
  );
  const manuscript = await convert({ ...files, [main]: strToU8(document.toString()) }, skipped);
  if (!manuscript) return 'notWord';
  return {
    ...manuscript,
    picturesLeftOut: [...manuscript.picturesLeftOut, ...charts],
    undecided,
    margins: margins.map((name) => part(name)?.documentElement?.textContent ?? '').join('\n'),
  };
}

/** Undefined where the library finds no way through the file. */
async function convert(files: Unzipped, skipped: boolean): Promise<Manuscript | undefined> {
  const contents: ImageContent[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    contents.push(await contentOf(image, skipped));
    return { src: String(contents.length - 1) };
  });
  try {
    const buffer = Buffer.from(zipSync(files, { level: 0 }));
    const { value: html } = await mammoth.convertToHtml({ buffer }, { convertImage, styleMap: captionStyles });
    const { document: page } = parseHTML(`<html><body>${html}</body></html>`);
    const { text, marks, images } = outline(page);
    const pictures = gatherPictures(images, (element) => contents[Number(element.getAttribute('src'))]);
    return { text, garbled: 0, plain: false, marks, leftOut: [], stated: {}, ...pictures };
  } catch (error) {
    // Parts that contradict one another or are missing. What exhausts the stack is told apart by who opened the file.
    if (error instanceof Error && !(error instanceof RangeError)) return undefined;
    throw error;
  }
}

/** What Word and WPS call the lines under pictures. */
const captionStyles = ["p[style-name='caption'] => figcaption:fresh", "p[style-name='题注'] => figcaption:fresh"];

async function contentOf(image: { readAsBuffer: () => Promise<Buffer> }, skipped: boolean): Promise<ImageContent> {
  try {
    return await image.readAsBuffer();
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    // The converter opens no file but the one that it was given.
    if (error.message.includes('external')) return 'elsewhere';
    return skipped ? 'tooLarge' : 'broken';
  }
}

/** Charts and diagrams: words and numbers in parts of their own, drawn by the office program. */
function isChart(drawing: Element): boolean {
  return /\/(?:chart|chartex|diagram)$/.test(attribute(drawing, 'uri'));
}

/** Parts of a Word file by name; pictures beyond the limits stay packed. */
function unpack(bytes: Uint8Array): { files: Unzipped; skipped: boolean } | DocxFailure {
  const total = { parts: 0, pictures: 0 };
  let [large, skipped] = [false, false];
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.startsWith('word/media/')) {
          const fits = originalSize <= largestPicture && total.pictures + originalSize <= largestGallery;
          if (fits) total.pictures += originalSize;
          else skipped = true;
          return fits;
        }
        total.parts += originalSize;
        large ||= originalSize > largestPart || total.parts > largestFile;
        return !large;
      },
    });
    return large ? 'tooLarge' : { files, skipped };
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

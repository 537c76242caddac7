/** Web pages as browsers save them. */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import type { Manuscript } from '../manuscript.ts';
import { readPicture } from '../pictures/picture.ts';
import { type Decoded, type DecodeFailure, decode } from '../text/decode.ts';
import { embeddedContent, gatherPictures, type ImageContent } from './images.ts';
import { type OutlinedText, outline } from './outline.ts';
import { statedByPage } from './page-fields.ts';
import { titleAbove } from './page-title.ts';

/** Reads a saved page: its main text as lines, what it says of itself in meta elements, what is left out and why. */
export function readHtml(bytes: Uint8Array): Manuscript | DecodeFailure {
  const decoded = decodePage(bytes);
  if (typeof decoded === 'string') return decoded;
  return { ...readPage(decoded.text), garbled: decoded.garbled };
}

const declared = /<meta[^>]{0,200}charset\s*=\s*["']?\s*(?<charset>[\w-]+)/i;
const chineseCharsets = /^(?:gb2312|gbk|gb18030|gb_2312-80|x-gbk|hz-gb-2312)$/i;

/** The page's own charset counts where the bytes fit it. */
function decodePage(bytes: Uint8Array): Decoded | DecodeFailure {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  const charset = declared.exec(head)?.groups?.charset ?? '';
  if (!chineseCharsets.test(charset)) return decode(bytes);
  const text = new TextDecoder('gb18030').decode(bytes);
  const garbled = text.match(/\ufffd/g)?.length ?? 0;
  return garbled === 0 ? { text, encoding: 'gb18030', garbled } : decode(bytes);
}

/** Main text is trusted where it holds this share of the page's sentences. */
const leastShare = 0.4;
const lineKey = 'data-line';

export function readPage(html: string): Omit<Manuscript, 'garbled'> {
  const { document } = parseHTML(html.includes('<html') || html.includes('<HTML') ? html : `<html><body>${html}</body></html>`);
  const outlined = outline(document);
  const { text, marks, lines } = outlined;
  const contents = takeContents(outlined.images);
  const elements = [...new Set(lines.map(({ element }) => element))];
  for (const [i, element] of elements.entries()) element.setAttribute(lineKey, String(i));
  const main = mainElements(document);
  const isMain = (element: Element) => main.has(element.getAttribute(lineKey) ?? '');
  const kept = lines.filter(({ element }) => isMain(element));
  const trusted = sentenceLength(kept, text) >= leastShare * sentenceLength(lines, text);
  const leftOut = trusted ? lines.filter(({ element }) => !isMain(element)).map(({ span }) => ({ span, reason: '正文以外' })) : [];
  const outside = trusted ? imagesOutside(outlined, isMain) : new Set<Element>();
  const pictures = gatherPictures(outlined.images, (element) => {
    const content = contents.get(element);
    if (!outside.has(element)) return content;
    return content instanceof Uint8Array && typeof readPicture(content) !== 'string' ? 'outside' : undefined;
  });
  const shown = lines.map(({ span }) => text.slice(...span));
  const stated = statedByPage(document, shown);
  const first = trusted ? lines.findIndex(({ element }) => isMain(element)) : -1;
  const title = stated.title ?? titleAbove(shown, first);
  return { text, plain: false, marks, leftOut, stated: { ...stated, ...(title ? { title } : {}) }, ...pictures };
}

/** Takes the bytes of pictures out of the page, which is copied and searched as text. */
function takeContents(images: OutlinedText['images']): Map<Element, ImageContent> {
  const contents = new Map<Element, ImageContent>();
  for (const { element } of images) {
    const content = embeddedContent(element);
    if (content === undefined) continue;
    contents.set(element, content);
    if (content instanceof Uint8Array || content === 'tooLarge') element.setAttribute('src', 'picture.png');
  }
  return contents;
}

/** Images with no line of the main text beside them. */
function imagesOutside({ images, lines }: OutlinedText, isMain: (element: Element) => boolean): Set<Element> {
  const outside = new Set<Element>();
  let next = 0;
  for (const { at, element } of images) {
    while ((lines[next]?.span[0] ?? at) < at) next += 1;
    const beside = [lines[next - 1], lines[next]].flatMap((line) => line?.element ?? []);
    if (beside.length > 0 && !beside.some(isMain)) outside.add(element);
  }
  return outside;
}

function sentenceLength(lines: readonly { span: [number, number] }[], text: string): number {
  return lines
    .map(({ span }) => text.slice(...span))
    .filter((line) => /[。！？]/u.test(line))
    .reduce((sum, line) => sum + line.length, 0);
}

/**
 * Keys of the elements that the readability library takes for the article. It works on a copy, for it changes what it reads, and it
 * wants a page to have an element: one that is cut off within its first tag has none.
 */
function mainElements(document: Document): Set<string> {
  if (!document.documentElement) return new Set();
  const { document: copy } = parseHTML(document.toString());
  const article = new Readability<Element>(copy as unknown as Document, {
    charThreshold: 100,
    serializer: (node) => node as Element,
  }).parse();
  const found = article?.content ? [...article.content.querySelectorAll(`[${lineKey}]`)] : [];
  return new Set(found.map((element) => element.getAttribute(lineKey) ?? ''));
}

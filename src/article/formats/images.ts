/** The `<img>` elements of a converted source: which of them are pictures that the file holds, and why the others are not taken over. */
import type { Manuscript } from '../manuscript.ts';
import { largestPicture, type Picture, type PictureRefusal, readPicture } from '../pictures/picture.ts';
import { foldSpace } from '../text/punctuation.ts';
import type { OutlinedText } from './outline.ts';

/** Bytes of all pictures of one article. */
export const largestGallery = 60_000_000;

export type ImageContent = Uint8Array | PictureRefusal;

/** `contentOf` gives an element's bytes, or why there are none; undefined where the element shows nothing. */
export function gatherPictures(
  images: OutlinedText['images'],
  contentOf: (element: Element) => ImageContent | undefined,
): Pick<Manuscript, 'pictures' | 'picturesLeftOut'> {
  const gathered: Pick<Manuscript, 'pictures' | 'picturesLeftOut'> = { pictures: [], picturesLeftOut: [] };
  /** A line that stands between all paragraphs is held once. */
  const known = new Map<string, Picture>();
  let room = largestGallery;
  for (const { at, element } of images) {
    const content = contentOf(element);
    if (content === undefined) continue;
    const picture = typeof content === 'string' ? content : readPicture(content);
    if (typeof picture === 'string') gathered.picturesLeftOut.push(picture);
    else if (!known.has(picture.name) && picture.bytes.length > room) gathered.picturesLeftOut.push('tooLarge');
    else {
      const held = known.get(picture.name) ?? picture;
      if (held === picture) room -= picture.bytes.length;
      known.set(picture.name, held);
      gathered.pictures.push({ at, alt: altOf(element), picture: held });
    }
  }
  return gathered;
}

/** Names that cameras, programs and systems give, often with the folder of who made the file; and what a machine thought it saw. */
const noDescription =
  /[\\/]|\.(?:jpe?g|png|gif|webp|bmp|tiff?|emf|wmf)\b|^(?:图片|图像|照片|图|微信图片|qq图片|屏幕截图|截图|未标题|img|image|picture|photo|dsc|wps图片)[\s_\-—:：()（）.\d]*$|自动生成|automatically generated/iu;
const longestAlt = 200;

function altOf(element: Element): string {
  const alt = foldSpace(element.getAttribute('alt') ?? '');
  return noDescription.test(alt) || !/\p{L}/u.test(alt) || alt.length > longestAlt ? '' : alt;
}

const dataAddress = /^\s*data:[^,;]{0,100}(?<parameters>(?:;[^,;]{0,100}){0,5}),/iu;

/** What an element of a page or of Markdown holds: only a `data:` address is a picture by itself. */
export function embeddedContent(element: Element): ImageContent | undefined {
  const address = element.getAttribute('src') ?? '';
  const match = dataAddress.exec(address.slice(0, 1000));
  const isLoadedLater = ['data-src', 'data-original', 'data-lazy-src', 'data-actualsrc'].some((name) => element.hasAttribute(name));
  if (!match) return address.trim() !== '' || isLoadedLater ? 'elsewhere' : undefined;
  const payload = address.slice(match[0].length);
  if (payload.length > 1.5 * largestPicture) return 'tooLarge';
  const content = /;\s*base64\s*$/iu.test(match.groups?.parameters ?? '') ? Buffer.from(payload, 'base64') : percentDecoded(payload);
  const picture = isLoadedLater ? readPicture(content) : undefined;
  return picture === 'tooSmall' || picture === 'otherFormat' ? 'elsewhere' : content;
}

/** Bytes, for a picture may be written without base64. */
function percentDecoded(text: string): Uint8Array {
  return Buffer.from(
    text.replace(/%([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
}

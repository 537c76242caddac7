/**
 * A picture that a source holds: told by its first bytes whatever it is called, measured from its header, and freed of what
 * it carries besides its pixels. Cameras write into a file where and when it was taken and with whose telephone, programs
 * write who worked on it and what was cut off: none of that is published. No pixel is touched.
 */
import { createHash } from 'node:crypto';
import { readGif } from './gif.ts';
import { readJpeg } from './jpeg.ts';
import { hasAt, type PictureContent } from './parts.ts';
import { readPng } from './png.ts';
import { readWebp } from './webp.ts';

export interface Picture extends PictureContent {
  /** Made from the content: 16 hex digits of SHA-256 of `bytes` and the ending of the format. */
  name: string;
}

/** Why a picture is not taken over. */
export type PictureRefusal =
  /** The file has its address only. */
  | 'elsewhere'
  /** No PNG, JPEG, GIF or WebP: an active format (SVG), one that no browser shows (EMF, WMF, TIFF), or no picture at all. */
  | 'otherFormat'
  | 'broken'
  | 'tooLarge'
  /** An icon, a line between paragraphs, a placeholder. */
  | 'tooSmall'
  /** It stands outside the article. */
  | 'outside'
  /** A chart or a diagram that the office program draws anew each time. */
  | 'chart';

/** A megabyte and a half is usual for a photograph in a Word file; readers have slow lines. */
export const largestPicture = 8_000_000;
/** Width by height: browsers need four bytes for each pixel, whatever the size of the file. */
const mostPixels = 40_000_000;
const smallestSide = 40;

interface Format {
  ending: 'png' | 'jpg' | 'gif' | 'webp';
  starts: (bytes: Uint8Array) => boolean;
  /** Undefined where the bytes are broken. */
  read: (bytes: Uint8Array) => PictureContent | undefined;
}

const formats: readonly Format[] = [
  { ending: 'png', starts: (bytes) => hasAt(bytes, 0, '\x89PNG\r\n\x1a\n'), read: readPng },
  { ending: 'jpg', starts: (bytes) => hasAt(bytes, 0, '\xff\xd8\xff'), read: readJpeg },
  { ending: 'gif', starts: (bytes) => hasAt(bytes, 0, 'GIF87a') || hasAt(bytes, 0, 'GIF89a'), read: readGif },
  { ending: 'webp', starts: (bytes) => hasAt(bytes, 0, 'RIFF') && hasAt(bytes, 8, 'WEBP'), read: readWebp },
];

export function readPicture(bytes: Uint8Array): Picture | PictureRefusal {
  const format = formats.find(({ starts }) => starts(bytes));
  if (!format) return 'otherFormat';
  if (bytes.length > largestPicture) return 'tooLarge';
  const content = format.read(bytes);
  if (!content || content.width === 0 || content.height === 0) return 'broken';
  const { width, height } = content;
  if (width * height > mostPixels) return 'tooLarge';
  if (Math.min(width, height) < smallestSide) return 'tooSmall';
  const hash = createHash('sha256').update(content.bytes).digest('hex');
  return { name: `${hash.slice(0, 16)}.${format.ending}`, ...content };
}

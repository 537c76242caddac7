/** GIF (89a): a screen, then images and extensions, each in blocks of up to 255 bytes. */
import { hasAt, joinParts, type PictureContent, viewOf } from './parts.ts';

const imageMark = 0x2c;
const extensionMark = 0x21;
const trailer = 0x3b;
const screenEnd = 13;

export function readGif(bytes: Uint8Array): PictureContent | undefined {
  if (bytes.length < screenEnd) return undefined;
  const view = viewOf(bytes);
  let [width, height] = [view.getUint16(6, true), view.getUint16(8, true)];
  let at = screenEnd + colours(bytes[10]);
  const parts = [bytes.subarray(0, at)];
  let hasPixels = false;
  while (at < bytes.length) {
    const mark = bytes[at];
    if (mark === trailer) return hasPixels ? { width, height, bytes: joinParts([...parts, Uint8Array.of(trailer)]) } : undefined;
    if ((mark !== imageMark && mark !== extensionMark) || at + 10 > bytes.length) return undefined;
    const end = blocksEnd(bytes, mark === imageMark ? at + 11 + colours(bytes[at + 9]) : at + 2);
    if (end === undefined) return undefined;
    if (mark === imageMark) {
      // A browser widens the screen for an image that reaches over it.
      width = Math.max(width, view.getUint16(at + 1, true) + view.getUint16(at + 5, true));
      height = Math.max(height, view.getUint16(at + 3, true) + view.getUint16(at + 7, true));
      hasPixels = true;
    }
    if (mark === imageMark || isShown(bytes, at)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return undefined;
}

/** Bytes of the table of colours that the flags announce. */
function colours(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0;
}

/** Behind the empty block that ends a run of them. */
function blocksEnd(bytes: Uint8Array, from: number): number | undefined {
  let at = from;
  for (let length = bytes[at]; length !== undefined; length = bytes[at]) {
    at += 1 + length;
    if (length === 0) return at;
  }
  return undefined;
}

/** How an image is shown, and how often a run of them is; comments, texts and programs' own words go. */
function isShown(bytes: Uint8Array, at: number): boolean {
  return bytes[at + 1] === 0xf9 || (bytes[at + 1] === 0xff && (hasAt(bytes, at + 3, 'NETSCAPE2.0') || hasAt(bytes, at + 3, 'ANIMEXTS1.0')));
}

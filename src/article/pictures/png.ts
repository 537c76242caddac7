/** PNG (ISO/IEC 15948, third edition): a signature and chunks. */
import { hasAt, joinParts, type PictureContent, viewOf } from './parts.ts';

/** Chunks that decide what is seen; texts, times, EXIF, programs' own chunks and what stands behind the end go. */
const shown = new Set('IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP sBIT bKGD pHYs acTL fcTL fdAT'.split(' '));

const signatureLength = 8;
/** Length, name and check sum of a chunk. */
const frame = 12;

export function readPng(bytes: Uint8Array): PictureContent | undefined {
  const view = viewOf(bytes);
  if (bytes.length < signatureLength + frame + 13 || !hasAt(bytes, signatureLength + 4, 'IHDR')) return undefined;
  const parts = [bytes.subarray(0, signatureLength)];
  let hasPixels = false;
  for (let at = signatureLength; at + frame <= bytes.length; ) {
    const end = at + frame + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (end > bytes.length) return undefined;
    if (shown.has(name)) parts.push(bytes.subarray(at, end));
    hasPixels ||= name === 'IDAT';
    if (name === 'IEND')
      return hasPixels
        ? { width: view.getUint32(signatureLength + 8), height: view.getUint32(signatureLength + 12), bytes: joinParts(parts) }
        : undefined;
    at = end;
  }
  return undefined;
}

/** JPEG (ITU-T T.81): segments, each begun by a marker, and coded pixels behind each start of scan. */
import { hasAt, joinParts, type PictureContent, viewOf } from './parts.ts';

interface Segment {
  marker: number;
  /** From the marker to the next one, coded pixels included. */
  bytes: Uint8Array;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

export function readJpeg(bytes: Uint8Array): PictureContent | undefined {
  const segments = segmentsOf(bytes);
  const frames = segments?.filter(({ marker }) => isFrame(marker)) ?? [];
  const [size] = frames;
  if (!segments || !size || frames.length > 1 || size.bytes.length < 9 || !segments.some(({ marker }) => marker === startOfScan))
    return undefined;
  const [height, width] = [viewOf(size.bytes).getUint16(5), viewOf(size.bytes).getUint16(7)];
  const turn = orientationIn(segments);
  const kept = segments.flatMap(shownPart);
  const isFirstJfif = kept[0]?.[1] === 0xe0;
  const parts = turn > 1 ? [...kept.slice(0, isFirstJfif ? 1 : 0), orientationSegment(turn), ...kept.slice(isFirstJfif ? 1 : 0)] : kept;
  const content = joinParts([bytes.subarray(0, 2), ...parts]);
  return turn > 4 ? { width: height, height: width, bytes: content } : { width, height, bytes: content };
}

/** Undefined where the file is cut or broken; what stands behind the end of the picture is left out. */
function segmentsOf(bytes: Uint8Array): Segment[] | undefined {
  const view = viewOf(bytes);
  const segments: Segment[] = [];
  for (let at = 2; at + 1 < bytes.length; ) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === endOfImage) return [...segments, { marker, bytes: bytes.subarray(at, at + 2) }];
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xd8) || at + 4 > bytes.length) return undefined;
    const length = view.getUint16(at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return undefined;
    const next = marker === startOfScan ? scanEnd(bytes, end) : end;
    segments.push({ marker, bytes: bytes.subarray(at, next) });
    at = next;
  }
  return undefined;
}

/** Where the coded pixels end: at a marker that is neither a filler nor a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

/** Of the segments that programs may add, only what decides on colours stays: JFIF without its small copy of the picture, ICC, Adobe's. */
function shownPart({ marker, bytes }: Segment): Uint8Array[] {
  if (marker === 0xe0) return hasAt(bytes, 4, 'JFIF\0') && bytes.length >= 18 ? [withoutThumbnail(bytes)] : [];
  if (marker === 0xe2) return hasAt(bytes, 4, 'ICC_PROFILE\0') ? [bytes] : [];
  if (marker === 0xee) return hasAt(bytes, 4, 'Adobe') ? [bytes] : [];
  return (marker >= 0xe0 && marker <= 0xef) || marker >= 0xf0 ? [] : [bytes];
}

function withoutThumbnail(jfif: Uint8Array): Uint8Array {
  const head = jfif.slice(0, 18);
  head.set([0, 16], 2);
  head.set([0, 0], 16);
  return head;
}

const exifMark = 'Exif\0\0';
const orientationTag = 0x0112;

/** 1 to 8: how the picture must be turned (Exif 2.32, 4.6.4); 1 where it stands as it is. */
function orientationIn(segments: readonly Segment[]): number {
  const exif = segments.find(({ marker, bytes }) => marker === 0xe1 && hasAt(bytes, 4, exifMark))?.bytes.subarray(10);
  if (!exif || exif.length < 8) return 1;
  const view = viewOf(exif);
  const little = hasAt(exif, 0, 'II');
  const directory = view.getUint32(4, little);
  if (directory + 2 > exif.length) return 1;
  for (let entry = 0, at = directory + 2; entry < view.getUint16(directory, little) && at + 12 <= exif.length; entry += 1, at += 12) {
    if (view.getUint16(at, little) !== orientationTag) continue;
    const turn = view.getUint16(at + 8, little);
    return turn >= 1 && turn <= 8 ? turn : 1;
  }
  return 1;
}

/** Exif with the one field without which the picture would lie on its side. */
function orientationSegment(turn: number): Uint8Array {
  const field = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, turn, 0, 0];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, ...field, 0, 0, 0, 0];
  return Uint8Array.from([0xff, 0xe1, 0, 2 + exifMark.length + tiff.length, ...Buffer.from(exifMark, 'latin1'), ...tiff]);
}

/** WebP (RFC 9649): a RIFF file of chunks with even lengths. */
import { hasAt, joinParts, type PictureContent, viewOf } from './parts.ts';

/** Chunks that decide what is seen; EXIF, XMP and unknown ones go. */
const shown: ReadonlySet<string> = new Set(['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

const head = 12;
/** Bits of `VP8X` that announce EXIF and XMP. */
const metadataFlags = 0x0c;

export function readWebp(bytes: Uint8Array): PictureContent | undefined {
  const view = viewOf(bytes);
  const whole = bytes.length < head ? 0 : 8 + view.getUint32(4, true);
  if (whole > bytes.length || whole < head) return undefined;
  const parts: Uint8Array[] = [];
  let size: { width: number; height: number } | undefined;
  let hasPixels = false;
  for (let at = head; at + 8 <= whole; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    const name = String.fromCharCode(...bytes.subarray(at, at + 4));
    if (at + 8 + length > whole) return undefined;
    const chunk = bytes.subarray(at, Math.min(end, whole));
    size ??= sizeIn(name, chunk.subarray(8, 8 + length));
    hasPixels ||= name === 'VP8 ' || name === 'VP8L' || name === 'ANMF';
    if (shown.has(name))
      parts.push(...(name === 'VP8X' ? [withoutFlags(chunk)] : [chunk]), ...(chunk.length % 2 ? [Uint8Array.of(0)] : []));
    at = end;
  }
  return size && hasPixels ? { ...size, bytes: withHead(joinParts(parts)) } : undefined;
}

/** The first chunk of a picture states its size. */
function sizeIn(name: string, content: Uint8Array): { width: number; height: number } | undefined {
  const view = viewOf(content);
  if (content.length < (name === 'VP8L' ? 5 : 10)) return undefined;
  if (name === 'VP8X') return { width: 1 + uint24(view, 4), height: 1 + uint24(view, 7) };
  if (name === 'VP8 ' && hasAt(content, 3, '\x9d\x01\x2a'))
    return { width: view.getUint16(6, true) & 0x3fff, height: view.getUint16(8, true) & 0x3fff };
  if (name !== 'VP8L' || content[0] !== 0x2f) return undefined;
  const bits = view.getUint32(1, true);
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
}

function uint24(view: DataView, at: number): number {
  return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

function withoutFlags(chunk: Uint8Array): Uint8Array {
  const changed = chunk.slice();
  changed[8] = (changed[8] ?? 0) & ~metadataFlags;
  return changed;
}

function withHead(chunks: Uint8Array): Uint8Array {
  const start = new Uint8Array(head);
  start.set(Buffer.from('RIFF____WEBP', 'latin1'));
  viewOf(start).setUint32(4, 4 + chunks.length, true);
  return joinParts([start, chunks]);
}

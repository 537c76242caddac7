/** Bytes of a plain text source to text. Formats with markup have readers of their own that end in the same shape. */

export interface Decoded {
  text: string;
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';
  /** Characters that the encoding could not give (U+FFFD). */
  garbled: number;
}

export type DecodeFailure = 'empty' | 'binary';

const controlCharacters = /(?![\t\n\v\f\r\u0085])\p{Cc}/gu;

/** Share of control characters above which bytes are no text. */
const mostControls = 0.01;

/**
 * Reads UTF-8 and UTF-16 with or without a byte order mark, and GB18030 (hence GBK, GB2312).
 * The first encoding that fits without loss wins; a text cut in mid-character is read as UTF-8 with the loss counted.
 */
export function decode(bytes: Uint8Array): Decoded | DecodeFailure {
  const decoded = fromMark(bytes) ?? withoutMark(bytes);
  if (/^\s*$/u.test(decoded.text)) return 'empty';
  const controls = decoded.text.match(controlCharacters)?.length ?? 0;
  if (controls > decoded.text.length * mostControls) return 'binary';
  return decoded;
}

function fromMark(bytes: Uint8Array): Decoded | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return lenient(bytes, 'utf-8');
  if (startsWith(bytes, 0xff, 0xfe)) return lenient(bytes, 'utf-16le');
  if (startsWith(bytes, 0xfe, 0xff)) return lenient(bytes, 'utf-16be');
  return undefined;
}

function withoutMark(bytes: Uint8Array): Decoded {
  const wide = unmarkedUtf16(bytes);
  if (wide) return lenient(bytes, wide);
  const exact = strict(bytes, 'utf-8') ?? strict(bytes, 'gb18030');
  if (exact) return exact;
  const readings = [lenient(bytes, 'utf-8'), lenient(bytes, 'gb18030')];
  return readings.reduce((best, reading) => (reading.garbled < best.garbled ? reading : best));
}

/** In Chinese UTF-16 the line breaks and digits alone give zero bytes, all on one side. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < Math.min(bytes.length, 4096); i += 1) {
    if (bytes[i] !== 0) continue;
    if (i % 2 === 0) even += 1;
    else odd += 1;
  }
  if (even === 0 && odd > 2) return 'utf-16le';
  if (odd === 0 && even > 2) return 'utf-16be';
  return undefined;
}

function strict(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, garbled: 0 };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function lenient(bytes: Uint8Array, encoding: Decoded['encoding']): Decoded {
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, garbled: text.match(/\ufffd/g)?.length ?? 0 };
}

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, i) => bytes[i] === byte);
}

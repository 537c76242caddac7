/**
 * One part of the index in bytes. Keys are sorted by code unit; for each: how many code units it shares with the key
 * before, the bytes and the UTF-8 of the rest, the number of positions, the bytes of the positions, and the positions
 * as rising numbers, each as the distance from the one before. All numbers are LEB128.
 */

export interface Posting {
  key: string;
  /** Rising. */
  positions: number[];
}

export function encodePart(postings: readonly Posting[]): Uint8Array {
  const bytes: number[] = [];
  const encoder = new TextEncoder();
  let before = '';
  for (const { key, positions } of postings) {
    const shared = sharedStart(before, key);
    const rest = encoder.encode(key.slice(shared));
    const distances = encodeDistances(positions);
    for (const number of [shared, rest.length]) writeNumber(bytes, number);
    for (const byte of rest) bytes.push(byte);
    for (const number of [positions.length, distances.length]) writeNumber(bytes, number);
    for (const byte of distances) bytes.push(byte);
    before = key;
  }
  return Uint8Array.from(bytes);
}

/** The keys of a part with a way to their positions; nothing is decoded before it is asked for. */
export class Part {
  readonly #bytes: Uint8Array;
  readonly #entries = new Map<string, { count: number; at: number }>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    const decoder = new TextDecoder();
    const cursor = { at: 0 };
    let key = '';
    while (cursor.at < bytes.length) {
      const shared = readNumber(bytes, cursor);
      const length = readNumber(bytes, cursor);
      key = key.slice(0, shared) + decoder.decode(bytes.subarray(cursor.at, cursor.at + length));
      cursor.at += length;
      const count = readNumber(bytes, cursor);
      const size = readNumber(bytes, cursor);
      this.#entries.set(key, { count, at: cursor.at });
      cursor.at += size;
    }
  }

  keys(): Iterable<string> {
    return this.#entries.keys();
  }

  positions(key: string): number[] {
    const entry = this.#entries.get(key);
    if (!entry) return [];
    const cursor = { at: entry.at };
    const positions: number[] = [];
    let position = 0;
    for (let i = 0; i < entry.count; i += 1) {
      position += readNumber(this.#bytes, cursor);
      positions.push(position);
    }
    return positions;
  }
}

function encodeDistances(positions: readonly number[]): number[] {
  const bytes: number[] = [];
  let before = 0;
  for (const position of positions) {
    writeNumber(bytes, position - before);
    before = position;
  }
  return bytes;
}

function writeNumber(bytes: number[], number: number): void {
  let rest = number;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

function readNumber(bytes: Uint8Array, cursor: { at: number }): number {
  let number = 0;
  let factor = 1;
  for (;;) {
    const byte = bytes[cursor.at] as number;
    cursor.at += 1;
    if (byte < 128) return number + byte * factor;
    number += (byte - 128) * factor;
    factor *= 128;
  }
}

function sharedStart(a: string, b: string): number {
  let i = 0;
  while (i < a.length && i < b.length && a.charCodeAt(i) === b.charCodeAt(i)) i += 1;
  // Both halves of a character outside the basic plane stay together.
  return i > 0 && i < b.length && isHighHalf(b.charCodeAt(i - 1)) ? i - 1 : i;
}

const isHighHalf = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;

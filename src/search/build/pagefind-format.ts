import { gzipSync } from 'node:zlib';
import type { Unit } from '../tokens.ts';
import { type CborWriter, cborWriter } from './cbor.ts';
import { openWordPlaces } from './word-places.ts';

/** A file beside Pagefind's program that its search in the browser reads. */
export interface IndexFile {
  /** Relative to the index's folder. */
  path: string;
  content: Uint8Array;
}

/** Collects the words of one record and makes the files in which Pagefind's search looks for them. */
export interface PagefindIndex {
  /** Adds a row of units; returns the places that it takes. */
  add(units: readonly Unit[]): number;
  /** The files in the order of their paths, and the first word of each part of the index. */
  finish(): { files: IndexFile[]; firstWords: string[] };
}

export interface IndexSettings {
  /** Places in one part of the index, at least. */
  partSize: number;
  /** The places that a row of so many units takes. */
  roomOf(units: number): number;
}

/** The version whose files these are. Pagefind's own program of this version is shipped beside them. */
export const formatVersion = '1.6.0';

/** Name of every record's list of parts: the folder around it is named by its content. */
export const metaHash = 'und_0';

/** Every file of Pagefind's begins so when it is unpacked. */
const signature = Buffer.from('pagefind_dcd');

/** Pagefind writes 25 as the usual weight without a mark, and gives the words of a record 24. */
const weightMark = -25;

/** Zlib's: 9, as Pagefind has it, takes four times as long for 2 % less. */
const compression = 6;

/**
 * Pagefind's own writer takes 15 ms and 1.9 MB an article, three quarters of it in its compression and its allocator. This one
 * makes the same files of one record: `tests/search/pagefind-format.test.ts` holds them against Pagefind's, byte for byte.
 */
export function openPagefindIndex({ partSize, roomOf }: IndexSettings): PagefindIndex {
  const places = openWordPlaces();
  let count = 0;
  let isEmpty = true;
  return {
    add(units) {
      places.add(units, count);
      isEmpty &&= units.length === 0;
      const room = roomOf(units.length);
      count += room;
      return room;
    },
    finish() {
      // Without any word Pagefind would not start in the browser.
      const words: Iterable<PlacedWord> = isEmpty ? [['0', Uint32Array.of(0)]] : places.sorted();
      const parts = partsOf(words, partSize);
      const files = parts.map(({ words: own }, at) => ({ path: `index/${nameOf(at)}.pf_index`, content: packed(writePart(own)) }));
      const meta = { path: `pagefind.${metaHash}.pf_meta`, content: packed(writeMeta(parts, Math.max(count, 1))) };
      return { files: [...files, meta], firstWords: parts.map(({ words: [first] }) => (first as PlacedWord)[0]) };
    },
  };
}

type PlacedWord = [word: string, places: Uint32Array];

interface Part {
  words: PlacedWord[];
  /** Beginnings that tell its first and last words from those of the parts before and after it. */
  from: string;
  to: string;
}

const nameOf = (at: number) => at.toString(36);

function partsOf(words: Iterable<PlacedWord>, partSize: number): Part[] {
  const parts: Part[] = [];
  let size = partSize;
  for (const [word, places] of words) {
    if (size >= partSize) {
      parts.push({ words: [], from: word, to: '' });
      size = 0;
    }
    (parts.at(-1) as Part).words.push([word, places]);
    // A mark of the weight and one of the record count as places.
    size += places.length + 2;
  }
  for (const [at, part] of parts.entries()) {
    part.to = (part.words.at(-1) as PlacedWord)[0];
    const next = parts[at + 1];
    if (!next) continue;
    const shared = sharedBeginning(part.to, next.from);
    const shortened = part.to.slice(0, shared + 1);
    if (shortened >= part.from) part.to = shortened;
    next.from = next.from.slice(0, shared + 1);
  }
  return parts;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function writePart(words: readonly PlacedWord[]): Uint8Array {
  const cbor = cborWriter();
  cbor.list(1);
  cbor.list(words.length);
  for (const [word, places] of words) {
    cbor.list(3);
    cbor.text(word);
    cbor.list(1);
    writeRecord(cbor, places);
    // Forms with other accents.
    cbor.list(0);
  }
  return cbor.bytes();
}

/** The record's number, its places, each counted from the one before, and its places in titles. */
function writeRecord(cbor: CborWriter, places: Uint32Array): void {
  cbor.list(3);
  cbor.number(0);
  cbor.list(places.length + 1);
  cbor.number(weightMark);
  let before = 0;
  for (const place of places) {
    cbor.number(place - before);
    before = place;
  }
  cbor.list(0);
}

/** The version, the records, the parts, and no filters, orders and fields. */
function writeMeta(parts: readonly Part[], units: number): Uint8Array {
  const cbor = cborWriter();
  cbor.list(6);
  cbor.text(formatVersion);
  cbor.list(1);
  cbor.list(3);
  cbor.text('0');
  cbor.number(units);
  cbor.text('');
  cbor.list(parts.length);
  for (const [at, { from, to }] of parts.entries()) {
    cbor.list(3);
    cbor.text(from);
    cbor.text(to);
    cbor.text(nameOf(at));
  }
  for (let left = 3; left > 0; left -= 1) cbor.list(0);
  return cbor.bytes();
}

function packed(content: Uint8Array): Uint8Array {
  return gzipSync(Buffer.concat([signature, content]), { level: compression });
}

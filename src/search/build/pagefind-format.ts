import { gzipSync } from 'node:zlib';
import { type CborWriter, cborWriter } from './cbor.ts';
import { type Part, type PartRange, partsAt, partsOf, rangesOf, sharedRanges } from './part-ranges.ts';
import { openWordPlaces, type SortedWords } from './word-places.ts';

/** A file beside Pagefind's program that its search in the browser reads. */
export interface IndexFile {
  /** Relative to the index's folder. */
  path: string;
  content: Uint8Array;
}

/** Collects the words of one record and makes the parts in which Pagefind's search looks for them. */
export interface PagefindIndex {
  /** Adds a row of text; returns the places that it takes. */
  add(text: string): number;
  finish(): MadeIndex;
}

export interface MadeIndex {
  /** Packed, in the order of their words. */
  parts: Uint8Array[];
  /** The words of each part. */
  ranges: PartRange[];
  /** The places that all rows take. */
  room: number;
}

export interface IndexSettings {
  /** The first words of the parts, or the number of places in each part, at least. */
  parts: readonly string[] | number;
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

/** Zlib's: 9, as Pagefind has it, takes 1.7 times as long as 5 for 2 bytes in 10,000. */
const compression = 5;

/**
 * Pagefind's own writer takes 15 ms and 1.9 MB an article, three quarters of it in its compression and its allocator. This one
 * makes the same files of one record: `tests/search/pagefind-format.test.ts` holds them against Pagefind's, byte for byte.
 */
export function openPagefindIndex({ parts: given, roomOf }: IndexSettings): PagefindIndex {
  const places = openWordPlaces();
  let count = 0;
  return {
    add(text) {
      const room = roomOf(places.add(text, count));
      count += room;
      return room;
    },
    finish() {
      const sorted = places.sorted();
      // Without any word Pagefind would not start in the browser.
      const words = sorted.count === 0 ? onlyZero : sorted;
      const parts = typeof given === 'number' ? partsOf(words, given) : partsAt(words, given);
      const ranges = typeof given === 'number' ? rangesOf(words, parts) : sharedRanges(given);
      return { parts: parts.map(partWriter(words)), ranges, room: count };
    },
  };
}

/** The word 0, at the first place. */
const onlyZero: SortedWords = {
  count: 1,
  forms: ['0', ''],
  firsts: Uint32Array.of(0),
  seconds: Uint32Array.of(1),
  starts: Uint32Array.of(0, 1),
  places: Uint32Array.of(0),
};

/** One writer for all parts: each overwrites the last. */
function partWriter({ forms, firsts, seconds, starts, places }: SortedWords): (part: Part) => Uint8Array {
  const cbor = cborWriter();
  const written = forms.map((form) => Buffer.from(form));
  return ({ start, end }) => {
    cbor.begin(signature);
    cbor.list(1);
    cbor.list(end - start);
    for (let word = start; word < end; word += 1) {
      cbor.list(3);
      cbor.text(written[firsts[word] as number] as Buffer, written[seconds[word] as number] as Buffer);
      cbor.list(1);
      writeRecord(cbor, places, starts[word] as number, starts[word + 1] as number);
      // Forms with other accents.
      cbor.list(0);
    }
    return packed(cbor.bytes());
  };
}

/** The record's number, its places from `start` to before `end`, each counted from the one before, and its places in titles. */
function writeRecord(cbor: CborWriter, places: Uint32Array, start: number, end: number): void {
  cbor.list(3);
  cbor.number(0);
  cbor.list(end - start + 1);
  cbor.number(weightMark);
  let before = 0;
  for (let at = start; at < end; at += 1) {
    const place = places[at] as number;
    cbor.number(place - before);
    before = place;
  }
  cbor.list(0);
}

/** The file of a part, relative to the index's folder. */
export const pathOfPart = (at: number): string => `index/${nameOf(at)}.pf_index`;

const nameOf = (at: number) => at.toString(36);

/** The list of parts of one record with so many places: the version, the records, the parts, and no filters, orders and fields. */
export function partList(ranges: readonly PartRange[], room: number): IndexFile {
  const cbor = cborWriter();
  cbor.begin(signature);
  cbor.list(6);
  cbor.text(Buffer.from(formatVersion));
  cbor.list(1);
  cbor.list(3);
  cbor.text(Buffer.from('0'));
  cbor.number(Math.max(room, 1));
  cbor.text();
  cbor.list(ranges.length);
  for (const [at, { from, to }] of ranges.entries()) {
    cbor.list(3);
    cbor.text(Buffer.from(from));
    cbor.text(Buffer.from(to));
    cbor.text(Buffer.from(nameOf(at)));
  }
  for (let left = 3; left > 0; left -= 1) cbor.list(0);
  return { path: `pagefind.${metaHash}.pf_meta`, content: packed(cbor.bytes()) };
}

function packed(content: Uint8Array): Uint8Array {
  return gzipSync(content, { level: compression });
}

/**
 * Pagefind takes more than a microsecond for each place of a word, a hundred times as long as reading the part of the index that
 * holds it, and about a millisecond for each part. So parts of several indexes, and parts with common words, are read here.
 */

/** Unpacks a file of an index: the parts that it joins, one of each index. Rejects where a browser cannot unpack. */
export async function unpackParts(file: ArrayBuffer, indexes: number): Promise<Uint8Array<ArrayBuffer>[]> {
  const sizes = new DataView(file);
  let at = (indexes - 1) * sizeBytes;
  const packed = Array.from({ length: indexes }, (_, index) => {
    const start = at;
    at = index < indexes - 1 ? start + sizes.getUint32(index * sizeBytes, true) : file.byteLength;
    return new Uint8Array(file, start, at - start);
  });
  return Promise.all(packed.map(unpack));
}

/** Of a number in front of joined parts; see `src/search/build/join-parts.ts`. */
const sizeBytes = 4;

/** By a writer: to pipe a response through takes twice as long. */
async function unpack(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const written = Promise.all([writer.write(packed), writer.close()]);
  const unpacked = await new Response(readable).arrayBuffer();
  await written;
  return new Uint8Array(unpacked);
}

/** Pagefind's mark at the beginning of every file; then a list of words, in CBOR. */
const signature = new TextEncoder().encode('pagefind_dcd');

/** A part without words, as Pagefind reads it. */
export const emptyPart: Uint8Array<ArrayBuffer> = Uint8Array.of(...signature, 0x81, 0x80);

/** An unpacked part of an index. */
export interface ReadPart {
  bytes: Uint8Array;
  /** Where the text of its last word begins. */
  last: number;
  /** How often the word stands that stands most often. */
  most: number;
}

export function readPart(bytes: Uint8Array): ReadPart {
  let [last, most] = [0, 0];
  readWords(bytes, (word, count) => {
    last = word;
    most = Math.max(most, count);
    return true;
  });
  return { bytes, last, most };
}

/** The places, rising, at which words that begin so stand in these parts of one index. */
export function placesIn(parts: readonly ReadPart[], beginning: string): Uint32Array {
  const sought = new TextEncoder().encode(beginning);
  const found: Uint32Array[] = [];
  for (const { bytes, last } of parts) {
    if (last === 0 || compare(bytes, last, sought) < 0) continue;
    readWords(bytes, (word, count, places) => {
      const order = compare(bytes, word, sought);
      if (order === 0) found.push(readPlaces(bytes, places, count));
      return order <= 0;
    });
  }
  const [only] = found;
  return only && found.length === 1 ? only : joined(found).sort();
}

/**
 * Goes through the words as `src/search/build/pagefind-format.ts` writes them, with one record, until `isOn` is false: where its text
 * begins, how many places it has and where they begin.
 */
function readWords(bytes: Uint8Array, isOn: (word: number, count: number, places: number) => boolean): void {
  const reader = readerAt(bytes, signature.length);
  reader.next();
  for (let left = reader.next(); left > 0; left -= 1) {
    reader.next();
    const length = reader.next();
    const word = reader.at();
    reader.skip(length);
    // One record, of three items: its number, its places after a mark of their weight, its places in titles.
    reader.next();
    reader.next();
    reader.next();
    const count = reader.next() - 1;
    reader.next();
    if (!isOn(word, count, reader.at())) return;
    reader.skipItems(count);
    reader.next();
    reader.next();
  }
}

/** Each is counted from the one before. */
function readPlaces(bytes: Uint8Array, start: number, count: number): Uint32Array {
  const places = new Uint32Array(count);
  let [at, place] = [start, 0];
  for (let i = 0; i < count; i += 1) {
    const end = at + itemSize(bytes[at] as number);
    place += numberIn(bytes, at, end);
    places[i] = place;
    at = end;
  }
  return places;
}

/** Reads items of CBOR one after the other. */
function readerAt(bytes: Uint8Array, start: number) {
  let at = start;
  return {
    at: () => at,
    skip: (length: number) => {
      at += length;
    },
    skipItems: (count: number) => {
      let end = at;
      for (let left = count; left > 0; left -= 1) end += itemSize(bytes[end] as number);
      at = end;
    },
    /** The number in an item's head: its value or its length. */
    next: (): number => {
      const start = at;
      at += itemSize(bytes[at] as number);
      return numberIn(bytes, start, at);
    },
  };
}

/** Bytes of an item's head that begins so. */
function itemSize(first: number): number {
  const low = first & 31;
  return low < 24 ? 1 : 1 + (1 << (low - 24));
}

/** The number in an item's head. */
function numberIn(bytes: Uint8Array, start: number, end: number): number {
  if (end === start + 1) return (bytes[start] as number) & 31;
  let value = 0;
  for (let at = start + 1; at < end; at += 1) value = value * 256 + (bytes[at] as number);
  return value;
}

/** Below zero where a word stands before those that begin so, zero where it is one of them; words stand in the order of their bytes. */
function compare(bytes: Uint8Array, word: number, sought: Uint8Array): number {
  for (let i = 0; i < sought.length; i += 1) {
    const difference = (bytes[word + i] as number) - (sought[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function joined(lists: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

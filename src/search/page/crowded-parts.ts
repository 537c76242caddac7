/**
 * Pagefind takes more than a microsecond for each place of a word, in a common word of a large library a hundred times as long as
 * reading the part of the index that holds it. So parts with such words are kept from Pagefind and read here.
 */

/** A word that stands so often in one index is not left to Pagefind. */
const crowd = 500;

/** The words of a part, in order, with their places, rising. */
export type ReadPart = readonly PlacedWord[];
type PlacedWord = readonly [word: string, places: readonly number[]];

/** Reads a part of an index, packed as it is fetched; undefined where no word stands so often in it, and where a browser cannot unpack it. */
export async function readCrowded(packed: ArrayBuffer): Promise<ReadPart | undefined> {
  if (typeof DecompressionStream === 'undefined') return undefined;
  const unpacked = new Response(packed).body?.pipeThrough(new DecompressionStream('gzip'));
  const words = readPart(new Uint8Array(await new Response(unpacked).arrayBuffer()));
  return words.some(([, places]) => places.length >= crowd) ? words : undefined;
}

/** Pagefind's mark at the beginning of every file; then a list of words, in CBOR. */
const signature = new TextEncoder().encode('pagefind_dcd');

/** A part without words, as Pagefind reads it. */
export const emptyPart: Uint8Array<ArrayBuffer> = Uint8Array.of(...signature, 0x81, 0x80);

/** The places at which words that begin so stand, rising. */
export function placesIn(parts: readonly ReadPart[], beginning: string): number[] {
  const words = parts.filter((part) => mayHold(part, beginning)).flatMap((part) => part.filter(([word]) => word.startsWith(beginning)));
  const [only] = words;
  if (words.length === 1 && only) return [...only[1]];
  return words.flatMap(([, places]) => places).sort((a, b) => a - b);
}

/** Whether words that begin so stand between the first and the last word of a part. */
function mayHold(part: ReadPart, beginning: string): boolean {
  const [first, last] = [part[0]?.[0] ?? '', part[part.length - 1]?.[0] ?? ''];
  return last >= beginning && (first <= beginning || first.startsWith(beginning));
}

/** As `src/search/build/pagefind-format.ts` writes it, with one record. */
function readPart(bytes: Uint8Array): PlacedWord[] {
  const texts = new TextDecoder();
  let at = signature.length;
  /** The number in an item's head: its value or its length. */
  const head = (): number => {
    const low = (bytes[at] as number) & 31;
    at += 1;
    if (low < 24) return low;
    let value = 0;
    for (let left = 1 << (low - 24); left > 0; left -= 1) {
      value = value * 256 + (bytes[at] as number);
      at += 1;
    }
    return value;
  };
  const words: PlacedWord[] = [];
  head();
  for (let left = head(); left > 0; left -= 1) {
    head();
    const end = head() + at;
    const word = texts.decode(bytes.subarray(at, end));
    at = end;
    // One record, of three items: its number, its places after a mark of their weight, its places in titles.
    head();
    head();
    head();
    const count = head() - 1;
    head();
    const places: number[] = new Array(count);
    let place = 0;
    for (let i = 0; i < count; i += 1) {
      place += head();
      places[i] = place;
    }
    words.push([word, places]);
    head();
    head();
  }
  return words;
}

/** As much of CBOR (RFC 8949) as Pagefind's index is written in: numbers, texts, and lists of known length. */
export interface CborWriter {
  list(length: number): void;
  /** A text given in pieces of UTF-8. */
  text(...pieces: Uint8Array[]): void;
  number(value: number): void;
  /** Begins anew with these bytes. */
  begin(bytes: Uint8Array): void;
  /** A view of the bytes written since, until the next beginning. */
  bytes(): Uint8Array;
}

const major = { number: 0, negative: 1, text: 3, list: 4 } as const;
/** Of a number below 2 to the 32nd. */
const longestHead = 5;

export function cborWriter(): CborWriter {
  let buffer = new Uint8Array(64 * 1024);
  let end = 0;
  const reserve = (length: number) => {
    if (end + length <= buffer.length) return;
    const larger = new Uint8Array(Math.max(buffer.length * 2, end + length));
    larger.set(buffer.subarray(0, end));
    buffer = larger;
  };
  /** Its lowest eight bits. */
  const put = (byte: number) => {
    buffer[end] = byte;
    end += 1;
  };
  const head = (kind: number, value: number) => {
    reserve(longestHead);
    const mark = kind << 5;
    if (value < 24) put(mark | value);
    else if (value < 0x100) {
      put(mark | 24);
      put(value);
    } else if (value < 0x1_0000) {
      put(mark | 25);
      put(value >>> 8);
      put(value);
    } else {
      put(mark | 26);
      for (let shift = 24; shift >= 0; shift -= 8) put(value >>> shift);
    }
  };
  const append = (bytes: Uint8Array) => {
    reserve(bytes.length);
    bytes.forEach(put);
  };
  return {
    list: (length) => head(major.list, length),
    text(...pieces) {
      head(
        major.text,
        pieces.reduce((length, piece) => length + piece.length, 0),
      );
      pieces.forEach(append);
    },
    number: (value) => (value < 0 ? head(major.negative, -1 - value) : head(major.number, value)),
    begin(bytes) {
      end = 0;
      append(bytes);
    },
    bytes: () => buffer.subarray(0, end),
  };
}

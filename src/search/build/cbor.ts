/** As much of CBOR (RFC 8949) as Pagefind's index is written in: numbers, texts, and lists of known length. */
export interface CborWriter {
  list(length: number): void;
  text(value: string): void;
  number(value: number): void;
  /** Bytes written so far. */
  bytes(): Uint8Array;
}

const major = { number: 0, negative: 1, text: 3, list: 4 } as const;

export function cborWriter(): CborWriter {
  let buffer = Buffer.allocUnsafe(64 * 1024);
  let end = 0;
  const reserve = (length: number) => {
    if (end + length <= buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(buffer.length * 2, end + length));
    buffer.copy(larger, 0, 0, end);
    buffer = larger;
  };
  const head = (kind: number, value: number) => {
    reserve(5);
    if (value < 24) {
      buffer[end] = (kind << 5) | value;
      end += 1;
    } else if (value < 0x100) {
      buffer[end] = (kind << 5) | 24;
      buffer[end + 1] = value;
      end += 2;
    } else if (value < 0x1_0000) {
      buffer[end] = (kind << 5) | 25;
      end = buffer.writeUInt16BE(value, end + 1);
    } else {
      buffer[end] = (kind << 5) | 26;
      end = buffer.writeUInt32BE(value, end + 1);
    }
  };
  return {
    list: (length) => head(major.list, length),
    text(value) {
      const length = Buffer.byteLength(value);
      head(major.text, length);
      reserve(length);
      end += buffer.write(value, end);
    },
    number: (value) => (value < 0 ? head(major.negative, -1 - value) : head(major.number, value)),
    bytes: () => buffer.subarray(0, end),
  };
}

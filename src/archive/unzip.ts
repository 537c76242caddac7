import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

/** A file in a zip. */
export interface ZippedFile {
  path: string;
  /** Throws where the bytes cannot be unpacked. */
  read(): Buffer;
}

/** Signatures and fixed lengths of the parts of a zip (PKWARE's APPNOTE 6.3, 4.3). */
const end = { signature: 0x06054b50, length: 22, longestComment: 0xffff };
const central = { signature: 0x02014b50, length: 46 };
const local = { signature: 0x04034b50, length: 30 };

/**
 * Opens a zip and gives its files, without the folders. Undefined where the file is no zip that this reads: one that is cut
 * off or encrypted, larger than 4 GB, or packed other than by deflate.
 */
export function openZip(file: string): { files: ZippedFile[]; close(): void } | undefined {
  const opened = openSync(file, 'r');
  const files = readDirectory(opened);
  if (files) return { files, close: () => closeSync(opened) };
  closeSync(opened);
  return undefined;
}

function readDirectory(file: number): ZippedFile[] | undefined {
  const { size } = fstatSync(file);
  const tail = readAt(file, Math.max(0, size - end.length - end.longestComment), size);
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (at < 0 || at + end.length > tail.length) return undefined;
  const count = tail.readUInt16LE(at + 10);
  const start = tail.readUInt32LE(at + 16);
  const list = readAt(file, start, start + tail.readUInt32LE(at + 12));
  const files: ZippedFile[] = [];
  let next = 0;
  for (let i = 0; i < count; i += 1) {
    if (next + central.length > list.length || list.readUInt32LE(next) !== central.signature) return undefined;
    const [flags, method] = [list.readUInt16LE(next + 8), list.readUInt16LE(next + 10)];
    const [packed, offset] = [list.readUInt32LE(next + 20), list.readUInt32LE(next + 42)];
    const lengths = [28, 30, 32].map((each) => list.readUInt16LE(next + each));
    const path = list.toString('utf8', next + central.length, next + central.length + (lengths[0] ?? 0));
    if ((flags & 1) !== 0 || (method !== 0 && method !== 8)) return undefined;
    if (!path.endsWith('/')) files.push({ path, read: () => unpack(file, offset, packed, method) });
    next += central.length + lengths.reduce((sum, length) => sum + length, 0);
  }
  return files;
}

function unpack(file: number, offset: number, packed: number, method: number): Buffer {
  const header = readAt(file, offset, offset + local.length);
  if (header.length < local.length || header.readUInt32LE(0) !== local.signature) throw new RangeError('No file of the zip begins here.');
  const start = offset + local.length + header.readUInt16LE(26) + header.readUInt16LE(28);
  const bytes = readAt(file, start, start + packed);
  return method === 0 ? bytes : inflateRawSync(bytes);
}

/** As much of the range as the file has. */
function readAt(file: number, from: number, to: number): Buffer {
  const bytes = Buffer.alloc(Math.max(0, Math.min(to, fstatSync(file).size) - from));
  let read = 0;
  while (read < bytes.length) {
    const more = readSync(file, bytes, read, bytes.length - read, from + read);
    if (more === 0) break;
    read += more;
  }
  return bytes.subarray(0, read);
}

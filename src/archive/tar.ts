import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type ArchiveEntry, unchangingYear } from './entry.ts';

/** Everything in a tar is padded to blocks of so many bytes. */
const block = 512;

const unchangingTime = Date.UTC(unchangingYear, 0, 1) / 1000;

/** Writes a new tar.gz (POSIX 1003.1, ustar). Throws where the file exists; leaves none where it cannot be finished. */
export async function writeTarGz(file: string, entries: readonly ArchiveEntry[]): Promise<void> {
  const out = createWriteStream(file, { flags: 'wx' });
  try {
    await pipeline(Readable.from(tarOf(entries)), createGzip({ level: 6 }), out);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) await rm(file, { force: true });
    throw error;
  }
}

/** The blocks of a tar. */
export function* tarOf(entries: readonly ArchiveEntry[]): Generator<Buffer> {
  for (const { path, content, isExecutable } of entries) {
    const bytes = Buffer.from(content());
    const place = placeOf(path);
    if (place) yield header({ ...place, type: '0', size: bytes.length, mode: isExecutable ? 0o755 : 0o644 });
    else {
      const record = Buffer.from(paxRecord('path', path));
      yield header({ name: Buffer.from('pax'), prefix: Buffer.alloc(0), type: 'x', size: record.length, mode: 0o644 });
      yield padded(record);
      yield header({
        name: Buffer.from(path).subarray(0, 100),
        prefix: Buffer.alloc(0),
        type: '0',
        size: bytes.length,
        mode: isExecutable ? 0o755 : 0o644,
      });
    }
    yield padded(bytes);
  }
  yield Buffer.alloc(2 * block);
}

interface Place {
  name: Buffer;
  prefix: Buffer;
}

/** Where a path fits into a header: 100 bytes, or cut at a slash 155 and 100; undefined where it does not. */
function placeOf(path: string): Place | undefined {
  const bytes = Buffer.from(path);
  if (bytes.length <= 100) return { name: bytes, prefix: Buffer.alloc(0) };
  const slash = bytes.indexOf(0x2f, bytes.length - 101);
  if (slash < 1 || slash > 155 || slash === bytes.length - 1) return undefined;
  return { name: bytes.subarray(slash + 1), prefix: bytes.subarray(0, slash) };
}

interface Header extends Place {
  /** `0` a file, `x` what the next header cannot hold. */
  type: '0' | 'x';
  /** Bytes that follow. */
  size: number;
  mode: number;
}

function header({ name, prefix, type, size, mode }: Header): Buffer {
  const bytes = Buffer.alloc(block);
  const octal = (value: number, at: number, length: number) => bytes.write(value.toString(8).padStart(length - 1, '0'), at, 'latin1');
  name.copy(bytes, 0);
  octal(mode, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(unchangingTime, 136, 12);
  bytes.write('        ', 148, 'latin1');
  bytes.write(type, 156, 'latin1');
  bytes.write('ustar\x0000', 257, 'latin1');
  prefix.copy(bytes, 345);
  const sum = bytes.reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return bytes;
}

/** `30 path=…\n`: the number is the record's own length in bytes, with itself. */
function paxRecord(key: string, value: string): string {
  const rest = Buffer.byteLength(` ${key}=${value}\n`);
  let length = rest + 1;
  while (length !== rest + String(length).length) length = rest + String(length).length;
  return `${length} ${key}=${value}\n`;
}

function padded(bytes: Buffer): Buffer {
  const over = bytes.length % block;
  return over === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(block - over)]);
}

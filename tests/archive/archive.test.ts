import { execFileSync } from 'node:child_process';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { type ArchiveEntry, entriesOf } from '../../src/archive/entry.ts';
import { writeTarGz } from '../../src/archive/tar.ts';
import { openZip } from '../../src/archive/unzip.ts';
import { writeZip } from '../../src/archive/zip.ts';
import { filesOf } from '../../src/site/output/files-of.ts';
import { temporaryFolder } from '../setup/folder.ts';

const deep = `node_modules/${'long-name-of-a-folder/'.repeat(8)}index.js`;

/** A Word file is a zip itself: its signatures stand in the archive as they are. */
const word = Buffer.from(zipSync({ 'word/document.xml': Buffer.from('<w:document/>') }, { level: 0 }));

const files: Record<string, string | Buffer> = {
  'seeds/大田县：跨村联建.txt': '大田县推行跨村联建。'.repeat(200),
  'seeds/征文.docx': word,
  'seeds/empty.txt': '',
  [deep]: 'export {};',
  [`seeds/${'很长的名字'.repeat(12)}.txt`]: '一',
  [`seeds/${'很长的文件夹'.repeat(10)}/${'很长的名字'.repeat(12)}.txt`]: '二',
  'bin/node': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 255, 254]),
};

const entries = (): ArchiveEntry[] =>
  entriesOf(temporaryFolder(files)).map((entry) => ({ ...entry, isExecutable: entry.path === 'bin/node' }));

const contents = (read: (path: string) => Buffer) =>
  Object.fromEntries(Object.keys(files).map((path) => [path, read(path).toString('hex')]));
const expected = contents((path) => Buffer.from(files[path] ?? ''));

describe('a tar.gz', () => {
  it('is unpacked by tar: every name, every byte, programs as programs', async () => {
    const folder = temporaryFolder();
    const file = join(folder, 'a.tar.gz');
    await writeTarGz(file, entries());
    execFileSync('tar', ['-xzf', file, '-C', folder]);
    expect(contents((path) => readFileSync(join(folder, path)))).toEqual(expected);
    expect(filesOf(folder).filter((path) => path !== 'a.tar.gz')).toEqual(Object.keys(files).sort());
    const isProgram = (path: string) => (statSync(join(folder, path)).mode & 0o111) !== 0;
    expect(Object.keys(files).filter(isProgram)).toEqual(['bin/node']);
  });

  it('is never written over a file, and not left half-written', async () => {
    const file = join(temporaryFolder({ 'a.tar.gz': 'of somebody' }), 'a.tar.gz');
    await expect(writeTarGz(file, entries())).rejects.toThrow('EEXIST');
    expect(readFileSync(file, 'utf8')).toBe('of somebody');
    const other = join(temporaryFolder(), 'b.tar.gz');
    const unreadable = { path: 'z', content: () => readFileSync('/nowhere/at/all') };
    await expect(writeTarGz(other, [...entries(), unreadable])).rejects.toThrow('ENOENT');
    expect(statSync(other, { throwIfNoEntry: false })).toBeUndefined();
  });
});

describe('a zip', () => {
  it('is read by another library and by us alike', () => {
    const file = join(temporaryFolder(), 'a.zip');
    writeZip(file, entries(), '');
    const unpacked = unzipSync(readFileSync(file));
    expect(contents((path) => Buffer.from(unpacked[path] ?? []))).toEqual(expected);
    const zip = openZip(file);
    expect(contents((path) => zip?.files.find((each) => each.path === path)?.read() ?? Buffer.alloc(0))).toEqual(expected);
    zip?.close();
  });

  it('has the same bytes in another time zone', () => {
    const packed = ['Asia/Shanghai', 'America/New_York'].map((zone) => {
      vi.stubEnv('TZ', zone);
      const file = join(temporaryFolder(), 'a.zip');
      writeZip(file, entries(), '');
      vi.unstubAllEnvs();
      return readFileSync(file).toString('hex');
    });
    expect(packed[0]).toBe(packed[1]);
  });

  it('refuses more files than a zip can hold, and says what to do instead', () => {
    const file = join(temporaryFolder(), 'a.zip');
    const many = Array.from({ length: 65_536 }, (_, i) => ({ path: String(i), content: () => new Uint8Array() }));
    expect(() => writeZip(file, many, '请直接拷贝。')).toThrow('一个 zip 最多放 65535 个文件，这里有 65536 个');
    expect(statSync(file, { throwIfNoEntry: false })).toBeUndefined();
  });

  it('that others made, with folders and a comment, is read', () => {
    const file = join(temporaryFolder(), 'a.zip');
    const plain = Buffer.from(zipSync({ a: { 'b.txt': Buffer.from('乙') } }));
    plain.writeUInt16LE(7, plain.length - 2);
    writeFileSync(file, Buffer.concat([plain, Buffer.from('comment')]));
    expect(openZip(file)?.files.map(({ path, read }) => [path, read().toString()])).toEqual([['a/b.txt', '乙']]);
  });

  it('whose bytes are broken anywhere never does worse than to be refused or to throw a RangeError or zlib’s error', () => {
    const folder = temporaryFolder();
    const whole = Buffer.from(zipSync({ 'a.txt': Buffer.from('甲'.repeat(99)), 'b.docx': [word, { level: 0 }] }));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, byte, length) => {
        const broken = Buffer.from(whole.subarray(0, length < whole.length / 2 ? length : whole.length));
        if (at < broken.length) broken[at] = byte;
        const file = join(folder, 'broken.zip');
        writeFileSync(file, broken);
        const zip = openZip(file);
        for (const each of zip?.files ?? []) {
          try {
            each.read();
          } catch (error) {
            expect(error instanceof RangeError || String((error as { code?: unknown }).code).startsWith('Z_')).toBe(true);
          }
        }
        zip?.close();
      }),
      { numRuns: 300 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { decode } from '../../../src/article/text/decode.ts';

const text = '大田县：擎旗奋进千帆劲\n2022年，全县共有联村党组织42个。';

const utf16le = Buffer.from(text, 'utf16le');
const utf16be = Buffer.from(utf16le).swap16();
/** `党建引领` and a full stop, in GB18030. */
const gbk = Buffer.from([0xb5, 0xb3, 0xbd, 0xa8, 0xd2, 0xfd, 0xc1, 0xec, 0xa1, 0xa3]);

describe('decode', () => {
  it.each([
    { name: 'UTF-8', bytes: Buffer.from(text), encoding: 'utf-8' },
    { name: 'UTF-8 with a mark', bytes: Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), Buffer.from(text)]), encoding: 'utf-8' },
    { name: 'UTF-16 little-endian', bytes: utf16le, encoding: 'utf-16le' },
    { name: 'UTF-16 little-endian with a mark', bytes: Buffer.concat([Buffer.of(0xff, 0xfe), utf16le]), encoding: 'utf-16le' },
    { name: 'UTF-16 big-endian', bytes: utf16be, encoding: 'utf-16be' },
    { name: 'UTF-16 big-endian with a mark', bytes: Buffer.concat([Buffer.of(0xfe, 0xff), utf16be]), encoding: 'utf-16be' },
  ])('reads $name', ({ bytes, encoding }) => expect(decode(bytes)).toEqual({ text, encoding, garbled: 0 }));

  it('reads GBK', () => expect(decode(gbk)).toEqual({ text: '党建引领。', encoding: 'gb18030', garbled: 0 }));

  it('reads a character that only GB18030 has', () =>
    expect(decode(Buffer.concat([gbk, Buffer.of(0x81, 0x39, 0xef, 0x30)]))).toMatchObject({ encoding: 'gb18030', garbled: 0 }));

  it('counts what a cut in mid-character lost', () => {
    const decoded = decode(Buffer.from(text).subarray(0, -1));
    expect(decoded).toEqual({ text: `${text.slice(0, -1)}\ufffd`, encoding: 'utf-8', garbled: 1 });
  });

  it.each([
    { name: 'no byte', bytes: Buffer.of(), failure: 'empty' },
    { name: 'only white space', bytes: Buffer.from(' \r\n\u3000\t'), failure: 'empty' },
    {
      name: 'a picture',
      bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0]),
      failure: 'binary',
    },
  ])('refuses $name', ({ bytes, failure }) => expect(decode(bytes)).toBe(failure));
});

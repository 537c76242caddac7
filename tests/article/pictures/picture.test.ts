import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestPicture, readPicture } from '../../../src/article/pictures/picture.ts';
import { fixturePicture } from './fixtures.ts';

const folder = new URL('../../fixtures/pictures/', import.meta.url);
const pictures = readdirSync(folder)
  .sort()
  .map((name) => ({ name, bytes: readFileSync(new URL(name, folder)) }));
const png = fixturePicture('photo.png');
const jpeg = fixturePicture('photo.jpg');

function read(bytes: Uint8Array) {
  const picture = readPicture(bytes);
  if (typeof picture === 'string') throw new Error(picture);
  return picture;
}

/** A PNG whose header states another size. */
function sized(width: number, height: number): Buffer {
  const bytes = Buffer.from(png);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** A JPEG with one more segment behind its start. */
function withSegment(marker: number, content: string | Uint8Array): Buffer {
  const body = Buffer.from(content as string);
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)]);
}

describe('a picture as published', () => {
  it.each(pictures)('$name keeps its size and loses what is not seen', ({ name, bytes }) => {
    const picture = read(bytes);
    // The camera held the picture on its side: browsers turn it.
    expect([picture.width, picture.height]).toEqual(name === 'photo.jpg' ? [48, 64] : [64, 48]);
    const content = Buffer.from(picture.bytes).toString('latin1');
    for (const secret of ['Secret', 'Zhang San', 'GPS', 'xmpmeta']) expect(content).not.toContain(secret);
    expect(picture.name).toMatch(new RegExp(`^[0-9a-f]{16}\\.${name.split('.')[1]}$`));
  });

  it('there was something to lose', () => {
    const holding = pictures.filter(({ bytes }) => bytes.includes('Secret')).map(({ name }) => name);
    expect(holding).toEqual(['photo.jpg', 'photo.png', 'photo.webp', 'progressive.jpg']);
  });

  it.each(pictures)('$name is the same when it is read again', ({ bytes }) => {
    const once = read(bytes);
    expect(read(once.bytes)).toEqual(once);
  });

  it.each(pictures)('$name ends where its picture ends: what is hidden behind goes', ({ bytes }) => {
    expect(read(Buffer.concat([bytes, Buffer.from('PK\u0003\u0004 hidden')])).bytes).toEqual(read(bytes).bytes);
  });

  it.each([
    ['a comment', withSegment(0xfe, 'secret')],
    ["Photoshop's resources", withSegment(0xed, 'Photoshop 3.0\0secret')],
    ['a second picture inside', withSegment(0xe2, 'MPF\0secret')],
    ['an extension of JFIF with a small copy', withSegment(0xe0, 'JFXX\0\u0010secret')],
    ["a program's own segment", withSegment(0xeb, 'secret')],
  ])('a JPEG loses %s', (_, bytes) => {
    expect(read(bytes).bytes).toEqual(read(jpeg).bytes);
  });

  it('a JPEG loses the small copy of what it showed before it was cut', () => {
    const jfif = withSegment(
      0xe0,
      Buffer.concat([Buffer.from('JFIF\0\u0001\u0001\0\0\u0001\0\u0001\u0001\u0001', 'latin1'), Buffer.from('sec')]),
    );
    const content = Buffer.from(read(jfif).bytes);
    expect(content.includes('JFIF')).toBe(true);
    expect(content.includes('sec')).toBe(false);
  });

  it('a GIF loses comments and texts, and moves as before', () => {
    const gif = fixturePicture('moving.gif');
    const at = gif.indexOf(Buffer.from([0x21, 0xf9]));
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, 6]), Buffer.from('secret'), Buffer.from([0])]);
    expect(read(Buffer.concat([gif.subarray(0, at), comment, gif.subarray(at)])).bytes).toEqual(read(gif).bytes);
    expect(Buffer.from(read(gif).bytes).includes('NETSCAPE2.0')).toBe(true);
  });
});

describe('a picture that is not taken over', () => {
  it.each([
    ['a page called a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), 'otherFormat'],
    ['an SVG, which may run code', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>'), 'otherFormat'],
    ['a metafile of Windows', Buffer.from([0xd7, 0xcd, 0xc6, 0x9a, 0, 0]), 'otherFormat'],
    ['nothing', Buffer.of(), 'otherFormat'],
    ['a header alone', png.subarray(0, 33), 'broken'],
    ['half a file', jpeg.subarray(0, jpeg.length / 2), 'broken'],
    ['a header that announces more pixels than a browser can hold', sized(65_500, 65_500), 'tooLarge'],
    ['more bytes than a reader will wait for', Buffer.concat([png, Buffer.alloc(largestPicture)]), 'tooLarge'],
    ['an icon', sized(16, 16), 'tooSmall'],
    ['a line between paragraphs', sized(600, 3), 'tooSmall'],
    ['no width', sized(0, 48), 'broken'],
  ])('%s', (_, bytes, refusal) => {
    expect(readPicture(bytes)).toBe(refusal);
  });
});

describe('bytes that somebody changed', () => {
  const change = fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), byte: fc.integer({ min: 0, max: 255 }) });
  const changed = fc
    .tuple(
      fc.constantFrom(...pictures.map(({ bytes }) => bytes)),
      fc.array(change, { maxLength: 6 }),
      fc.double({ min: 0.05, max: 1, noNaN: true }),
    )
    .map(([bytes, changes, share]) => {
      const result = Buffer.from(bytes);
      for (const { at, byte } of changes) result[Math.floor(at * result.length)] = byte;
      return result.subarray(0, Math.ceil(share * result.length));
    });

  it('end in a picture that reads the same again, or in a refusal', () => {
    fc.assert(
      fc.property(changed, (bytes) => {
        const picture = readPicture(bytes);
        if (typeof picture === 'string') return;
        expect(picture.width * picture.height).toBeLessThanOrEqual(40_000_000);
        expect(readPicture(picture.bytes)).toEqual(picture);
      }),
      { numRuns: 3000, seed: 20201101 },
    );
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openPack, type Pack, packBytes, partOfPack } from '../../../src/intake/readings/pack.ts';

const name = 'ab12-cd34';
const names = ['head', 'published', 'draft', 'practices', 'tagged'] as const;

/** Only the place of a part matters to its form, not what it says. */
const pack = fc
  .record(Object.fromEntries(names.map((part) => [part, fc.option(fc.dictionary(fc.string(), fc.string({ unit: 'binary' })))])))
  .map((parts) => parts as unknown as Pack);

it('a pack gives back every part as it was put in', () => {
  fc.assert(
    fc.property(pack, (given) => {
      const bytes = packBytes(name, given);
      const opened = openPack(name, bytes);
      for (const part of names) {
        expect(JSON.stringify(opened?.part(part))).toBe(JSON.stringify(given[part]));
        expect(partOfPack(name, bytes, part)?.bytes.toString()).toBe(JSON.stringify(given[part]));
      }
      expect(openPack('ab12-cd35', bytes)).toBeUndefined();
    }),
  );
});

it('a pack with another byte anywhere, cut off or with more behind it is none, and no part of it is ever read wrongly', () => {
  const damage = fc.oneof(
    fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })).map(([at, by]) => (bytes: Buffer) => {
      const changed = Buffer.from(bytes);
      changed[at % bytes.length] = ((bytes[at % bytes.length] ?? 0) + by) % 256;
      return changed;
    }),
    fc.nat().map((at) => (bytes: Buffer) => bytes.subarray(0, at % bytes.length)),
    fc.uint8Array({ minLength: 1 }).map((more) => (bytes: Buffer) => Buffer.concat([bytes, more])),
  );
  fc.assert(
    fc.property(pack, damage, (given, change) => {
      const damaged = change(packBytes(name, given));
      expect(openPack(name, damaged)).toBeUndefined();
      for (const part of names)
        expect([undefined, JSON.stringify(given[part])]).toContain(partOfPack(name, damaged, part)?.bytes.toString());
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodePart, Part } from '../../src/search/parts.ts';

it('what is written is read', () => {
  const positions = fc.uniqueArray(fc.nat(2 ** 40), { minLength: 1 }).map((numbers) => numbers.sort((a, b) => a - b));
  const postings = fc
    .dictionary(fc.string({ unit: 'grapheme', minLength: 1 }), positions)
    .map((entries) => Object.entries(entries).map(([key, list]) => ({ key, positions: list })))
    .map((list) => list.sort((a, b) => (a.key < b.key ? -1 : 1)));
  fc.assert(
    fc.property(postings, (written) => {
      const part = new Part(encodePart(written));
      expect([...part.keys()].map((key) => ({ key, positions: part.positions(key) }))).toEqual(written);
      expect(part.positions('\u0000')).toEqual(written.find(({ key }) => key === '\u0000')?.positions ?? []);
    }),
  );
});

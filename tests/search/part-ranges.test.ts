import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstWordsOf, partsAt, sharedRanges } from '../../src/search/build/part-ranges.ts';
import { openWordPlaces } from '../../src/search/build/word-places.ts';

const text = fc
  .array(fc.constantFrom(...'党建联村组织大田一鿿', '42', '0', 'a', 'zz', 'é', '𠮷', 'ガ', '，'), { minLength: 1, maxLength: 40 })
  .map((pieces) => pieces.join(' '));
const texts = fc.array(text, { minLength: 1, maxLength: 20 });

it('every word stands in one part, within the range of that part and of no other', () => {
  fc.assert(
    fc.property(texts, texts, fc.integer({ min: 1, max: 60 }), (sample, others, size) => {
      const firstWords = firstWordsOf(sample, size);
      const ranges = sharedRanges(firstWords);
      const places = openWordPlaces();
      for (const other of others) places.add(other, 0);
      const words = places.sorted();
      const parts = partsAt(words, firstWords);
      expect(parts.map(({ start }) => start)).toEqual([0, ...parts.slice(0, -1).map(({ end }) => end)]);
      expect(parts.at(-1)?.end).toBe(words.count);
      for (const [at, { start, end }] of parts.entries()) {
        for (let word = start; word < end; word += 1) {
          const written = `${words.forms[words.firsts[word] as number]}${words.forms[words.seconds[word] as number]}`;
          expect(ranges.flatMap(({ from, to }, own) => (from <= written && written <= to ? [own] : []))).toEqual([at]);
        }
      }
    }),
    { numRuns: 200 },
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { matchesIn } from '../../../src/article/text/matches.ts';
import { WordTable } from '../../../src/article/text/word-table.ts';

const sign = fc.constantFrom('党', '员', '支', '部', '村', '网', '格', 'a', '𠮷', '，');
const words = fc.array(fc.string({ unit: sign, minLength: 1, maxLength: 4 }), { maxLength: 12 });

it('finds every place of every word', () => {
  fc.assert(
    fc.property(words, fc.string({ unit: sign, maxLength: 60 }), (vocabulary, text) => {
      const plain = [...new Set(vocabulary)].flatMap((word) =>
        Array.from({ length: text.length }, (_, start) => start).flatMap((start) =>
          text.startsWith(word, start) ? [`${start} ${word}`] : [],
        ),
      );
      const table = new WordTable(vocabulary);
      const names = new Map(vocabulary.map((word) => [table.numberOf(word), word]));
      const starts: number[] = [];
      const places: string[] = [];
      table.walk(text, (word, start) => {
        places.push(`${start} ${names.get(word)}`);
        starts.push(start);
      });
      expect(places.sort()).toEqual(plain.sort());
      expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      expect([table.size, table.numberOf('不在')]).toEqual([new Set(vocabulary).size, -1]);
    }),
  );
});

it('finds the matches that matchAll finds', () => {
  const source = fc.constantFrom('党员?', '[^，]*', '(?<word>党|村)+', '', '(?=网)', '.', '(?<=村)格*', '𠮷|支部');
  const flags = fc.constantFrom('g', 'gu', 'dgu');
  fc.assert(
    fc.property(source, flags, fc.string({ unit: sign, maxLength: 40 }), (pattern, flag, text) => {
      const expression = new RegExp(pattern, flag);
      const plain = [...text.matchAll(new RegExp(pattern, flag))];
      expect(matchesIn(text, expression)).toEqual(plain);
      expect(matchesIn(text, expression)).toEqual(plain);
    }),
  );
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packNumbers, unpackNumbers } from '../../src/search/packed-numbers.ts';

const number = fc.oneof(fc.nat({ max: 1030 }), fc.nat({ max: 2_000_000_000 }));

it('numbers are read as they were written, through JSON and UTF-8', () => {
  fc.assert(
    fc.property(fc.array(number), (numbers) => {
      const sent = Buffer.from(JSON.stringify(packNumbers(numbers)), 'utf8');
      expect(unpackNumbers(JSON.parse(sent.toString('utf8')))).toEqual(numbers);
    }),
  );
});

it.each([
  [0, 1],
  [1023, 1],
  [1024, 2],
  [1_049_599, 2],
  [1_049_600, 3],
])('%i takes %i characters, none of which JSON escapes', (value, length) => {
  expect(packNumbers([value])).toHaveLength(length);
  expect(JSON.stringify(packNumbers([value]))).toHaveLength(length + 2);
});

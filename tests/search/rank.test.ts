import fc from 'fast-check';
import { expect, it } from 'vitest';
import { firstOf } from '../../src/search/page/rank.ts';

it('the first of a list are those that a list put in order begins with', () => {
  const byValue = (a: number, b: number) => a - b;
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { maxLength: 200 }), fc.nat(30), (list, count) => {
      expect(firstOf(list, count, byValue)).toEqual([...list].sort(byValue).slice(0, count));
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import type { Library } from '../../src/library/library.ts';
import { casesInOrder } from '../../src/library/order.ts';
import { neighbours, relatedCases } from '../../src/library/related.ts';
import { block, entry, library, practice } from './hand-made.ts';

const practices = ['a', 'b', 'c', 'd'].map((id) => practice(id, { name: `做法${id}` }));
const blocks = ['p000001', 'p000002'].map((id) => block(id, '原文'));
const doing = (id: string, ...ids: string[]) =>
  entry(id, { blocks }, Object.fromEntries(ids.map((shown) => [shown, { p000001: ['原文'] }])));

describe('relatedCases', () => {
  const self = doing('self', 'a', 'b', 'c', 'd');

  it('gives the reason in words, in the order of the taxonomy, and counts the rest', () => {
    const some = library([self, doing('one', 'b'), doing('all', 'd', 'c', 'b', 'a')], practices);
    expect(relatedCases(some, self).map(({ entry: { id }, reason }) => [id, reason])).toEqual([
      ['all', '同做：做法a、做法b、做法c等4项'],
      ['one', '同做：做法b'],
    ]);
  });

  it('never names the case itself nor a case that shares nothing', () => {
    expect(relatedCases(library([self, doing('other')], practices), self)).toEqual([]);
  });

  it('prefers what few others do', () => {
    const some = library([doing('self', 'a', 'b'), doing('x', 'a'), doing('y', 'a'), doing('z', 'b')], practices);
    expect(relatedCases(some, doing('self', 'a', 'b')).map(({ entry: { id } }) => id)).toEqual(['z', 'x', 'y']);
  });
});

/** Ids of the cases most like one, by the weights of all pairs: what `relatedCases` finds without looking at pairs. */
function plainlyRelated(library: Library, entry: Case, limit: number): string[] {
  const doing = (id: string) => library.cases.filter(({ practices: own }) => own.some((practice) => practice.id === id)).length;
  const weightBeside = (other: Case) =>
    entry.practices.reduce((sum, { id, primary }) => {
      const theirs = other.practices.find((practice) => practice.id === id);
      const times = primary && theirs?.primary ? 2 : 1;
      return theirs ? sum + times * (1 / Math.log2(1 + doing(id))) : sum;
    }, 0);
  return casesInOrder(library)
    .filter(({ id }) => id !== entry.id)
    .map((other) => ({ id: other.id, weight: weightBeside(other) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, limit)
    .map(({ id }) => id);
}

it('names the same cases in the same order as the weights of all pairs, whatever the cases do', () => {
  const words = { p000001: ['原文'] };
  const twice = { ...words, p000002: ['原文'] };
  const shown = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom(words, twice));
  fc.assert(
    fc.property(fc.array(shown, { minLength: 2, maxLength: 12 }), fc.integer({ min: 1, max: 4 }), (all, limit) => {
      const cases = all.map((each, number) => entry(`case-${number}`, { blocks }, each));
      const some = library(cases, practices);
      for (const one of cases) {
        expect(relatedCases(some, one, limit).map(({ entry: { id } }) => id)).toEqual(plainlyRelated(some, one, limit));
      }
    }),
  );
});

it('neighbours stand before and after in the list', () => {
  const [a, b, c] = [doing('a'), doing('b'), doing('c')];
  const some = library([c, a, b], practices);
  expect(neighbours(some, a)).toEqual({ previous: undefined, next: b });
  expect(neighbours(some, b)).toEqual({ previous: a, next: c });
});

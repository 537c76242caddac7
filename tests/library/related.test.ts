import { describe, expect, it } from 'vitest';
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

it('neighbours stand before and after in the list', () => {
  const [a, b, c] = [doing('a'), doing('b'), doing('c')];
  const some = library([c, a, b], practices);
  expect(neighbours(some, a)).toEqual({ previous: undefined, next: b });
  expect(neighbours(some, b)).toEqual({ previous: a, next: c });
});

import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { casesInOrder, practicesInOrder } from '../../src/library/order.ts';
import { entry, library, place, practice } from './hand-made.ts';

const dated = (value: string, time?: string): Case['date'] => ({ value, time, precision: 'day', basis: 'stated' });

describe('casesInOrder', () => {
  it('puts known dates first, the latest at the top, then places by code, then ids', () => {
    const cases = [
      entry('no-place'),
      entry('b', { place: place('350425') }),
      entry('a', { place: place('350425') }),
      entry('not-before', { place: place('350481'), notBefore: '2024' }),
      entry('old', { date: dated('2019-01-02') }),
      entry('year', { date: { value: '2020', precision: 'year', basis: 'editor' } }),
      entry('morning', { date: dated('2020-07-27', '07:27') }),
      entry('evening', { date: dated('2020-07-27', '19:00') }),
    ];
    expect(casesInOrder(library(cases)).map(({ id }) => id)).toEqual([
      'evening',
      'morning',
      'year',
      'old',
      'a',
      'b',
      'not-before',
      'no-place',
    ]);
  });

  it('does not depend on the order in which cases come', () => {
    const cases = [entry('c'), entry('a', { date: dated('2020-01-01') }), entry('b', { place: place('350425') })];
    const ids = (list: Case[]) => casesInOrder(library(list)).map(({ id }) => id);
    expect(ids([...cases].reverse())).toEqual(ids(cases));
  });
});

it('practices keep the order of the taxonomy, each once, unknown ones last', () => {
  const some = library([], [practice('talent'), practice('brands'), practice('alliance')]);
  expect(practicesInOrder(some, ['zz', 'alliance', 'talent', 'alliance'])).toEqual(['talent', 'alliance', 'zz']);
});

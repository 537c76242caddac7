import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/article/schema.ts';
import { pickFigures } from '../../src/library/figures.ts';
import { figure } from './hand-made.ts';

const row = (...kinds: (Figure['kind'] | `planned ${Figure['kind']}`)[]) =>
  kinds.map((kind, index) =>
    figure(`p000001-${index + 1}`, {
      kind: kind.replace('planned ', '') as Figure['kind'],
      status: kind.startsWith('planned') ? 'planned' : 'done',
    }),
  );

describe('pickFigures', () => {
  it.each([
    ['all where there are few', row('count', 'count'), ['1', '2']],
    ['one of each kind before a second, in reading order', row('count', 'count', 'share', 'amount'), ['1', '3', '4']],
    ['what was done before what is planned', row('planned amount', 'count', 'count', 'count'), ['2', '3', '4']],
    ['nothing of nothing', row(), []],
  ])('%s', (_, figures, shown) => {
    const picked = pickFigures(figures);
    expect(picked.shown.map(({ id }) => id.slice(8))).toEqual(shown);
    expect([...picked.shown, ...picked.rest]).toHaveLength(figures.length);
  });
});

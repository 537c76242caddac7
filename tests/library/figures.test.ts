import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/article/schema.ts';
import { figureRoom, pickFigures } from '../../src/library/figures.ts';
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

describe('figures beside their passage', () => {
  const text =
    '成功打造4个市级基层党建示范点，投入1000万元。截至目前，全县共有联村党组织42个，覆盖108个村，占总村数的40.6%，累计争取各类资金超过5400万元，实施联村项目74个。';
  const at = (number: number, quote: string, kind: Figure['kind'] = 'count') => figure(`p000001-${number}`, { quote, kind });
  const figures = [
    at(1, '4个市级基层党建示范点'),
    at(2, '投入1000万元', 'amount'),
    at(3, '联村党组织42个'),
    at(4, '覆盖108个村'),
    at(5, '占总村数的40.6%', 'share'),
    at(6, '累计争取各类资金超过5400万元', 'amount'),
    at(7, '实施联村项目74个'),
  ];
  const shown = (limit: number) => pickFigures(figures, limit, () => text).shown.map(({ quote }) => quote);

  it('are those of the sentence that sums up, a share with the number that it is a share of', () => {
    expect(shown(3)).toEqual(['联村党组织42个', '覆盖108个村', '占总村数的40.6%', '累计争取各类资金超过5400万元']);
  });

  it('are results before inputs', () => {
    expect(shown(5)).toContain('4个市级基层党建示范点');
    expect(shown(5)).not.toContain('投入1000万元');
  });
});

it.each([
  ['a short passage', 40, 4, 1],
  ['a passage of middle length', 150, 2, 2],
  ['a long passage', 400, 4, 3],
])('%s leaves room for as many figures as its lines allow', (_, length, practices, room) => {
  expect(figureRoom('字'.repeat(length), practices)).toBe(room);
});

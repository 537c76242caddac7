import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/article/schema.ts';
import { ageFact, faultReference, figureFacts } from '../../src/library/trust.ts';
import { block, entry, figure, library } from './hand-made.ts';

const of = (fields: Partial<Figure>, ...others: Partial<Figure>[]) =>
  entry('a', {
    blocks: [block('p000001', '原文', { n: 7 })],
    figures: [fields, ...others].map((each, index) => figure(`p000001-${index + 1}`, each)),
  });
const factsOf = (entryOf: ReturnType<typeof of>) => figureFacts(library([entryOf]), entryOf, entryOf.figures[0] ?? figure('p000001-1'));

describe('what a reader asks of a figure', () => {
  it.each<[Partial<Figure>, string[]]>([
    [{ place: '350425', bound: 'over', period: '2021' }, ['超过此数', '大田县的', '2021年', '完成']],
    [{ place: '350425', scope: '龙地村', bound: 'about', status: 'planned' }, ['约数', '大田县龙地村的', '没有写明时间', '计划']],
    [{ status: 'problem', per: '户' }, ['确数', '没有写明是谁的', '没有写明时间', '问题', '每户']],
  ])('%j', (fields, facts) => {
    expect(factsOf(of(fields))).toEqual(facts);
  });
});

it.each([
  [{ date: { value: '2020-07-27', precision: 'day', basis: 'stated' } } as const, '文章2020年7月27日'],
  [{ notBefore: '2021' }, '文章不早于2021年'],
  [{}, '文章日期未注明'],
])('the age of %j', (fields, age) => {
  expect(ageFact(entry('a', fields))).toBe(age);
});

it('names the passage and the version of its source', () => {
  expect(faultReference({ id: 'datian', sha256: `2c8c6002${'0'.repeat(56)}` }, 'p45be2a')).toBe('datian#p45be2a@2c8c6002');
  expect(faultReference({ id: 'datian', sha256: `2c8c6002${'0'.repeat(56)}` })).toBe('datian@2c8c6002');
});

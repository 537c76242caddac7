import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/article/schema.ts';
import { figureWords } from '../../src/library/figure-words.ts';
import { figure, library } from './hand-made.ts';

const some = library([]);

describe('figureWords', () => {
  it.each<[Partial<Figure>, string]>([
    [{ subject: '联村党组织' }, '联村党组织：42个（完成）'],
    [
      { subject: '各类资金', quote: '累计争取各类资金超过5400万元', value: 54_000_000, unit: '元', bound: 'over', kind: 'amount' },
      '各类资金：超过5400万元（完成）',
    ],
    [
      { subject: '资金', quote: '计划统筹整合4000万元', value: 40_000_000, unit: '元', kind: 'amount', status: 'planned', period: '2022' },
      '资金：4000万元（2022年，计划）',
    ],
    [{ subject: '问题', quote: '查出21532条问题', value: 21_532, unit: '条', status: 'problem' }, '问题：21532条（问题）'],
    [
      { subject: '增收', quote: '每户增收9000元', value: 9000, unit: '元', per: '户', period: '2020/..' },
      '增收：9000元（每户，2020年以来，完成）',
    ],
    [{ subject: '示范点', quote: '示范点42个', period: '2019/2021-09' }, '示范点：42个（2019年至2021年9月，完成）'],
    [{ subject: '党组织', place: '350425' }, '党组织：42个（完成）'],
    [{ subject: '党组织', place: '350481' }, '永安市党组织：42个（完成）'],
    [{ subject: '集体收入', quote: '达到42个', scope: '龙地村' }, '龙地村集体收入：42个（完成）'],
  ])('%j', (fields, words) => {
    expect(figureWords(some, figure('p000001-1', fields), '350425')).toBe(words);
  });
});

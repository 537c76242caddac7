import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/article/schema.ts';
import { isGeneral, measureKey } from '../../src/library/measure-names.ts';

const keyOf = (subject: string, fields: Partial<Figure> = {}) => measureKey({ subject, unit: '个', kind: 'count', ...fields });

describe('two wordings of one measure', () => {
  it.each<[string, string]>([
    ['联村党组织', '“联村”党组织'],
    ['联村党组织', '全县联村党组织'],
    ['流动党员', '辖区内流动党员'],
    ['流动党员', '现有流动党员'],
    ['流动党员', '流动党员人数'],
    ['流动党员', '流动党员总数'],
    ['村集体收入', '村级集体收入'],
    ['网格党支部（党小组）', '网格党支部(党小组)'],
  ])('%s and %s', (one, other) => {
    expect(keyOf(other)).toBe(keyOf(one));
  });

  it('count people alike in 名, 位 and 人, but not in 人次', () => {
    const [a, b, c] = ['名', '人', '人次'].map((unit) => keyOf('流动党员', { unit }));
    expect(a).toBe(b);
    expect(c).not.toBe(a);
  });
});

describe('two measures', () => {
  it.each<[string, string]>([
    ['自有经营性收入', '集体经营性收入'],
    ['集体经营性收入', '村集体经营性收入'],
    ['村集体经营性收入', '村集体收入'],
    ['村集体收入', '村集体增收'],
    ['联村党组织', '联合社'],
    ['软弱涣散村党组织', '党组织'],
    ['驻村第一书记', '第一书记'],
    ['集体经营性收入10万元以上的村', '集体经营性收入50万元以上的村'],
    ['共建党组织', '建党组织'],
    ['全区域党建联盟', '域党建联盟'],
    ['党员', '党员覆盖率'],
  ])('%s and %s', (one, other) => {
    expect(keyOf(other)).not.toBe(keyOf(one));
  });

  it('are also a count and a share, a sum and a sum per household, pieces and metres', () => {
    const keys = [{}, { kind: 'share' }, { per: '户' }, { unit: '公里' }] as const;
    expect(new Set(keys.map((fields) => keyOf('产业道路', fields))).size).toBe(4);
  });

  it('keep 总数 in what is no count', () => {
    expect(keyOf('村占村总数', { kind: 'share', unit: '%' })).toContain('总数');
  });
});

it.each([
  ['项目', true],
  ['全县项目', true],
  ['各类资金', true],
  ['联村项目', false],
  ['软弱涣散村党组织', false],
])('%s is too general: %s', (subject, general) => {
  expect(isGeneral({ subject, kind: 'count' })).toBe(general);
});

import { describe, expect, it } from 'vitest';
import { findFigures } from '../../../src/article/figures/figures.ts';
import { displayValue, findQuantities } from '../../../src/article/figures/quantities.ts';
import type { Figure } from '../../../src/article/schema.ts';
import { paragraph } from './figures-shown.ts';

const printed = (text: string): [prefix: string, value: string, unit: string][] =>
  findFigures([paragraph(text)], { mentions: new Map(), tags: [] }).map((figure) => {
    const { prefix, value, unit } = displayValue(figure);
    return [prefix, value, unit];
  });

describe('a figure is printed as its source has it', () => {
  it.each<[string, [string, string, string]]>([
    ['累计争取各类资金超过5400万元。', ['超过', '5400', '万元']],
    ['建立300余名人才信息库。', ['', '300余', '名']],
    ['选派近2万名干部驻村。', ['近', '2', '万名']],
    ['培训干部1.2万人次。', ['', '1.2', '万人次']],
    ['村集体收入由8000元增加到13万元。', ['由', '8000元到13', '万元']],
    ['培育2—3个示范点。', ['', '2—3', '个']],
    ['党员参与率达90%以上。', ['', '90', '%以上']],
    ['每村补助不少于60万元。', ['不少于', '60', '万元']],
    ['惠及群众两千多人。', ['', '两千多', '人']],
    ['土地租金800元/亩。', ['', '800', '元/亩']],
    ['党员中三分之一是青年。', ['', '三分之一', '']],
  ])('%s', (text, words) => {
    expect(printed(text)).toEqual([words]);
  });

  it.each<[Partial<Figure>, [string, string, string]]>([
    [{ value: 54000000, unit: '元', bound: 'over' }, ['超过', '5400', '万元']],
    [{ value: 280000000, unit: '元' }, ['', '2.8', '亿元']],
    [{ value: 42, unit: '个', bound: 'about' }, ['约', '42', '个']],
    [{ value: 8000, valueTo: 130000, unit: '元', kind: 'change' }, ['由', '8000元到13', '万元']],
    [{ value: 2, valueTo: 3, unit: '个' }, ['', '2—3', '个']],
  ])('from its value where the quote does not hold it: %o', (changed, [prefix, value, unit]) => {
    const figure: Figure = {
      id: 'p000000-1',
      passage: 'p000000',
      quote: '原文有误',
      subject: '资金',
      value: 0,
      unit: '元',
      bound: 'exact',
      kind: 'amount',
      status: 'done',
      practices: [],
      ...changed,
    };
    expect(displayValue(figure)).toEqual({ prefix, value, unit });
  });
});

describe('quantities', () => {
  it.each<[string, [value: number, unit: string][]]>([
    [
      '4557户14157名',
      [
        [4557, '户'],
        [14157, '名'],
      ],
    ],
    ['23.1个百分点', [[23.1, '个百分点']]],
    ['5200㎡', [[5200, '㎡']]],
    ['人口278万', [[2780000, '人']]],
    ['百分之九十五', [[95, '%']]],
    ['八成以上的党员', [[80, '%']]],
    ['12345热线', []],
    ['第12场', []],
    ['5人均', []],
    ['百家企业', []],
    ['一个支部', []],
    ['二十余家企业', [[20, '家']]],
  ])('%s', (text, found) => {
    expect(findQuantities(text).map(({ value, unit }) => [value, unit])).toEqual(found);
  });
});

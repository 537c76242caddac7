import { describe, expect, it } from 'vitest';
import { blockLabel, caseDateNote, caseDateText, leadSentence } from '../../src/library/words.ts';

describe('the date of a case', () => {
  it.each([
    [{ date: { value: '2020-07-27', precision: 'day', basis: 'stated' } }, '2020年7月27日', ''],
    [{ date: { value: '2020-07', precision: 'month', basis: 'stated' } }, '2020年7月', ''],
    [{ date: { value: '2020', precision: 'year', basis: 'editor' } }, '2020年', '编辑补注'],
    [{ notBefore: '2021' }, '不早于2021年', '文中最晚年份'],
    [{}, '日期未注明', ''],
  ] as const)('%o', (fields, text, note) => {
    expect([caseDateText(fields), caseDateNote(fields)]).toEqual([text, note]);
  });
});

it.each([
  [{ kind: 'paragraph', n: 11 }, '第11段'],
  [{ kind: 'caption' }, '图注'],
  [{ kind: 'table' }, '表格'],
] as const)('%o is called %s', (block, label) => {
  expect(blockLabel(block)).toBe(label);
});

describe('leadSentence', () => {
  it.each([
    ['几个村联合起来办事。要看三件事。\n\n第二段。', '几个村联合起来办事。'],
    ['\n## 标题\n\n几个村在**一个**[联合党组织](/x.html)下\n共同做事。其余。', '几个村在一个联合党组织下共同做事。'],
    ['所谓“联建。”就是联合建设', '所谓“联建。”'],
    ['没有句号的一段', '没有句号的一段'],
    ['', ''],
  ])('%j', (markdown, lead) => {
    expect(leadSentence(markdown)).toBe(lead);
  });
});

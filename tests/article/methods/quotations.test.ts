import { describe, expect, it } from 'vitest';
import { bareWords, findQuotations, isBalanced, titleSpans } from '../../../src/article/methods/quotations.ts';

describe('quotations', () => {
  it.each<[text: string, inner: string[]]>([
    ['创新“四联四促”工作法', ['四联四促']],
    ['“我们推行‘十户联防’机制。”', ['我们推行‘十户联防’机制。', '十户联防']],
    ['建立「三色预警」与『红黄牌』', ['三色预警', '红黄牌']],
    ['开展"暖蜂"行动和"归雁"行动', ['暖蜂', '归雁']],
    // A mark without partner spoils nothing else; an odd straight one makes all straight ones doubtful.
    ['全面进步促过硬“百花绽放成““风景”', ['风景']],
    ['队伍”建设“头雁”', ['头雁']],
    ['身高5"的"人"', []],
  ])('%s', (text, inner) => {
    expect(findQuotations(text).map((quotation) => quotation.inner)).toEqual(inner);
    for (const { start, end, inner: words } of findQuotations(text)) expect(text.slice(start + 1, end - 1)).toBe(words);
  });

  it('knows whether marks are balanced', () => {
    expect(['“甲”', '“甲‘乙’”', '“甲', '甲”', '“甲‘乙”’'].map(isBalanced)).toEqual([true, true, false, false, false]);
  });

  it('finds titles', () => {
    expect(titleSpans('出台《意见》和《办法》')).toEqual([
      [2, 6],
      [7, 11],
    ]);
  });

  it('compares words without marks, width and spaces', () => {
    expect(bareWords('党员“１＋５” 联户、机制')).toBe('党员1+5联户机制');
  });
});

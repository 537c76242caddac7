import { describe, expect, it } from 'vitest';
import { excerpt } from '../../src/search/page/excerpt.ts';
import type { Range } from '../../src/search/tokens.ts';

const filler = '各级党组织认真学习贯彻会议精神，结合实际抓好落实。'.repeat(8);

describe('an excerpt', () => {
  it.each<[string, string, Range[]]>([
    ['a short passage', '组建联村党委', [[2, 6]]],
    ['the beginning of a long one', `联建先行，${filler}`, [[0, 2]]],
    ['the middle of a long one', `${filler}推行联建，${filler}`, [[filler.length + 2, filler.length + 4]]],
    ['the end of a long one', `${filler}推行联建`, [[filler.length + 2, filler.length + 4]]],
    ['characters of two halves', `${'𠮷'.repeat(200)}联建`, [[400, 402]]],
  ])('of %s holds the marked words as printed', (_, text, marks) => {
    const shown = excerpt(text, marks);
    expect(text).toContain(shown.text);
    expect(shown.marks.map(([start, end]) => shown.text.slice(start, end))).toEqual(marks.map(([start, end]) => text.slice(start, end)));
    expect(shown.text.length).toBeLessThan(160);
    expect([shown.cutBefore, shown.cutAfter]).toEqual([!text.startsWith(shown.text), !text.endsWith(shown.text)]);
    expect(shown.text.isWellFormed()).toBe(true);
  });
  it('begins after a sign where one is near', () => {
    expect(excerpt(`${filler}推行联建，${filler}`, [[filler.length + 2, filler.length + 4]]).text).toMatch(/^(结合实际|推行联建)/);
  });
});

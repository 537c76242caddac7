/** Ranks as figures: 连续三年位居全市第一. */
import { Pattern } from '../text/matches.ts';
import { parseNumeral } from './numerals.ts';
import type { Quantity } from './quantities.ts';

const rank = new Pattern(
  /(?:(?:稳居|位居|位列|排名|名列|排在|跻身|跃居|列|居)了?|(?<=增速|增幅|总量|得分|成绩|满意度))(?<among>(?:全国|全省|全市|全县|全区|全州|同类|同行业|各县|各乡镇|[\p{Script=Han}]{0,6}?(?:省|市|县|区)))?第(?<place>[一二三四五六七八九十]{1,3}|\d{1,3})(?:位|名(?!次))?(?=[，,。；;、）)！]|$)/gu,
);

/** One quantity a rank, its unit 位, the ranking verb included. */
export function findRanks(text: string): Quantity[] {
  return rank.in(text).flatMap((match) => {
    const words = match.groups?.place ?? '';
    const value = parseNumeral(words);
    if (value === undefined) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    return [
      {
        start,
        end,
        value,
        unit: '位',
        measure: 'rank' as const,
        bound: 'exact' as const,
        trailing: false,
        han: false,
        words: { prefix: '第', value: words, unit: '位' },
      },
    ];
  });
}

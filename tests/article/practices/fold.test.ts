import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, printedWords } from '../../../src/article/practices/fold.ts';

describe('foldText', () => {
  it.each<[printed: string, folded: string]>([
    ['“近邻党建”工作', '近邻党建工作'],
    ['近邻 党建　工作', '近邻党建工作'],
    ['村(社区),党员', '村（社区），党员'],
    ['４２个联村ＡＰＰ，支部＋商会', '42个联村APP，支部+商会'],
    ['建站。巡查；办事！完', '建站。\n巡查；\n办事！\n完'],
  ])('%s', (printed, folded) => {
    expect(foldText(printed).text).toBe(folded);
  });

  it('says of every character where it is printed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('网', '格', '“', '”', ' ', '。', '(', '1', '，'), maxLength: 30 }), (printed) => {
        const { text, at } = foldText(printed);
        return (
          at.length === text.length &&
          [...text].every((char, i) => char === '\n' || foldText(printed.charAt(at[i] ?? -1)).text.startsWith(char))
        );
      }),
    );
  });
});

describe('printedWords', () => {
  it('finds each character where the table of the whole passage has it', () => {
    const sentence = fc.string({ unit: fc.constantFrom('网', '格', ' ', '。', '；', '(', '1', '，'), maxLength: 40 });
    const long = fc.nat({ max: 300 }).map((times) => '网 格'.repeat(times));
    fc.assert(
      fc.property(sentence, long, sentence, (...parts) => {
        const folded = foldText(parts.join(''));
        for (let at = 0; at < folded.text.length; at++)
          expect(printedWords(folded, at, at + 1)).toBe(folded.printed.charAt(folded.at[at] ?? -1));
      }),
    );
  });

  it.each<[printed: string, start: number, end: number, words: string]>([
    ['拓展“近邻党建”工作', 2, 6, '近邻党建'],
    ['拓展“近邻党建”工作', 2, 8, '“近邻党建”工作'],
    ['拓展“近邻党建”工作', 0, 6, '拓展“近邻党建”'],
    ['拓展“近邻党建”工作', 0, 4, '拓展“近邻'],
    ['党建 联盟', 0, 4, '党建 联盟'],
  ])('%s from %i to %i', (printed, start, end, words) => {
    expect(printedWords(foldText(printed), start, end)).toBe(words);
  });
});

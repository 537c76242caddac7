import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PatternTable, wordsOfPattern } from '../../../src/article/practices/pattern-table.ts';
import { needsOf } from '../../../src/article/text/needs.ts';
import { WordTable } from '../../../src/article/text/word-table.ts';

const sources = [
  '网格.{0,4}巡查',
  '(?:网格|楼栋)长',
  '[两三]级',
  '党员.*(?:报到|服务(?:站|队))',
  '(?:村干部|支书)?联.*村',
  '.',
  '巡查|党员',
];
const patterns = sources.map((source) => ({ regex: new RegExp(source, 'u'), needs: needsOf(source) }));
const words = new WordTable(patterns.flatMap(wordsOfPattern));
const piece = fc.constantFrom('网格', '楼栋', '长', '巡查', '党员', '报到', '服务', '站', '三', '级', '联', '村', '，');

it('passes over no pattern that matches, whatever text was looked at before', () => {
  const table = new PatternTable(patterns, words);
  fc.assert(
    fc.property(fc.array(fc.array(piece, { maxLength: 8 }), { minLength: 1, maxLength: 4 }), (texts) => {
      for (const text of texts.map((pieces) => pieces.join(''))) {
        table.begin();
        words.walk(text, (word) => table.meet(word));
        const tried = table.worthTrying();
        for (const pattern of patterns) if (pattern.regex.test(text)) expect(tried).toContain(pattern);
      }
    }),
  );
});

it('tries a pattern only where each of its lists has a word', () => {
  const table = new PatternTable(patterns, words);
  const triedOn = (text: string) => {
    table.begin();
    words.walk(text, (word) => table.meet(word));
    return table.worthTrying().map(({ regex }) => regex.source);
  };
  expect(triedOn('网格长')).toEqual(['.', '(?:网格|楼栋)长']);
  expect(triedOn('网格员')).toEqual(['.']);
  expect(triedOn('巡查网格')).toEqual(['.', '巡查|党员', '网格.{0,4}巡查']);
  expect(triedOn('党员到服务点')).toEqual(['.', '巡查|党员']);
});

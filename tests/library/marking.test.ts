import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords, sentenceRange, sentencesOf, sentencesWith } from '../../src/library/marking.ts';

const marked = (text: string, words: string[]) =>
  markWords(text, words)
    .map((stretch) => (stretch.marked ? `[${stretch.text}]` : stretch.text))
    .join('');

describe('markWords', () => {
  it.each([
    ['创新“四联四促”跨村联建工作法', ['跨村联建'], '创新“四联四促”[跨村联建]工作法'],
    ['联村党组织42个', ['联村党组织', '党组织42个'], '[联村党组织42个]'],
    ['跨村联建，跨村联建', ['跨村联建'], '[跨村联建]，跨村联建'],
    ['没有这个词', ['跨村联建', ''], '没有这个词'],
  ])('%s %j', (text, words, expected) => {
    expect(marked(text, words)).toBe(expected);
  });

  it('never changes the text', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), (text, words) => {
        expect(
          markWords(text, words)
            .map((stretch) => stretch.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

it.each([
  ['甲。乙；丙', 2, '乙；'],
  ['甲。乙；丙', 0, '甲。'],
  ['甲。乙；丙', 4, '丙'],
])('the sentence of %s at %i is %s', (text, position, sentence) => {
  const { start, end } = sentenceRange(text, position);
  expect(text.slice(start, end)).toBe(sentence);
});

it.each([
  [
    ['乙', '甲'],
    ['甲。', '乙；'],
  ],
  [['丙', '丙'], ['丙']],
  [['丁'], ['甲。乙；丙']],
])('the sentences with %j', (words, sentences) => {
  expect(sentencesWith('甲。乙；丙', words)).toEqual(sentences);
});

it('keeps sentences together over whose stop the words run', () => {
  expect(sentencesWith('先开会。整改问题；常态化开展整顿。再总结。', ['整改问题；常态化开展', '整顿', '总结'])).toEqual([
    '整改问题；常态化开展整顿。',
    '再总结。',
  ]);
});

it('cuts a text into sentences without loss', () => {
  expect(sentencesOf('甲。乙；丙')).toEqual(['甲。', '乙；', '丙']);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(sentencesOf(text).join('')).toBe(text);
    }),
  );
});

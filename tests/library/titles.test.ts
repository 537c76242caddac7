import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleClauses } from '../../src/library/titles.ts';

/** Clauses apart by `|`, words by `·`; a gap of the title stands as `_`. */
const shown = (title: string) =>
  titleClauses(title)
    .map(({ gap, words }) => `${gap ? '_' : ''}${words.join('·')}`)
    .join('|');

describe('a title breaks', () => {
  it.each([
    ['at its gap', '大田县：擎旗奋进千帆劲 提质升级万象新', '大田县：|擎旗·奋进·千帆劲|_提质·升级·万象新'],
    [
      'behind its stop, then between words',
      '福建省持续选派党员干部驻村任职：把初心镌刻在脱贫一线',
      '福建省·持续·选派·党员·干部·驻村·任职：|把初心·镌刻·在脱贫·一线',
    ],
    ['not inside quotation marks’ edges', '激活整县推进“新动能”', '激活·整县·推进·“新动能”'],
    ['not between a stop and the mark that closes it', '“怎么办？”他们这样答', '“怎么办？”|他们·这样答'],
    ['not before a dash', '联建联动——跨村党建', '联建联动——·跨村党建'],
    ['not inside a name that the dictionary does not know', '将乐县推动提质增效', '将乐县·推动·提质增效'],
    ['nowhere where it is one word', '党建', '党建'],
  ])('%s', (_, title, expected) => {
    expect(shown(title)).toBe(expected);
  });
});

it('keeps every character of a title', () => {
  const words = fc.constantFrom('县', '党建', ' ', '\u3000', '：', '“', '”', '——', '5G', '，', '！', '（', '）', '%', '3');
  fc.assert(
    fc.property(fc.array(words), (parts) => {
      const title = parts
        .join('')
        .replaceAll(/[\s\u3000]+/gu, ' ')
        .trim();
      expect(
        titleClauses(title)
          .map(({ gap, words: each }) => `${gap ? ' ' : ''}${each.join('')}`)
          .join(''),
      ).toBe(title);
    }),
  );
});

it('leaves no lone character at the end of a clause', () => {
  for (const title of ['党建引领促发展呀', '一二三四五六七八九', '把支部建在产业链上']) {
    const last = titleClauses(title).at(-1)?.words.at(-1) ?? '';
    expect([...last].length).toBeGreaterThan(1);
  }
});

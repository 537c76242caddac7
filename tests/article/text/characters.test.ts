import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Characters, Wordings } from '../../../src/article/text/characters.ts';

const classes = ['[\\s\\p{P}]', '[^\\p{L}\\p{N}]', '[^\\p{L}\\p{N}+]', '[，。！？；：]', '[\\u0020-\\u007e]'];
/** Words as articles have them, and anything else that a file may hold: halves of pairs, marks that combine, other scripts. */
const text = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        '跨村联建',
        '“',
        '”',
        '，',
        '。',
        ' ',
        '　',
        '１２',
        '３.５%',
        'ｅ',
        'é',
        'e\u0301',
        '가',
        '\u1100\u1161',
        '𠮷',
        '👍🏽',
        'ﬁ',
        '…',
        '+',
        '＋',
      ),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) }),
);

it('a table takes from a text what the expression takes', () => {
  for (const source of classes) {
    const set = new Characters(source);
    fc.assert(
      fc.property(text, (given) => {
        expect(set.takenFrom(given)).toBe(given.replace(new RegExp(source, 'gu'), ''));
      }),
    );
  }
});

it('a table knows each character outside of pairs', () => {
  for (const source of classes) {
    const [set, one] = [new Characters(source), new RegExp(`^${source}$`, 'u')];
    for (let code = 0; code < 0x10000; code++) {
      const character = String.fromCharCode(code);
      const isHalf = code >= 0xd800 && code <= 0xdfff;
      if (set.at(character, 0) !== (!isHalf && one.test(character))) throw new Error(`${source} ${code.toString(16)}`);
    }
    expect([set.at('', 0), set.at('，', 1), set.at('，', -1)]).toEqual([false, false, false]);
  }
});

it('wordings are the text in NFKC without the characters of a class', () => {
  for (const source of classes) {
    const wordings = new Wordings(source);
    fc.assert(
      fc.property(text, (given) => {
        expect(wordings.of(given)).toBe(given.normalize('NFKC').replace(new RegExp(source, 'gu'), ''));
      }),
    );
  }
});

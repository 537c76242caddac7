import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { halfWidth, parseNumeral, scalePower, timesPowerOfTen } from '../../../src/article/figures/numerals.ts';

describe('numerals', () => {
  it.each([
    ['42', 42],
    ['1,286', 1286],
    ['１２', 12],
    ['4557', 4557],
    ['1.2万', 12000],
    ['105.06亿', 10506000000],
    ['3千万', 30000000],
    ['1.5万亿', 1500000000000],
    ['91.89', 91.89],
    ['两千', 2000],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百二', 120],
    ['三百二十', 320],
    ['百万', 1000000],
    ['三万五', 35000],
    ['三万零五十', 30050],
    ['两亿三千万', 230000000],
    ['二〇二一', 2021],
  ])('%s is %d', (text, value) => {
    expect(parseNumeral(text)).toBe(value);
  });

  it.each(['', '个', '十十', '三百千', '1,28', '约5', '两委'])('%s is no numeral', (text) => {
    expect(parseNumeral(text)).toBeUndefined();
  });

  it('multiplies exactly', () => {
    expect(timesPowerOfTen('0.29', 4)).toBe(2900);
    expect(timesPowerOfTen('1.005', scalePower('亿'))).toBe(100500000);
    expect(timesPowerOfTen('2.8', scalePower('亿'))).toBe(280000000);
  });

  it('keeps offsets when it narrows digits', () => {
    expect(halfWidth('共４２个，占４０．６％')).toBe('共42个，占40.6%');
  });
});

/** A whole number below 10¹² in Han characters, as it is read aloud. */
function inHan(value: number): string {
  const high = Math.floor(value / 1e8);
  const middle = Math.floor((value % 1e8) / 1e4);
  const low = value % 1e4;
  const groups = [
    high ? `${belowTenThousand(high)}亿` : '',
    middle ? `${belowTenThousand(middle)}万` : '',
    low ? belowTenThousand(low) : '',
  ];
  const gaps = [high > 0 && middle > 0 && middle < 1000, (high > 0 || middle > 0) && low > 0 && (low < 1000 || (high > 0 && middle === 0))];
  return groups.map((group, i) => (i > 0 && gaps[i - 1] ? `零${group}` : group)).join('') || '零';
}

function belowTenThousand(value: number): string {
  const names = ['千', '百', '十', ''];
  const digits = String(value).padStart(4, '0');
  const parts = [...digits].map((digit, i) => (digit === '0' ? '零' : '零一二三四五六七八九'.charAt(Number(digit)) + (names[i] ?? '')));
  return parts
    .join('')
    .replace(/零+/gu, '零')
    .replace(/^零|零$/gu, '');
}

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/gu, ',');

describe('numerals read back what is written', () => {
  it('in Han characters', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (value) => parseNumeral(inHan(value)) === value));
  });

  it('with thousands separators and in full width', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (value) => {
        const wide = String(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
        return parseNumeral(grouped(value)) === value && parseNumeral(wide) === value;
      }),
    );
  });

  it('with decimals in 万 and 亿, without binary noise', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom(['万', 4] as const, ['亿', 8] as const),
        (hundredths, [scale, power]) => {
          const plain = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
          return parseNumeral(plain + scale) === hundredths * 10 ** (power - 2);
        },
      ),
    );
  });
});

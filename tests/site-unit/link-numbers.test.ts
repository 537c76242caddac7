import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LinkNumbers, numberOf, numbersOf } from '../../src/site/finishing/link-numbers.ts';

/** Addresses as a large library has them: most differ in one or two characters. */
function* addresses(cases: number): Generator<string> {
  for (let number = 0; number < cases; number++) {
    const page = `cases/a${String(number).padStart(5, '0')}.html`;
    yield page;
    for (let block = 0; block < 20; block++)
      yield `${page}#p${((number * 7919 + block * 104729) % 0xffffff).toString(16).padStart(6, '0')}`;
  }
}

describe('the number of an address', () => {
  it('tells 210,000 addresses apart, and spreads them over its whole width', () => {
    const all = [...new Set(addresses(10_000))];
    const numbers = all.map(numberOf);
    expect(new Set(numbers).size).toBe(all.length);
    // Two halves of 26 bits each: of n things in m boxes, m(1 - e^(-n/m)) boxes are taken.
    const boxes = 2 ** 26;
    const taken = boxes * (1 - Math.exp(-all.length / boxes));
    for (const half of [numbers.map((each) => each % boxes), numbers.map((each) => Math.floor(each / 2 ** 27))]) {
      expect(Math.abs(new Set(half).size - taken)).toBeLessThan(200);
    }
  });

  it.each([
    ['a.html#p1', 'a.html#p2'],
    ['a.html#p12', 'a.html#p21'],
    ['a.html', 'a.html#'],
    ['', '\0'],
    ['地区.html#大田县', '地区.html#大田'],
  ])('is another one for %j and %j', (one, other) => {
    expect(numberOf(one)).not.toBe(numberOf(other));
  });

  it('is the same whenever it is asked for, a whole number that is kept exactly', () => {
    for (const address of addresses(100)) {
      expect(numberOf(`${address}`)).toBe(numberOf(address));
      expect(Number.isSafeInteger(numberOf(address))).toBe(true);
    }
  });

  it('stands once in a list, in the order of the addresses', () => {
    expect(numbersOf(['b', 'a', 'b'])).toEqual(Float64Array.of(numberOf('b'), numberOf('a')));
  });
});

describe('a set of numbers', () => {
  it('has those that were put in, and no others', () => {
    fc.assert(
      fc.property(fc.array(fc.maxSafeNat()), fc.array(fc.maxSafeNat()), (put, asked) => {
        const set = new LinkNumbers(put.length);
        for (const number of put) set.add(number);
        const plain = new Set(put);
        for (const number of [...put, ...asked]) expect(set.has(number)).toBe(plain.has(number));
      }),
    );
  });

  it('holds numbers that would all stand in one place, 0 among them', () => {
    const put = Array.from({ length: 100 }, (_, at) => at * 2 ** 32);
    const set = new LinkNumbers(put.length);
    for (const number of put) set.add(number);
    expect(put.every((number) => set.has(number))).toBe(true);
    expect([100 * 2 ** 32, 1, 2 ** 32 + 1].some((number) => set.has(number))).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import { emptyRequest, readAddress, writeAddress } from '../../src/search/page/request.ts';

describe('an address', () => {
  it.each([
    ['', emptyRequest],
    ['?q=%E8%81%94%E5%BB%BA', { ...emptyRequest, q: '联建' }],
    [
      '?q=a+b&practice=brands&place=350425&year=2020&sort=date&page=2',
      { ...emptyRequest, q: 'a b', practice: 'brands', place: '350425', year: '2020', sort: 'date', page: 2 },
    ],
    ['?group=people&all=1', { ...emptyRequest, group: 'people', all: true }],
  ] as const)('%s', (address, request) => {
    expect(readAddress(address)).toEqual(request);
    expect(writeAddress(request)).toBe(`search.html${address}`);
  });

  it.each([
    ['?page=-3', emptyRequest],
    ['?page=x&sort=y&all=0&other=1', emptyRequest],
  ])('what it cannot mean is left out: %s', (address, request) => {
    expect(readAddress(address)).toEqual(request);
  });
});

import { describe, expect, it } from 'vitest';
import { paginate, paginateGroups } from '../../src/library/pagination.ts';

describe('paginate', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [50, [50]],
    [51, [50, 1]],
    [200, [50, 50, 50, 50]],
  ])('%i entries', (count, sizes) => {
    const pages = paginate(Array.from({ length: count }, (_, index) => index));
    expect(pages.map((page) => page.length)).toEqual(sizes);
    expect(pages.flat()).toEqual(Array.from({ length: count }, (_, index) => index));
  });
});

describe('paginateGroups', () => {
  it('continues a group on the next page and says so', () => {
    const pages = paginateGroups(
      [
        { group: 'a', items: [1, 2] },
        { group: 'empty', items: [] },
        { group: 'b', items: [3, 4, 5] },
      ],
      3,
    );
    expect(pages).toEqual([
      [
        { group: 'a', items: [1, 2], continued: false },
        { group: 'b', items: [3], continued: false },
      ],
      [{ group: 'b', items: [4, 5], continued: true }],
    ]);
  });

  it('keeps one page where there is nothing', () => {
    expect(paginateGroups([])).toEqual([[]]);
  });
});

import { describe, expect, it } from 'vitest';
import { paginate, paginateGroups, turningAt } from '../../src/library/pagination.ts';

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

describe('pages by weight', () => {
  it('end before they are too heavy, and hold one entry at least', () => {
    const paging = { weight: (item: number) => item, room: 10 };
    expect(paginate([4, 5, 2, 30, 1, 9, 1], paging)).toEqual([[4, 5], [2], [30], [1, 9], [1]]);
  });
});

describe('pages of a long list', () => {
  const key = (item: number) => `case-${item}`;
  const items = Array.from({ length: 3000 }, (_, index) => index);

  it('hold between half and all that a page holds', () => {
    const pages = paginate(items, { key });
    expect(pages.flat()).toEqual(items);
    expect(pages.slice(0, -1).every((page) => page.length >= 25 && page.length <= 50)).toBe(true);
  });

  it('are hardly changed by one entry more, wherever it stands', () => {
    const before = new Set(paginate(items, { key }).map((page) => page.join()));
    for (const at of [0, 700, 1501, 2999]) {
      const longer = [...items.slice(0, at), 5000 + at, ...items.slice(at)];
      const changed = paginate(longer, { key }).filter((page) => !before.has(page.join()));
      expect(changed.length).toBeLessThanOrEqual(3);
    }
  });

  it('are counted where the list is short, so that each but the last is full', () => {
    expect(paginate(items.slice(0, 499), { key }).map((page) => page.length)).toEqual([...Array(9).fill(50), 49]);
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
      { size: 3 },
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

describe('a page of a list', () => {
  it('says how many there are where it is the first or the last: one more changes these and the one before it alone', () => {
    const turnings = (pages: number) => Array.from({ length: pages }, (_, index) => turningAt(index + 1, pages));
    expect(turnings(4).map(({ pages }) => pages)).toEqual([4, undefined, undefined, 4]);
    expect(turnings(4).map(({ isLast }) => isLast)).toEqual([false, false, false, true]);
    expect(turnings(5).slice(1, 3)).toEqual(turnings(4).slice(1, 3));
  });
});

import { expect, it } from 'vitest';
import { type Library, practicesById } from '../../src/library/library.ts';
import { practicePageCount, practiceShows } from '../../src/library/practice-page.ts';
import { shownDigest } from '../../src/library/shown.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const codes = ['350425', '350481', '350924', '421123', '421124', '429004'];

/** An article with so many passages of one practice, each too long for twenty of them to share a page. */
const article = (id: string, code: string, count: number) => {
  const ids = Array.from({ length: count }, (_, index) => `p${(index + 1).toString().padStart(6, '0')}`);
  return entry(
    id,
    { place: place(code), blocks: ids.map((blockId, index) => block(blockId, `跨村联建${'。'.repeat(999)}`, { n: index + 1 })) },
    { joint: Object.fromEntries(ids.map((blockId) => [blockId, ['跨村联建']])) },
  );
};

const articles = codes.map((code) => article(`a${code}`, code, 60));

/** What each page of the practice shows, as far as it decides whether the page is made again. */
function pagesOf(some: Library): string[] {
  const joint = practicesById(some).get('joint') ?? practice('joint');
  return Array.from({ length: practicePageCount(some, 'joint') }, (_, index) =>
    shownDigest(some, practiceShows(some, joint, index + 1, '几个村一起干。')),
  );
}

it('is made again where one article more stands and on the first and the last page, not on all pages of the practice', () => {
  const before = pagesOf(library(articles, [practice('joint')]));
  const after = pagesOf(library([...articles, article('b', '421124', 7)], [practice('joint')]));
  expect(after.length).toBeGreaterThan(12);
  const kept = after.filter((digest, at) => digest === before[at]).length;
  expect(kept).toBeGreaterThan(8);
  expect(after[0]).not.toBe(before[0]);
});

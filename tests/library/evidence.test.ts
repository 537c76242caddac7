import { describe, expect, it } from 'vitest';
import { evidenceOf, evidencePages, pageOfSpot, spotsOf } from '../../src/library/evidence.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const joint = practice('joint');

function many(id: string, count: number, code?: string) {
  const ids = Array.from({ length: count }, (_, index) => `p${(index + 1).toString().padStart(6, '0')}`);
  return entry(
    id,
    { blocks: ids.map((blockId) => block(blockId, '跨村联建')), ...(code && { place: place(code) }) },
    { joint: Object.fromEntries(ids.map((blockId) => [blockId, ['跨村联建']])) },
  );
}

describe('spotsOf', () => {
  const some = library([many('no-place', 1), many('yongan', 2, '350481'), many('datian', 1, '350425')], [joint]);

  it('goes by codes of places, cases without a place last', () => {
    expect(spotsOf(some, 'joint').map(({ spot, evidence }) => [spot.anchor, evidence.length])).toEqual([
      ['350425', 1],
      ['350481', 2],
      ['case-no-place', 1],
    ]);
  });

  it('counts every passage once', () => {
    expect(evidenceOf(some, 'joint')).toHaveLength(4);
    expect(evidenceOf(some, 'unknown')).toEqual([]);
  });

  it('leaves out passages that are not published', () => {
    const cut = { ...many('cut', 2, '350425'), blocks: [block('p000002', '跨村联建')] };
    expect(evidenceOf(library([cut], [joint]), 'joint').map(({ block: { id } }) => id)).toEqual(['p000002']);
  });
});

it('finds the page on which a place begins', () => {
  const some = library([many('datian', 60, '350425'), many('yongan', 2, '350481')], [joint]);
  expect(evidencePages(some, 'joint').map((page) => page.map(({ group, items }) => [group.anchor, items.length]))).toEqual([
    [['350425', 50]],
    [
      ['350425', 10],
      ['350481', 2],
    ],
  ]);
  expect(pageOfSpot(some, 'joint', '350425')).toBe(1);
  expect(pageOfSpot(some, 'joint', '350481')).toBe(2);
});

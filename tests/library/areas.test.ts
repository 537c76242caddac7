import { expect, it } from 'vitest';
import { areasOf, type EvidenceItem, evidenceByArea, pageOfArea } from '../../src/library/areas.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const shows = (id: string, code: string | undefined, count = 1) => {
  const ids = Array.from({ length: count }, (_, index) => `p${(index + 1).toString().padStart(6, '0')}`);
  return entry(
    id,
    { blocks: ids.map((blockId) => block(blockId, '跨村联建')), ...(code && { place: place(code) }) },
    { joint: Object.fromEntries(ids.map((blockId) => [blockId, ['跨村联建']])) },
  );
};
const joint = [practice('joint')];

/** `in-350000(350425 …)`, with … where an area goes on from an earlier page. */
const outline = (items: readonly EvidenceItem[]): string =>
  items
    .map((item) =>
      'part' in item ? item.part.group.anchor : `${item.inside.counts ? '' : '…'}${item.inside.area.anchor}(${outline(item.inside.items)})`,
    )
    .join(' ');

it('puts what lies in one province and city together, smaller areas in larger ones', () => {
  const some = library(
    [
      shows('a', '350425'),
      shows('b', '350481', 2),
      shows('c', '350924'),
      shows('d', '350000'),
      shows('e', '429004'),
      shows('f', undefined),
    ],
    joint,
  );
  expect(outline(evidenceByArea(some, 'joint', 1))).toBe('in-350000(350000 in-350400(350425 350481) 350924) 429004 case-f');
  expect([...areasOf(some, 'joint').values()].map(({ place: { name }, spots, passages }) => [name, spots, passages])).toEqual([
    ['福建省', 4, 5],
    ['三明市', 2, 3],
  ]);
});

it('goes on with an area on the next page, and knows where it begins', () => {
  const some = library([shows('a', '350425', 60), shows('b', '350481', 3), shows('c', '421123', 1), shows('d', '421124', 1)], joint);
  expect(outline(evidenceByArea(some, 'joint', 1))).toBe('in-350000(in-350400(350425))');
  expect(outline(evidenceByArea(some, 'joint', 2))).toBe('…in-350000(…in-350400(350425 350481)) in-420000(in-421100(421123 421124))');
  const [further] = evidenceByArea(some, 'joint', 2);
  expect(further).toMatchObject({ inside: { area: { anchor: 'in-350000' }, counts: undefined } });
  expect(pageOfArea(some, 'joint', '350400')).toBe(1);
  expect(pageOfArea(some, 'joint', '421100')).toBe(2);
});

it('counts a passage that tells of two counties once for their city', () => {
  const both = entry(
    'a',
    { place: place('350400'), blocks: [block('p000001', '大田县、永安市跨村联建', { places: ['350425', '350481'] })] },
    { joint: { p000001: ['跨村联建'] } },
  );
  expect(areasOf(library([both], joint), 'joint').get('350400')).toMatchObject({ spots: 2, passages: 1 });
});

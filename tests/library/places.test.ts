import { expect, it } from 'vitest';
import { knownPlaces, mentionsOf, placeNodes, placeTree, practicesOfPlace } from '../../src/library/places.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const some = library(
  [
    entry(
      'fujian',
      { place: place('350000'), blocks: [block('p000001', '寿宁县推行跨村联建。', { places: ['350924'] })] },
      { joint: { p000001: ['跨村联建'] } },
    ),
    entry('datian', { place: place('350425'), blocks: [block('p000002', '福建省三明市大田县。', { places: ['350425', '350400'] })] }),
    entry('huanggang', { place: place('421100'), blocks: [block('p000003', '赴福建、大田学习。', { places: ['350000', '350426'] })] }),
    entry('national'),
  ],
  [practice('joint')],
);

it('a place that only a passage names is known, with those above it', () => {
  expect(knownPlaces(some).map(({ name }) => name)).toEqual(['福建省', '三明市', '大田县', '宁德市', '寿宁县', '湖北省', '黄冈市']);
});

it('the tree hangs counties on cities and cities on provinces', () => {
  const outline = (nodes: ReturnType<typeof placeTree>): unknown => nodes.map(({ place: { name }, children }) => [name, outline(children)]);
  expect(outline(placeTree(some))).toEqual([
    [
      '福建省',
      [
        ['三明市', [['大田县', []]]],
        ['宁德市', [['寿宁县', []]]],
      ],
    ],
    ['湖北省', [['黄冈市', []]]],
  ]);
});

it('counts cases within and passages elsewhere', () => {
  const counts = (code: string) => {
    const node = placeNodes(some).get(code);
    return [node?.cases, node?.casesWithin, node?.mentions];
  };
  expect(counts('350000')).toEqual([1, 2, 1]);
  expect(counts('350400')).toEqual([0, 1, 0]);
  expect(counts('350425')).toEqual([1, 1, 1]);
  expect(counts('350924')).toEqual([0, 0, 1]);
});

it('speaks of a place: not its own case, nor a case of a place below it', () => {
  expect(mentionsOf(some, '350000').map(({ entry: { id } }) => id)).toEqual(['huanggang']);
  expect(mentionsOf(some, '350425').map(({ entry: { id } }) => id)).toEqual(['huanggang']);
});

it('practices of a place are also those below it', () => {
  expect(practicesOfPlace(some, '350900').map(({ practice: { id }, spots }) => [id, spots.map((spot) => spot.place.name)])).toEqual([
    ['joint', ['寿宁县']],
  ]);
  expect(practicesOfPlace(some, '350425')).toEqual([]);
});

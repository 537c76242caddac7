import { expect, it } from 'vitest';
import type { Catalogue } from '../../src/search/catalogue.ts';
import { packCatalogue, packShown, unpackCatalogue, unpackShown } from '../../src/search/packed-catalogue.ts';

const catalogue: Catalogue = {
  cases: [
    { date: '2020-07-27', places: [1, 2, 3], practices: [1, 0], primary: 1 },
    { date: '', places: [], practices: [], primary: 0 },
    { date: '2021', places: [4, 5], practices: [0], primary: 0 },
    { date: '2021-03', places: [1], practices: [], primary: 0 },
    { date: '2022', places: [0], practices: [1], primary: 1 },
  ],
  lengths: [[16, -17, 144, 16], [32], [16, 70_000], [48, -33], []],
  shards: [0, 1, 1, 0, 1],
  sliceUnits: 500,
  practices: [
    { id: 'one', name: '跨村联建', aliases: ['联村党建'], group: 0 },
    { id: 'two', name: '人才回引', aliases: [], group: -1 },
  ],
  groups: [{ id: 'organisation', name: '组织建设' }],
  places: [
    { code: '110000', name: '北京市', depth: 0 },
    { code: '350000', name: '福建省', depth: 0 },
    { code: '350400', name: '三明市', depth: 1 },
    { code: '350425', name: '大田县', depth: 2 },
    { code: '420000', name: '湖北省', depth: 0 },
    { code: '429004', name: '仙桃市', depth: 1 },
  ],
};

it('a catalogue is read as it was written', () => {
  expect(unpackCatalogue(JSON.parse(JSON.stringify(packCatalogue(catalogue))))).toEqual(catalogue);
});

it('and so are the passages that show a practice', () => {
  const shown: [number, number][] = [
    [0, 2],
    [0, 7],
    [40, 1],
    [9999, 30],
  ];
  expect(unpackShown(packShown(shown))).toEqual(shown);
  expect(unpackShown(packShown([]))).toEqual([]);
});

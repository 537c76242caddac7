import { describe, expect, it } from 'vitest';
import { ancestors, isBelow, placesOfWords } from '../../src/library/places-of-passage.ts';
import { block, entry, gazetteer, place } from './hand-made.ts';

it.each([
  ['350425', '350400', true],
  ['350425', '350000', true],
  ['350400', '350000', true],
  ['429004', '420000', true],
  ['350425', '350425', false],
  ['350400', '350425', false],
  ['421123', '350000', false],
  ['350481', '350425', false],
])('%s lies below %s: %s', (code, above, expected) => {
  expect(isBelow(code, above)).toBe(expected);
});

it('a county under no city hangs on its province', () => {
  expect(ancestors(gazetteer, place('429004')).map(({ name }) => name)).toEqual(['湖北省']);
  expect(ancestors(gazetteer, place('350425')).map(({ name }) => name)).toEqual(['福建省', '三明市']);
  expect(ancestors(gazetteer, place('350000'))).toEqual([]);
});

describe('where what a passage tells was done', () => {
  const county = entry('datian', { place: place('350425') });
  const city = entry('huanggang', { place: place('421100') });
  const none = entry('national');
  const rows: [why: string, of: typeof county, text: string, places: string[], words: string[], expected: string[]][] = [
    ['a county, whatever other places it names', county, '与永安市协作，推行跨村联建。', ['350481'], ['跨村联建'], ['大田县']],
    ['a city, where no county is named', city, '推行网格化治理。', [], ['网格化'], ['黄冈市']],
    ['the county in the sentence', city, '罗田县推行网格化治理。全市推开。', ['421123'], ['网格化'], ['罗田县']],
    ['the county named last before', city, '罗田先试。建立网格化治理体系。', ['421123'], ['网格化'], ['罗田县']],
    ['the city again after 全市', city, '罗田县先试。全市推行网格化治理。', ['421123'], ['网格化'], ['黄冈市']],
    ['the city where a county comes only later', city, '推行网格化治理。罗田县建立了台账。', ['421123'], ['网格化'], ['黄冈市']],
    ['two counties of one sentence', city, '罗田县、英山县推行网格化治理。', ['421124', '421123'], ['网格化'], ['罗田县', '英山县']],
    ['only the counties of the words', city, '罗田县推行积分制。英山县推行网格化治理。', ['421123', '421124'], ['网格化'], ['英山县']],
    ['the last of a chain', none, '福建省三明市大田县推行网格化治理。', ['350000', '350400', '350425'], ['网格化'], ['大田县']],
    ['the passage, where the words are not in it', city, '罗田县推行网格治理。', ['421123'], [], ['罗田县']],
    ['nothing, where nothing is known', none, '推行网格化治理。', [], ['网格化'], []],
    ['today’s place of a former code', none, '大田推行网格化治理。', ['350426'], ['网格化'], ['大田县']],
  ];
  it.each(rows)('%s', (_, of, text, places, words, expected) => {
    expect(placesOfWords(of, block('p000001', text, { places }), words, gazetteer).map(({ name }) => name)).toEqual(expected);
  });
});

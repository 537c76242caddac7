import { expect, it } from 'vitest';
import { practiceRows } from '../../src/library/practices.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const practices = [practice('joint'), practice('points')];

function quotes(text: string, shown: Record<string, string[]>, fields: { place?: string; places?: string[] } = {}) {
  const of = entry(
    'a',
    { blocks: [block('p000001', text, { places: fields.places ?? [] })], place: place(fields.place ?? '350425') },
    Object.fromEntries(Object.entries(shown).map(([id, words]) => [id, { p000001: words }])),
  );
  return practiceRows(library([of], practices), 'joint').map(({ spot, arrangements }) => [
    spot.place?.name,
    arrangements.map(({ arrangement }) => arrangement.quote),
  ]);
}

it('takes the sentences of the practice and those that carry on behind them', () => {
  const text = '推行跨村联建，组建联村党组织。同时，每年下拨100万元专项资金。实行积分制，由村党支部牵头。设立评议工作组。';
  expect(quotes(text, { joint: ['跨村联建'], points: ['积分制'] })).toEqual([['大田县', ['组建联村党组织', '每年下拨100万元专项资金']]]);
});

it('leaves out what stands before the practice is spoken of', () => {
  expect(quotes('成立领导小组。推行跨村联建。', { joint: ['跨村联建'] })).toEqual([['大田县', []]]);
});

it('gives each place its own', () => {
  const text = '罗田县推行跨村联建，组建联村党委。英山县推行跨村联建，成立党建联盟。';
  expect(quotes(text, { joint: ['罗田县推行跨村联建', '英山县推行跨村联建'] }, { place: '421100', places: ['421123', '421124'] })).toEqual([
    ['罗田县', ['组建联村党委']],
    ['英山县', ['成立党建联盟']],
  ]);
});

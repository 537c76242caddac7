import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/article/schema.ts';
import { sharedMeasures } from '../../src/library/measures.ts';
import { practiceRows } from '../../src/library/practices.ts';
import { block, entry, figure, library, place, practice } from './hand-made.ts';

const county = (id: string, code: string, figures: Partial<Figure>[], state: 'machine' | 'reviewed' = 'reviewed') =>
  entry(
    id,
    {
      place: place(code),
      review: { state },
      blocks: [block('p000001', `联村党组织${figures.map(({ quote }) => quote).join('，')}。`)],
      figures: figures.map((fields, index) => figure(`p000001-${index + 1}`, { practices: ['joint'], subject: '联村党组织', ...fields })),
    },
    { joint: { p000001: ['联村党组织'] } },
  );

const measuresOf = (...cases: ReturnType<typeof county>[]) =>
  sharedMeasures(practiceRows(library(cases, [practice('joint')]), 'joint')).map(({ key, places, unreviewed }) => [
    key,
    places.map(({ place: { name }, figure: { value }, length }) => [name, value, length]),
    unreviewed,
  ]);

describe('figures of the same subject, unit and kind', () => {
  it('stand together where two places have them', () => {
    expect(
      measuresOf(county('a', '350425', [{ quote: '42个', value: 42 }]), county('b', '350481', [{ quote: '21个', value: 21 }], 'machine')),
    ).toEqual([
      [
        '联村党组织 个 count',
        [
          ['大田县', 42, 1],
          ['永安市', 21, 0.5],
        ],
        true,
      ],
    ]);
  });

  it.each<[string, Partial<Figure>]>([
    ['one is planned', { status: 'planned' }],
    ['one is a problem', { status: 'problem' }],
    ['one has another unit', { unit: '家' }],
    ['one has another subject', { subject: '联合社' }],
    ['one is counted per household', { per: '户' }],
    ['one is a village’s', { scope: '龙地村' }],
    ['one is another county’s', { place: '350924' }],
    ['one is a range', { valueTo: 30 }],
    ['one is a rank', { kind: 'rank' }],
  ])('do not where %s', (_, fields) => {
    const other = county('b', '350481', [{ quote: '21个', value: 21, ...fields }]);
    expect(measuresOf(county('a', '350425', [{ quote: '42个', value: 42 }]), other)).toEqual([]);
  });

  it('leave out a place that gives two values', () => {
    const twice = county('b', '350481', [
      { quote: '21个', value: 21 },
      { quote: '25个', value: 25 },
    ]);
    expect(measuresOf(county('a', '350425', [{ quote: '42个', value: 42 }]), twice)).toEqual([]);
  });
});

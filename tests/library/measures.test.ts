import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/article/schema.ts';
import { chartedMeasures, sharedMeasures } from '../../src/library/measures.ts';
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
    ['one is a share of the same', { kind: 'share', unit: '%' }],
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

  it('do not where their name says too little', () => {
    const [a, b] = [
      county('a', '350425', [{ quote: '42个', subject: '项目' }]),
      county('b', '350481', [{ quote: '21个', subject: '项目' }]),
    ];
    expect(measuresOf(a, b)).toEqual([]);
  });

  it('of a province do not stand beside its counties’ in a chart, unless they are shares', () => {
    const of = (fields: Partial<Figure>) => [
      county('a', '350000', [{ quote: '980个', value: 980, ...fields }]),
      county('b', '350425', [{ quote: '42个', value: 42, ...fields }]),
      county('c', '350481', [{ quote: '21个', value: 21, ...fields }]),
    ];
    const names = (fields: Partial<Figure>) =>
      chartedMeasures(practiceRows(library(of(fields), [practice('joint')]), 'joint')).map(({ places }) =>
        places.map(({ place: { name } }) => name),
      );
    expect(names({})).toEqual([['大田县', '永安市']]);
    expect(names({ kind: 'share', unit: '%' })).toEqual([['福建省', '大田县', '永安市']]);
  });

  it('stand together though written in two ways, each keeping its own words', () => {
    const [a, b] = [county('a', '350425', [{ quote: '42个' }]), county('b', '350481', [{ quote: '21个', subject: '全市“联村”党组织' }])];
    const [measure] = sharedMeasures(practiceRows(library([a, b], [practice('joint')]), 'joint'));
    expect(measure?.places.map(({ figure: { subject } }) => subject)).toEqual(['联村党组织', '全市“联村”党组织']);
  });
});

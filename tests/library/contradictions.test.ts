import { describe, expect, it } from 'vitest';
import type { Figure } from '../../src/article/schema.ts';
import { otherNumbers, otherValues, otherValueText } from '../../src/library/contradictions.ts';
import { block, entry, figure, library } from './hand-made.ts';

const of = (id: string, ...figures: Partial<Figure>[]) =>
  entry(id, {
    blocks: [block('p000001', '原文', { n: 7 })],
    figures: figures.map((each, index) => figure(`p000001-${index + 1}`, { subject: '联村党组织', place: '350425', ...each })),
  });
const first = ({ figures }: ReturnType<typeof of>): Figure => figures[0] ?? figure('p000001-1');
const another = { value: 45, quote: '联村党组织45个' };

/** What stands against the first figure of the first case. */
const against = (home: ReturnType<typeof of>, ...rest: ReturnType<typeof of>[]) =>
  otherValues(library([home, ...rest]), home, first(home)).map((other) => otherValueText(other, home));

describe('numbers that contradict each other stand together', () => {
  it('in one article, with a time or without one', () => {
    expect(against(of('a', {}, another))).toEqual(['本文另写“联村党组织45个”（第7段）']);
    expect(against(of('a', { period: '2021' }, { period: '2021', ...another }))).toEqual(['本文另写“联村党组织45个”（第7段）']);
  });

  it('in two articles where place and time are the same, however each writes the name', () => {
    const other = of('b', { period: '2021', ...another, subject: '全县“联村”党组织' });
    expect(against(of('a', { period: '2021' }), other)).toEqual(['《b的题名》另写“联村党组织45个”（第7段）']);
  });

  it('each number once beside the figure', () => {
    const home = of('a', {}, another, another);
    expect(otherNumbers(otherValues(library([home]), home, first(home)))).toEqual(['45个']);
  });
});

describe('numbers that say nothing against each other', () => {
  it.each<[string, Partial<Figure>, Partial<Figure>]>([
    ['are the same', {}, { quote: '联村党组织42个' }],
    ['are of two years', { period: '2021' }, { period: '2020', ...another }],
    ['are of two owners', {}, { scope: '龙地村', ...another }],
    ['are a plan and what came of it', {}, { status: 'planned', ...another }],
    ['have a name that says nothing', { subject: '项目' }, { subject: '项目', ...another }],
    ['have a short name and no time', { subject: '党组织' }, { subject: '党组织', ...another }],
  ])('%s', (_, one, other) => {
    expect(against(of('a', one, other))).toEqual([]);
  });

  it('stand in two articles that do not both say when, or where', () => {
    expect(against(of('a', {}), of('b', another))).toEqual([]);
    const nowhere = { period: '2021', place: undefined };
    expect(against(of('a', nowhere), of('b', { ...nowhere, ...another }))).toEqual([]);
  });
});

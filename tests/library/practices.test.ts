import { describe, expect, it } from 'vitest';
import { practiceCounts, practiceRows, practicesByGroup, practicesDoneWith, relatedPractices } from '../../src/library/practices.ts';
import { block, entry, figure, library, place, practice } from './hand-made.ts';

const practices = [practice('joint', { related: ['brands'] }), practice('brands'), practice('talent', { group: 'people' })];
const text = '针对空心化问题，创新“四联四促”跨村联建工作法，组建联村党组织42个。实施“人才回引”工程。';
const datian = entry(
  'datian',
  {
    place: place('350425'),
    blocks: [block('p000001', text, { practices: ['joint', 'talent'] }), block('p000002', '打造品牌。', { practices: ['brands'] })],
    problems: [
      { text: '空心化', practice: 'joint', passage: 'p000001' },
      { text: '人难选', practice: 'talent', passage: 'p000001' },
    ],
    methods: [
      { id: 'si-lian', name: '“四联四促”跨村联建工作法', passages: ['p000001'] },
      { id: 'ren-cai', name: '“人才回引”工程', passages: ['p000001'] },
    ],
    figures: [figure('p000001-1', { practices: ['joint'] }), figure('p000001-2', { practices: ['talent'] })],
  },
  { joint: { p000001: ['跨村联建'] }, brands: { p000002: ['品牌'] }, talent: { p000001: ['人才回引'] } },
);
const some = library(
  [datian, entry('yongan', { blocks: [block('p000003', '跨村联建。')] }, { joint: { p000003: ['跨村联建'] } })],
  practices,
);

describe('a practice place by place', () => {
  it('holds only what belongs to it', () => {
    const [row] = practiceRows(some, 'joint');
    expect(row?.problems.map(({ problem }) => problem.text)).toEqual(['空心化']);
    expect(row?.methods.map(({ method }) => method.id)).toEqual(['si-lian']);
    expect(row?.figures.map(({ figure: { id } }) => id)).toEqual(['p000001-1']);
  });

  it('prefers figures that name the practice, then those of its sentences', () => {
    const sentences = '组织培训18期。全县共有联村党组织42个，争取资金5400万元，示范点4个，项目74个。';
    const of = entry(
      'datian',
      {
        blocks: [block('p000001', sentences)],
        figures: [
          figure('p000001-1', { quote: '培训18期', subject: '培训', kind: 'count', practices: ['joint'] }),
          figure('p000001-2', { quote: '联村党组织42个', practices: ['joint'] }),
          figure('p000001-3', { quote: '争取资金5400万元', subject: '资金', kind: 'amount', practices: ['joint'] }),
          figure('p000001-4', { quote: '示范点4个', subject: '示范点', practices: ['joint'] }),
          figure('p000001-5', { quote: '项目74个', subject: '项目', practices: ['joint'] }),
        ],
      },
      { joint: { p000001: ['联村党组织'] } },
    );
    const [row] = practiceRows(library([of], practices), 'joint');
    expect(row?.figures.map(({ figure: { id } }) => id)).toEqual(['p000001-2', 'p000001-3', 'p000001-4']);
  });

  it('stays empty where the source is silent', () => {
    const row = practiceRows(some, 'joint')[1];
    expect(row).toMatchObject({ spot: { anchor: 'case-yongan' }, problems: [], methods: [], figures: [] });
  });
});

it('counts passages, cases and places', () => {
  expect(practiceCounts(some, 'joint')).toEqual({ passages: 2, cases: 2, places: 1 });
  expect(practiceCounts(library([], practices), 'joint')).toEqual({ passages: 0, cases: 0, places: 0 });
});

it('groups come in order, groups without practices not at all', () => {
  expect(practicesByGroup(library([], [practice('talent', { group: 'people' })])).map(({ group }) => group.name)).toEqual(['队伍建设']);
});

it('practices done with another: more cases first, then more shared passages', () => {
  expect(practicesDoneWith(some, 'joint').map(({ practice: { id }, cases }) => [id, cases])).toEqual([
    ['talent', 1],
    ['brands', 1],
  ]);
});

it('related practices are related both ways', () => {
  expect(
    relatedPractices(some)
      .get('brands')
      ?.map(({ id }) => id),
  ).toEqual(['joint']);
});

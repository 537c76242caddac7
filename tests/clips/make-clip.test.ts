import { expect, it } from 'vitest';
import { clipOf } from '../../src/clips/model/make-clip.ts';
import { around, datian, income, joint } from './sample.ts';

it('a passage takes its words as printed, its heading, what it answers, its practices and its citation', () => {
  expect(clipOf(datian(), { block: 'p000001', under: 'economy' }, around)).toEqual({
    kind: 'passage',
    id: 'datian#p000001',
    words: joint,
    case: 'datian',
    title: '大田县：跨村联建促振兴',
    block: 'p000001',
    label: '第1段',
    section: '一、组织联建',
    problems: [
      { text: '村级力量分散', practice: 'joint' },
      { text: '集体经济薄弱', practice: 'economy' },
    ],
    practices: [
      { id: 'joint', name: '跨村联建' },
      { id: 'economy', name: '村级集体经济' },
    ],
    under: 'economy',
    place: { name: '大田县', path: ['福建省', '三明市', '大田县'] },
    notBefore: '2021',
    citation: '大田县：跨村联建促振兴.',
    link: 'https://dj.example.gov.cn/anli/cases/datian.html#p000001',
  });
});

it('a figure takes its exact words and says whose it is, and that it is only planned', () => {
  expect(clipOf(datian(), { block: 'p000002', figure: 'p000002-1' }, around)).toMatchObject({
    kind: 'figure',
    id: 'datian#p000002-1',
    words: '力争明年超过5400万元',
    subject: '计划：龙地村集体收入',
    practices: [{ id: 'economy', name: '村级集体经济' }],
  });
  expect(income).toContain('力争明年超过5400万元');
});

it.each([{ block: 'p999999' }, { block: 'p000001', figure: 'p000001-9' }, { block: 'p000001', figure: 'p000002-1' }])(
  'what the case does not publish is no clip: %j',
  (chosen) => {
    expect(clipOf(datian(), chosen, around)).toBeUndefined();
  },
);

it('a known date goes before a bound', () => {
  const dated = datian({ date: { value: '2022-03', precision: 'month', basis: 'stated' }, notBefore: undefined });
  const made = clipOf(dated, { block: 'p000001' }, around);
  expect([made?.date, made?.notBefore]).toEqual(['2022-03', undefined]);
});

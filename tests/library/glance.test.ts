import { expect, it } from 'vitest';
import { glance } from '../../src/library/glance.ts';
import { block, entry, figure, library, practice } from './hand-made.ts';

const practices = [practice('joint', { name: '跨村联建' }), practice('talent', { name: '人才回引' })];
const blocks = [block('p000001', '跨村联建', { n: 1 }), block('p000002', '人才回引', { n: 2 }), block('p000003', '人才回引', { n: 3 })];

it('tells problems once, methods, then primary practices without a method, and results only', () => {
  const of = entry(
    'a',
    {
      blocks,
      problems: [
        { text: '空心化', practice: 'joint', passage: 'p000001' },
        { text: '空心化', practice: 'joint', passage: 'p000002' },
      ],
      methods: [{ id: 'm', name: '四联四促', passages: ['p000001'] }],
      figures: [figure('p000001-1', { status: 'planned' }), figure('p000001-2'), figure('p000002-1', { status: 'problem' })],
    },
    { joint: { p000001: ['跨村联建'] }, talent: { p000002: ['人才回引'], p000003: ['人才回引'] } },
  );
  const answer = glance(library([of], practices), of);
  expect(answer.problems.map(({ problem, block: { n } }) => [problem.text, n])).toEqual([['空心化', 1]]);
  expect(answer.methods.map(({ method }) => method.name)).toEqual(['四联四促']);
  expect(answer.practices.map(({ name, block: { n } }) => [name, n])).toEqual([['人才回引', 2]]);
  expect(answer.results.map(({ figure: { id } }) => id)).toEqual(['p000001-2']);
});

it('leaves out what the article does not say', () => {
  const of = entry('a', { blocks });
  expect(glance(library([of], practices), of)).toEqual({ problems: [], methods: [], practices: [], results: [] });
});

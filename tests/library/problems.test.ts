import { expect, it } from 'vitest';
import { pageOfProblems, problemGroups, problemSamples } from '../../src/library/problems.ts';
import { block, entry, library, practice } from './hand-made.ts';

const practices = [practice('joint'), practice('talent')];
const with_ = (id: string, ...problems: [text: string, practice: string | null][]) =>
  entry(id, {
    blocks: [block('p000001', problems.map(([text]) => text).join('。'))],
    problems: problems.map(([text, answer]) => ({ text, practice: answer, passage: 'p000001' })),
  });

const some = library(
  [with_('a', ['去向不明', null], ['人难选', 'talent']), with_('b', ['空心化', 'joint'], ['无人', 'talent'], ['老问题', 'gone'])],
  practices,
);

it('groups problems by the practice that answers them, those without an answer last', () => {
  expect(problemGroups(some).map(({ practice: answer, problems }) => [answer?.id, problems.map(({ problem }) => problem.text)])).toEqual([
    ['joint', ['空心化']],
    ['talent', ['人难选', '无人']],
    [undefined, ['去向不明', '老问题']],
  ]);
});

it('finds the page of a practice’s problems', () => {
  const full = library(
    [with_('a', ...Array.from({ length: 60 }, (_, index): [string, string] => [`难题${index}`, index < 55 ? 'joint' : 'talent']))],
    practices,
  );
  expect([pageOfProblems(full, 'joint'), pageOfProblems(full, 'talent'), pageOfProblems(full, 'gone')]).toEqual([1, 2, undefined]);
});

it('offers one problem of each practice, those with most problems first', () => {
  expect(problemSamples(some, 5).map(({ practice: answer, problem }) => [answer.id, problem.text])).toEqual([
    ['talent', '人难选'],
    ['joint', '空心化'],
  ]);
});

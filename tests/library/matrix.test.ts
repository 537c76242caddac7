import { expect, it } from 'vitest';
import { matrix } from '../../src/library/matrix.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const shows = (id: string, practiceId: string, count: number, code?: string) => {
  const ids = Array.from({ length: count }, (_, index) => `p00000${index}`);
  return entry(
    id,
    { blocks: ids.map((blockId) => block(blockId, '原文')), ...(code && { place: place(code) }) },
    { [practiceId]: Object.fromEntries(ids.map((blockId) => [blockId, ['原文']])) },
  );
};

it('has only rows and columns with something, and says what stands outside', () => {
  const practices = [practice('joint'), practice('empty'), practice('talent', { group: 'people' })];
  const answer = matrix(library([shows('b', 'talent', 1, '350481'), shows('a', 'joint', 8, '350425'), shows('c', 'joint', 2)], practices));
  expect(answer.places.map(({ name }) => name)).toEqual(['大田县', '永安市']);
  expect(
    answer.groups.map(({ group, rows }) => [
      group.name,
      rows.map(({ practice: { id }, cells }) => [id, cells.map((cell) => cell && [cell.passages, cell.shade])]),
    ]),
  ).toEqual([
    ['组织建设', [['joint', [[8, 5], undefined]]]],
    ['队伍建设', [['talent', [undefined, [1, 1]]]]],
  ]);
  expect(answer.withoutPlace).toBe(2);
});

it('is empty where nothing is known', () => {
  expect(matrix(library([], [practice('joint')]))).toEqual({ places: [], groups: [], withoutPlace: 0 });
});

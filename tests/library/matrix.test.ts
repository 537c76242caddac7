import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/article/schema.ts';
import { matrix, matrixParts, partsBeside, widestMatrix } from '../../src/library/matrix.ts';
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
  expect(matrix(library([], [practice('joint')]))).toEqual({ places: [], above: [], groups: [], withoutPlace: 0 });
});

describe('by city and by province', () => {
  const practices = [practice('joint')];
  const some = library(
    [
      shows('a', 'joint', 2, '350425'),
      shows('b', 'joint', 1, '350481'),
      shows('c', 'joint', 1, '421123'),
      shows('d', 'joint', 1, '429004'),
    ],
    practices,
  );
  const cells = (level: 'place' | 'city' | 'province', within?: string) => {
    const answer = matrix(some, level, within);
    return answer.groups[0]?.rows[0]?.cells.map((cell) => cell && [cell.place.name, cell.passages, cell.href]);
  };

  it('a cell leads to exactly its passages: those of one place, or of all the places of the city or province, on the practice’s page', () => {
    expect(cells('place', '350000')).toEqual([
      ['大田县', 2, '/practices/joint.html#350425'],
      ['永安市', 1, '/practices/joint.html#350481'],
    ]);
    expect(cells('city')).toEqual([
      ['三明市', 3, '/practices/joint.html#in-350400'],
      ['黄冈市', 1, '/practices/joint.html#421123'],
      ['仙桃市', 1, '/practices/joint.html#429004'],
    ]);
    expect(cells('province')).toEqual([
      ['福建省', 3, '/practices/joint.html#in-350000'],
      ['湖北省', 2, '/practices/joint.html#in-420000'],
    ]);
  });

  it('names what stands over the columns', () => {
    expect(matrix(some).above).toEqual([
      { name: '三明市', columns: 2 },
      { name: '黄冈市', columns: 1 },
      { name: '湖北省', columns: 1 },
    ]);
    expect(matrix(some, 'city').above).toEqual([
      { name: '福建省', columns: 1 },
      { name: '湖北省', columns: 2 },
    ]);
  });

  it('a passage that tells of two counties counts once for their city', () => {
    const both = entry(
      'a',
      { place: place('350400'), blocks: [block('p000001', '大田县、永安市跨村联建', { places: ['350425', '350481'] })] },
      { joint: { p000001: ['跨村联建'] } },
    );
    const answer = matrix(library([both], practices), 'city');
    expect(answer.groups[0]?.rows[0]?.cells.map((cell) => cell?.passages)).toEqual([1]);
  });

  it('has one page more for each level that shows something else', () => {
    expect(matrixParts(some).map(({ part, level }) => [part, level])).toEqual([
      [undefined, 'place'],
      ['city', 'city'],
      ['province', 'province'],
    ]);
    expect(matrixParts(library([shows('a', 'joint', 1, '350425')], practices)).map(({ part }) => part)).toEqual([undefined]);
  });

  it('begins with a coarser level where the places are too many for a page, and gives each province its own, and each city of one that has too many', () => {
    const counties = Array.from({ length: widestMatrix + 1 }, (_, index): Place => {
      const code = `3504${String(index + 1).padStart(2, '0')}`;
      return { code, name: `县${code}`, level: 'county', path: ['福建省', '三明市', `县${code}`] };
    });
    const cases = counties.map((one) => ({ ...shows(`c${one.code}`, 'joint', 1), place: one }));
    const byCode = (code: string) => counties.find((one) => one.code === code) ?? some.gazetteer.byCode(code);
    const many = { ...library([...cases, shows('x', 'joint', 1, '421123')], practices), gazetteer: { byCode } };
    expect(matrixParts(many).map(({ part, level, within, under }) => [part, level, within, under])).toEqual([
      [undefined, 'city', undefined, undefined],
      ['350000', 'city', '350000', undefined],
      ['350400', 'place', '350400', '350000'],
      ['420000', 'place', '420000', undefined],
    ]);
    const beside = (part?: string) => {
      const page = matrixParts(many).find((one) => one.part === part);
      return page && partsBeside(many, page).cities.map(({ label }) => label);
    };
    expect([beside(), beside('350000'), beside('350400'), beside('420000')]).toEqual([[], ['三明市'], ['三明市'], []]);
  });
});

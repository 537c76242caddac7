import { describe, expect, it } from 'vitest';
import { comparablePlaces, compare, pairsOf, pairsOfPractice, placePairs } from '../../src/library/comparison.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const does = (id: string, code: string, ...practices: string[]) =>
  entry(
    id,
    { place: place(code), blocks: [block('p000001', '跨村联建')] },
    Object.fromEntries(practices.map((practiceId) => [practiceId, { p000001: ['跨村联建'] }])),
  );
const practices = [practice('joint'), practice('talent'), practice('brands')];
const some = library(
  [does('a', '350425', 'joint', 'talent'), does('b', '350481', 'joint', 'brands'), does('c', '421123', 'talent')],
  practices,
);

describe('pairs of places', () => {
  it('are any two of a practice that few places do, in order of codes', () => {
    expect(placePairs(some).map(({ id }) => id)).toEqual(['350425-350481', '350425-421123']);
    expect(pairsOf(some, '350425').map(({ other }) => other.name)).toEqual(['永安市', '罗田县']);
    expect(pairsOfPractice(some, 'talent').map(({ id }) => id)).toEqual(['350425-421123']);
  });

  it('say how much both do, those that share most first', () => {
    const three = library(
      [does('a', '350425', 'joint', 'talent'), does('b', '350481', 'brands', 'joint'), does('c', '421123', 'talent', 'joint')],
      practices,
    );
    expect(pairsOf(three, '350425').map(({ other: { name }, shared }) => [name, shared])).toEqual([
      ['罗田县', 2],
      ['永安市', 1],
    ]);
    expect(comparablePlaces(three).map(({ name }) => name)).toEqual(['大田县', '永安市', '罗田县']);
  });

  it('are those most alike where many places do the same, so that their number stays small', () => {
    const codes = ['350425', '350481', '350924', '421123', '421124', '429004'];
    const many = library(
      codes.map((code) => does(`c${code}`, code, 'joint', ...(code.startsWith('42') ? ['talent'] : []))),
      practices,
    );
    const pairs = placePairs(many);
    expect(pairs.length).toBeLessThan((codes.length * (codes.length - 1)) / 2);
    expect(pairs.map(({ id }) => id)).toEqual(expect.arrayContaining(['421123-421124', '421123-429004', '421124-429004']));
    expect(pairsOfPractice(many, 'joint')).toEqual([]);
  });

  it('are those nearest by their codes where all do the same, not all places with the same two', () => {
    const codes = ['350425', '350481', '350924', '421123', '421124', '429004'];
    const alike = library(
      codes.map((code) => does(`c${code}`, code, 'joint', 'talent')),
      practices,
    );
    expect(pairsOf(alike, '421124').map(({ other }) => other.code)).toEqual(['421123', '429004']);
    expect(pairsOf(alike, '350425').map(({ other }) => other.code)).toEqual(['350481', '350924']);
  });

  it('are not a county and the city that it lies in, unless few do the same', () => {
    const codes = ['350400', '350425', '350481', '350924', '421123'];
    const nested = library(
      codes.map((code) => does(`c${code}`, code, 'joint')),
      practices,
    );
    expect(placePairs(nested).map(({ id }) => id)).not.toContain('350400-350425');
  });
});

it('says what both do and what only one does', () => {
  const [pair] = placePairs(some);
  if (!pair) throw new Error('No pair.');
  const { shared, onlyA, onlyB } = compare(some, pair);
  expect(shared.map(({ practice: { id }, spots }) => [id, spots.map(({ spot }) => spot.anchor)])).toEqual([
    ['joint', ['350425', '350481']],
  ]);
  expect([onlyA, onlyB].map((only) => only.map(({ id }) => id))).toEqual([['talent'], ['brands']]);
});

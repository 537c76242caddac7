import { expect, it } from 'vitest';
import { formerCodes, formerNames, formerPlacesInUse } from '../../src/library/former-places.ts';
import { entry, library, place } from './hand-made.ts';

const some = library([entry('a', { place: place('350425') })]);
const former = [
  { name: '大田旧县', code: '350426', successor: '350425' },
  { name: '大田府', successor: '350425' },
  { name: '枞阳县', code: '350481', successor: '350481' },
  { name: '罗田旧县', code: '421199', successor: '421123' },
];

it('lists former names of places that have a page, not of others', () => {
  expect(formerPlacesInUse(some, former).map(({ name, code, place: { name: today } }) => [name, code, today])).toEqual([
    ['大田府', undefined, '大田县'],
    ['大田旧县', '350426', '大田县'],
  ]);
});

it('gives a page to former codes that lead to today’s place', () => {
  expect(formerCodes(some, former).map(({ code }) => code)).toEqual(['350426']);
});

it('says nothing of a place that bears its name and code still', () => {
  expect(formerNames(former, '350481')).toEqual([]);
});

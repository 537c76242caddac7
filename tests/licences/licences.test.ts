import { describe, expect, it } from 'vitest';
import { program } from '../setup/command.ts';
import { isAccepted, licensedPackages } from './licences.ts';
import { shippedPackages } from './shipped.ts';

describe('isAccepted', () => {
  it.each(['MIT', '(MIT OR GPL-3.0-or-later)', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT', '(AGPL-3.0-only OR ISC)'])('%s', (licence) => {
    expect(isAccepted(licence)).toBe(true);
  });

  it.each([
    'AGPL-3.0-or-later',
    'CPAL-1.0',
    'MIT AND AGPL-3.0-only',
    'GPL-3.0-only',
    'UNLICENSED',
    'SEE LICENSE IN LICENSE',
    '',
    undefined,
  ])('not %s', (licence) => {
    expect(isAccepted(licence)).toBe(false);
  });
});

it('every package of production says a licence that is accepted', () => {
  const packages = licensedPackages(program);
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(({ licence }) => !isAccepted(licence))).toEqual([]);
});

it('only Pagefind, and what the clip folder loads on demand, reaches the browser', () => {
  expect([...shippedPackages(program).keys()].sort()).toEqual(['docx', 'pagefind']);
});

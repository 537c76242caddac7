import { expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { caseGround, caseShows } from '../../src/library/case-page.ts';
import { shownDigest } from '../../src/library/shown.ts';
import { block, entry, library, place, practice } from './hand-made.ts';

const practices = [practice('joint'), practice('talent')];
const does = (id: string, given: Partial<Case> = {}, ...ids: string[]) =>
  entry(
    id,
    { blocks: [block('p000001', '跨村联建，人才回引', { n: 1 })], ...given },
    Object.fromEntries((ids.length > 0 ? ids : ['joint']).map((each) => [each, { p000001: [each === 'joint' ? '跨村联建' : '人才回引'] }])),
  );
const others = [does('b'), does('c', {}, 'talent'), does('d'), does('e')];

const of = (cases: readonly Case[], what: typeof caseShows) => {
  const some = library([...cases], practices);
  return shownDigest(some, what(some, some.cases.find(({ id }) => id === 'a') ?? does('a')));
};

it.each<[string, readonly Case[]]>([
  ['it has another word', [does('a', { blocks: [block('p000001', '跨村联建', { n: 1 })] }), ...others]],
  ['it does something else', [does('a', {}, 'talent'), ...others]],
  ['a case like it has another title', [does('a'), does('b', { title: '别的题名' }), ...others.slice(1)]],
  ['a case like it has a place', [does('a'), does('b', { place: place('350425') }), ...others.slice(1)]],
  [
    'a case like it has a date',
    [does('a'), does('b', { date: { value: '2021-03-04', precision: 'day', basis: 'stated' } }), ...others.slice(1)],
  ],
  ['another case does as it does', [does('a'), does('b'), does('c', {}, 'joint', 'talent'), ...others.slice(2)]],
  ['a case is gone', [does('a'), ...others.slice(1)]],
  ['a case has come', [does('a'), does('a1'), ...others]],
])('the ground of a case’s page changes with what it shows: %s', (_, changed) => {
  const before = [does('a'), ...others];
  expect(of(changed, caseShows)).not.toBe(of(before, caseShows));
  expect(of(changed, caseGround)).not.toBe(of(before, caseGround));
});

it('the ground of a case’s page stays where another case has another word', () => {
  const changed = [does('a'), does('b', { blocks: [block('p000001', '跨村联建。', { n: 1 })] }), ...others.slice(1)];
  expect(of(changed, caseGround)).toBe(of([does('a'), ...others], caseGround));
});

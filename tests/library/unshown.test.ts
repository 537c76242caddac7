import { expect, it } from 'vitest';
import { unshownCases, unshownPractices } from '../../src/library/unshown.ts';
import { block, entry, library, practice } from './hand-made.ts';

it('names what a case does in passages that are not published, on the case and on the practice', () => {
  const excerpt = entry(
    'a',
    { rights: { publish: 'excerpt' }, blocks: [block('p000001', '跨村联建')] },
    { talent: {}, joint: { p000001: ['跨村联建'] }, brands: { p000002: ['党建品牌'] } },
  );
  const some = library([excerpt, entry('b', {}, { talent: {} })], [practice('joint'), practice('brands'), practice('talent')]);
  expect(unshownPractices(some, excerpt)).toEqual(['brands', 'talent']);
  expect(unshownCases(some, 'talent').map(({ id }) => id)).toEqual(['a', 'b']);
  expect(unshownCases(some, 'joint')).toEqual([]);
});

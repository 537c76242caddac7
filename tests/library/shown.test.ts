import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { type OtherValue, otherValues } from '../../src/library/contradictions.ts';
import { evidenceOf } from '../../src/library/evidence.ts';
import { shownDigest } from '../../src/library/shown.ts';
import { block, entry, figure, library, practice } from './hand-made.ts';

const practices = [practice('joint'), practice('talent')];
const blocks = [block('p000001', '成立联村党委', { n: 1 }), block('p000002', '推行跨村联建', { n: 2 })];
const article = (fields: Partial<Case> = {}) =>
  entry('a', { blocks, ...fields }, { joint: { p000001: ['联村党委'], p000002: ['跨村联建'] } });
const other = entry('b', { blocks: [block('p000001', '别处的文字')] });

/** The digest of what `shown` takes from a library with this article and another one. */
const digestOf = (shown: (one: Case, of: ReturnType<typeof library>) => unknown, one: Case = article()) => {
  const some = library([one, other], practices);
  return shownDigest(some, shown(one, some));
};

describe('a page holds', () => {
  it('where it shows the same from another reading of the same site', () => {
    const shown = (_: Case, some: ReturnType<typeof library>) => ({ evidence: evidenceOf(some, 'joint'), page: 1 });
    expect(digestOf(shown)).toBe(digestOf(shown, structuredClone(article())));
  });
});

describe('a page is made again', () => {
  const evidence = (one: Case, some: ReturnType<typeof library>) => evidenceOf(some, 'joint').filter((item) => item.entry === one);

  it.each<[string, Case]>([
    ['a word of the passage', article({ blocks: [block('p000001', '成立联村党总支', { n: 1 }), ...blocks.slice(1)] })],
    ['a place of the passage', article({ blocks: [block('p000001', '成立联村党委', { n: 1, places: ['350425'] }), ...blocks.slice(1)] })],
    ['the title of the article', article({ title: '另一个题名' })],
    ['the state of its review', article({ review: { state: 'reviewed' } })],
  ])('where %s has changed', (_, changed) => {
    expect(digestOf(evidence, changed)).not.toBe(digestOf(evidence));
  });

  it('where a number of another article now stands against one of its figures', () => {
    const of = (id: string, value: number) =>
      entry(id, { figures: [figure('p000001-1', { subject: '联村党组织', place: '350425', period: '2021', value })] });
    const digest = (value: number) => {
      const [one, two] = [of('x', 42), of('y', value)];
      const some = library([one, two]);
      expect(otherValues(some, one, one.figures[0] ?? figure('p000001-1')).map(({ figure: against }: OtherValue) => against.value)).toEqual(
        value === 42 ? [] : [value],
      );
      return shownDigest(some, [one]);
    };
    expect(new Set([digest(42), digest(45), digest(46)]).size).toBe(3);
  });

  it.each<[string, unknown, unknown]>([
    ['another passage of the same article', { block: 0 }, { block: 1 }],
    ['the words cut elsewhere', ['ab', 'c'], ['a', 'bc']],
    ['a text with a line in it, not two texts', ['a\n"1\nb'], ['a', 'b']],
    ['a number, not its digits', [1], ['1']],
    ['nothing, not the word for it', [undefined], ['undefined']],
    ['one more field', { a: 1 }, { a: 1, b: undefined }],
    ['lists nested otherwise', [[1], 2], [[1, 2]]],
    ['a long list in another order', [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 6, 5]],
    ['another practice', { practice: 'joint' }, { practice: 'talent' }],
  ])('that shows %s', (_, one, two) => {
    const resolve = (value: unknown) => (each: Case, some: ReturnType<typeof library>) => {
      if (typeof value !== 'object' || value === null) return value;
      if ('block' in value) return { entry: each, block: each.blocks[Number(value.block)] };
      if ('practice' in value) return { practice: some.practices.find(({ id }) => id === value.practice) };
      return value;
    };
    expect(digestOf(resolve(one))).not.toBe(digestOf(resolve(two)));
  });
});

it('refuses what it cannot tell apart', () => {
  expect(() => digestOf(() => ({ found: new Map([['a', 1]]) }))).toThrow('plain data');
});

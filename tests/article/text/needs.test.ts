import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meetsNeeds, needsOf, rarestOf } from '../../../src/article/text/needs.ts';

/** Long words are rare words; among equals the shortest list. */
const cost = (words: readonly string[]) => words.length - 1000 * Math.min(3, ...words.map((word) => word.length));
const triggersOf = (pattern: string) => rarestOf(needsOf(pattern), cost);

describe('rarestOf', () => {
  it.each<[pattern: string, triggers: string[] | undefined]>([
    ['网格', ['网格']],
    ['网格员?', ['网格']],
    ['网格+', ['网格']],
    ['网.{0,3}格子', ['格子']],
    ['村(?:企|社)共建', ['共建']],
    ['党(?:委|支部)', ['党']],
    ['(?:党委|支部){2}', ['党委', '支部']],
    ['(?:党委|支部)?', undefined],
    ['(?:党委)*好', ['好']],
    ['成立|组建网格', ['成立', '组建网格']],
    ['成立|.*', undefined],
    ['[到在]一线', ['一线']],
    ['[到在]', ['到', '在']],
    ['[】\\])]?(?:村|组)级', ['级']],
    ['[^，。]{0,4}', undefined],
    ['网格(?!员)', ['网格']],
    ['(?<!永)联村', ['联村']],
    ['\\d+个', ['个']],
    ['支部\\+农户', ['支部', '农户'].slice(0, 1)],
    ['\\p{Script=Han}{2}村', ['村']],
  ])('%s', (pattern, triggers) => {
    expect(triggersOf(pattern)).toEqual(triggers);
  });

  it('is the best of all that a text must hold, branch by branch', () => {
    expect(needsOf('(?:党员|干部)[^。]{0,9}(?:结对|认亲)')).toEqual([{ words: ['党员', '干部'] }, { words: ['结对', '认亲'] }]);
    const branches = needsOf('党员.*结对|村.{2}共建');
    expect(branches).toEqual([
      {
        branches: [
          [{ words: ['党员'] }, { words: ['结对'] }],
          [{ words: ['村'] }, { words: ['共建'] }],
        ],
      },
    ]);
    expect(['党员认亲', '党员共建', '村企共建', '结对党员'].map((text) => meetsNeeds(branches, (word) => text.includes(word)))).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it('names a word of every text that the pattern matches', () => {
    const piece = fc.constantFrom('网格', '员', '党委|支部', '[到在]', '.', '\\d', '(?:村|社区)企', '[^，]', '(?:甲乙)');
    const mark = fc.constantFrom('', '', '?', '*', '+', '{0,2}', '{1,3}');
    const grouped = fc.tuple(piece, mark).map(([text, repeat]) => `(?:${text})${repeat}`);
    const sequence = fc.array(
      fc.oneof(
        grouped,
        fc.tuple(fc.constantFrom('网', '格', '村'), mark).map(([a, b]) => a + b),
      ),
      { minLength: 1, maxLength: 4 },
    );
    const pattern = fc
      .array(
        sequence.map((parts) => parts.join('')),
        { minLength: 1, maxLength: 2 },
      )
      .map((branches) => branches.join('|'));
    const withText = pattern.chain((source) => fc.stringMatching(new RegExp(`^(?:${source})$`, 'u')).map((text) => ({ source, text })));
    fc.assert(
      fc.property(withText, ({ source, text }) => {
        const triggers = triggersOf(source);
        return (
          (triggers === undefined || triggers.some((word) => text.includes(word))) &&
          meetsNeeds(needsOf(source), (word) => text.includes(word))
        );
      }),
    );
  });
});

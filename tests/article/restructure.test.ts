import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/article/annotate.ts';
import { correctionSchema } from '../../src/article/correction.ts';
import { readCase } from '../../src/article/read.ts';
import { expectPartition, plain, readKnowledge } from './partition.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await readKnowledge();
});

/** Paragraphs with all that the program folds: spaces of every kind, half-width punctuation, marks without a shape, references. */
const piece = fc.constantFrom(
  '党员',
  '干部',
  '村',
  '42个',
  '，',
  ',',
  '(',
  ')',
  '。',
  ' ',
  '  ',
  '\u3000',
  '\u200b',
  '&nbsp;',
  'AI',
  '“',
  '”',
  '：',
  '𠮷',
);
const paragraph = fc.array(piece, { minLength: 12, maxLength: 40 }).map((pieces) => `近年来大田县${pieces.join('')}取得成效。`);
const article = fc
  .array(paragraph, { minLength: 2, maxLength: 4 })
  .map((paragraphs) => `大田县：党建引领促振兴\n\n${paragraphs.join('\n\n')}\n`);
const share = fc.double({ min: 0, max: 0.999, noNaN: true });

describe('a split', () => {
  it('gives each part the spans of its own words, wherever it is', () => {
    let splits = 0;
    fc.assert(
      fc.property(article, share, share, (text, which, where) => {
        const source = { file: 'seeds/a.txt', bytes: Buffer.from(text) };
        const blocks = readCase(source, knowledge).case?.blocks ?? [];
        const block = blocks[Math.floor(which * blocks.length)];
        const cut = 1 + Math.floor(where * ((block?.text.length ?? 0) - 1));
        const words = block?.text.slice(cut, cut + 12) ?? '';
        if (!block || words.trim() === '' || block.text.indexOf(words) !== cut) return;
        const correction = correctionSchema.parse({ blocks: [{ block: block.id, splitBefore: words }] });
        const reading = readCase(source, knowledge, correction);
        expect(reading.correctionErrors).toEqual([]);
        expect(reading.case?.blocks).toHaveLength(blocks.length + 1);
        expect(plain(reading.case?.blocks.map((each) => each.text).join('') ?? '')).toBe(plain(blocks.map((each) => each.text).join('')));
        expectPartition(text, reading);
        splits += 1;
      }),
      { numRuns: 150, seed: 20201101 },
    );
    expect(splits).toBeGreaterThan(80);
  });
});

describe("the newspaper's page", () => {
  const text = '大田县：党建引领促振兴\n2022-05-03 来源：三明日报\n近年来，大田县坚持党建引领，全县共有联村党组织42个。\n';
  const pageOf = (source: object) =>
    readCase({ file: 'seeds/a.txt', bytes: Buffer.from(text) }, knowledge, correctionSchema.parse({ source })).case?.source.page;

  it.each([
    [{ page: 3 }, '3'],
    [{ page: 'A02' }, 'A02'],
    [{}, undefined],
  ])('of a correction with %j', (source, page) => expect(pageOf(source)).toBe(page));

  it('is refused where it is none', () => {
    const { error } = correctionSchema.safeParse({ source: { page: '第三版' } });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([['source.page', '应是版次，如 3 或 A02']]);
  });
});

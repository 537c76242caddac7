import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../src/article/annotate.ts';
import { plainManuscript } from '../../src/article/manuscript.ts';
import { clean } from '../../src/article/text/clean.ts';
import { structure } from '../../src/article/text/structure.ts';
import { expectNothingLost, readKnowledge } from './partition.ts';
import { articles } from './text/articles.ts';
import { mutatedArticle } from './text/mutations.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await readKnowledge();
});

describe('nothing is lost', () => {
  it('of thousands of changed articles', () => {
    fc.assert(
      fc.property(mutatedArticle(articles.map(({ bytes }) => bytes)), (bytes) => {
        expectNothingLost(bytes, knowledge);
      }),
      { numRuns: 1500 },
    );
  });

  it.each([
    '党',
    '（',
    '1',
    ' ',
    '。 ',
    '来源：',
    '|',
    '“',
    '记者 ',
    '\u200b',
    '\t大',
    '2021-',
    '摄 ',
    '　　党',
    '大\n',
    '党员在村里',
    '党，\n',
    '张三：好\n',
    '党员干部都在村里\n\n',
  ])('of a million characters of %j on a page', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const { lines, removed } = clean(plainManuscript(text, 0));
    const read = structure(lines, text);
    const spans = [...removed, ...read.removed].map(({ span }) => span);
    const pieces = [...spans, ...read.title.spans, ...read.bylineSpans, ...read.blocks.flatMap((block) => block.spans)];
    const covered = pieces.reduce((sum, [start, end]) => sum + text.slice(start, end).replaceAll(/[\s\u200b]/gu, '').length, 0);
    expect(covered).toBe(text.replaceAll(/[\s\u200b]/gu, '').length);
  });
});

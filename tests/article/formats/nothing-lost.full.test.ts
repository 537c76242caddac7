import fc from 'fast-check';
import { beforeAll, describe, it } from 'vitest';
import type { Knowledge } from '../../../src/article/annotate.ts';
import { expectNothingLostIn, readKnowledge } from '../partition.ts';
import { articles } from '../text/articles.ts';
import { mutatedWord, wordFile } from './docx-mutations.ts';
import { mutatedPage } from './html-mutations.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await readKnowledge();
});

const bytes = articles.map((article) => article.bytes);

describe('nothing is lost', () => {
  it('of thousands of changed pages', () =>
    fc.assert(
      fc.asyncProperty(mutatedPage(bytes), async (page) => {
        await expectNothingLostIn('seeds/a.html', page, knowledge);
      }),
      { numRuns: 800 },
    ));

  it('of hundreds of changed Word files', async () => {
    const texts = bytes.slice(0, 12).map((each) =>
      each
        .toString('utf8')
        .split('\n')
        .filter((line) => line.trim() !== ''),
    );
    const files = await Promise.all(texts.map(wordFile));
    await fc.assert(
      fc.asyncProperty(mutatedWord(files), async (file) => {
        await expectNothingLostIn('seeds/a.docx', file, knowledge);
      }),
      { numRuns: 150 },
    );
  });
});

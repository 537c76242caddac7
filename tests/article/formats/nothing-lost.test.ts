import fc from 'fast-check';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Knowledge } from '../../../src/article/annotate.ts';
import { openSource } from '../../../src/article/formats/open.ts';
import { expectNothingLostIn, plain, readKnowledge } from '../partition.ts';
import { articles } from '../text/articles.ts';
import { changes, mutatedWord, wordFile } from './docx-mutations.ts';
import { faithful, mutatedPage } from './html-mutations.ts';

let knowledge: Knowledge;
beforeAll(async () => {
  knowledge = await readKnowledge();
});

const bytes = articles.map((article) => article.bytes);
const lines = (articles[2]?.bytes.toString('utf8') ?? '').split('\n').filter((line) => line.trim() !== '');

describe('nothing is lost of a page', () => {
  it.each(Object.entries(faithful))('in %s', async (_, lacing) => {
    for (const at of [0, 0.4]) {
      const page = Buffer.from(lacing(lines, at));
      const { manuscript } = await openSource('seeds/a.html', page);
      expect(plain(manuscript?.text ?? '')).toBe(plain(lines.join('')));
      expect((await expectNothingLostIn('seeds/a.html', page, knowledge)).errors).toEqual([]);
    }
  });

  it('changed at random', () =>
    fc.assert(
      fc.asyncProperty(mutatedPage(bytes), async (page) => {
        await expectNothingLostIn('seeds/a.html', page, knowledge);
      }),
      { numRuns: 120, seed: 20201101 },
    ));
});

describe('nothing is lost of a Word file', () => {
  it.each(Object.entries(changes))('%s', async (_, change) => {
    const file = await wordFile(lines);
    for (const at of [0.1, 0.6]) await expectNothingLostIn('seeds/a.docx', zipSync(change(file, at), { level: 1 }), knowledge);
  });

  it('changed at random', async () => {
    const files = [await wordFile(lines)];
    await fc.assert(
      fc.asyncProperty(mutatedWord(files), async (file) => {
        await expectNothingLostIn('seeds/a.docx', file, knowledge);
      }),
      { numRuns: 15, seed: 20201101 },
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compilePractices, tagPassages } from '../../../src/article/practices/practices.ts';
import { retagPassages } from '../../../src/article/practices/retag.ts';
import { readCase } from '../../../src/article/read.ts';
import { knowledgeOf } from '../../../src/intake/readings/known.ts';
import { readingVocabulary, readVocabulary } from '../../../src/intake/vocabulary.ts';
import { siteFolders } from '../../../src/site/folders.ts';

const folders = siteFolders({});
const vocabulary = readingVocabulary(await readVocabulary(folders));
const knowledge = knowledgeOf(vocabulary);
const articles = readdirSync(folders.seeds).map((name) => {
  const reading = readCase({ file: `seeds/${name}`, bytes: readFileSync(`${folders.seeds}/${name}`) }, knowledge);
  return (reading.case?.blocks ?? []).map((block) => ({ ...block, spans: [] }));
});
const ids = vocabulary.practices.map(({ id }) => id);

it('tagging again for the practices that changed gives what tagging for all gives', () => {
  const subset = fc.subarray(ids);
  fc.assert(
    fc.property(fc.constantFrom(...articles), subset, subset, (blocks, stayed, before) => {
      const earlier = tagPassages(
        blocks,
        vocabulary.practices.filter(({ id }) => stayed.includes(id) || before.includes(id)),
      );
      const again = retagPassages(blocks, earlier, {
        stayed: new Set(stayed),
        others: compilePractices(vocabulary.practices.filter(({ id }) => !stayed.includes(id))),
        order: ids,
      });
      expect(again).toEqual(tagPassages(blocks, knowledge.practices));
    }),
    { numRuns: 40 },
  );
});

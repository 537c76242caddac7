import { expect, it } from 'vitest';
import { tagPassages } from '../../../src/article/practices/practices.ts';
import { knowledgeOf } from '../../../src/intake/readings/known.ts';
import { readingVocabulary, readVocabulary } from '../../../src/intake/vocabulary.ts';
import { siteFolders } from '../../../src/site/folders.ts';

const { practices } = knowledgeOf(readingVocabulary(await readVocabulary(siteFolders({}))));

/** Characters that patterns are tried on while a passage is tagged. */
function charactersLookedAt(text: string): number {
  let looked = 0;
  const { test } = RegExp.prototype;
  RegExp.prototype.test = function (subject) {
    looked += subject.length;
    return test.call(this, subject);
  };
  try {
    tagPassages([{ id: 'p000000', kind: 'paragraph', text, spans: [] }], practices);
  } finally {
    RegExp.prototype.test = test;
  }
  return looked;
}

it.each([
  ['sentences', '大田县推行跨村联建，组建联村党委8个。'],
  ['clauses without a full stop', '组建（联村党委8个，'],
  ['words without a mark', '组建联村党委'],
  ['a list without end', '联村党委、网格员、积分超市、'],
])('a page of %s, again and again, takes twice the work when it is twice as long', (_, words) => {
  const once = charactersLookedAt(words.repeat(400));
  expect(once).toBeGreaterThan(0);
  expect(charactersLookedAt(words.repeat(800))).toBeLessThan(2.2 * once);
});

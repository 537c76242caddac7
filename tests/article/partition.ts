/** Nothing is lost: what a reading says of every character of the decoded text. */
import { expect } from 'vitest';
import type { Knowledge } from '../../src/article/annotate.ts';
import type { Span } from '../../src/article/article.ts';
import { readCase } from '../../src/article/read.ts';
import { decode } from '../../src/article/text/decode.ts';
import { knowledgeOf } from '../../src/intake/intake.ts';
import { readVocabulary } from '../../src/intake/vocabulary.ts';
import { siteFolders } from '../../src/site/folders.ts';

export async function readKnowledge(): Promise<Knowledge> {
  return knowledgeOf(await readVocabulary(siteFolders()));
}

/** White space, and characters without a shape, which count as such. */
const blank = /[\s\p{Cc}\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

function plain(text: string): string {
  return text.normalize('NFKC').replace(blank, '');
}

/** Checks a reading; every input ends in a case or in an error. */
export function expectNothingLost(bytes: Uint8Array, knowledge: Knowledge): void {
  const reading = readCase({ file: 'seeds/mutated.txt', bytes }, knowledge);
  if (reading.errors.length > 0) expect(reading.case).toBeUndefined();
  const decoded = decode(bytes);
  if (typeof decoded === 'string') {
    expect(reading.errors).toHaveLength(1);
    return;
  }
  const { text } = decoded;
  const spans = [...reading.spans, ...reading.removed].map(({ span }) => span).sort(([a], [b]) => a - b);
  expect(uncovered(text, spans)).toEqual([]);
  for (const block of reading.case?.blocks ?? []) {
    const own = reading.spans.filter(({ piece }) => piece === block.id).map(({ span }) => text.slice(...span));
    expect(plain(block.text)).toBe(plain(own.join('')));
  }
  for (const removed of reading.removed) expect(text.slice(...removed.span)).toBe(removed.text);
}

/** Words that no span has, and words that two spans have. */
function uncovered(text: string, spans: readonly Span[]): string[] {
  const wrong: string[] = [];
  let at = 0;
  for (const [start, end] of [...spans, [text.length, text.length] as Span]) {
    if (start < at) wrong.push(`twice: ${text.slice(start, Math.min(at, end))}`);
    const left = text.slice(at, start).replace(blank, '');
    if (left !== '') wrong.push(`lost: ${left}`);
    at = Math.max(at, end);
  }
  return wrong;
}

/** Nothing is lost: what a reading says of every character of the decoded text. */
import { expect } from 'vitest';
import type { Knowledge } from '../../src/article/annotate.ts';
import type { Span } from '../../src/article/article.ts';
import type { Correction } from '../../src/article/correction.ts';
import { openSource } from '../../src/article/formats/open.ts';
import { type Reading, readCase, readOpened } from '../../src/article/read.ts';
import { decode } from '../../src/article/text/decode.ts';
import { spaceReason } from '../../src/article/text/entities.ts';
import { knowledgeOf } from '../../src/intake/readings/known.ts';
import { readingVocabulary, readVocabulary } from '../../src/intake/vocabulary.ts';
import { siteFolders } from '../../src/site/folders.ts';

export async function readKnowledge(): Promise<Knowledge> {
  return knowledgeOf(readingVocabulary(await readVocabulary(siteFolders())));
}

/** White space, and characters without a shape, which count as such. */
const blank = /[\s\p{Cc}\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/gu;

export function plain(text: string): string {
  return text.normalize('NFKC').replace(blank, '');
}

/** Checks a reading of a plain text; every input ends in a case or in an error. */
export function expectNothingLost(bytes: Uint8Array, knowledge: Knowledge, correction?: Correction): Reading {
  const reading = readCase({ file: 'seeds/mutated.txt', bytes }, knowledge, correction);
  if (reading.errors.length > 0) expect(reading.case).toBeUndefined();
  const decoded = decode(bytes);
  if (typeof decoded === 'string') expect(reading.errors).toHaveLength(1);
  else expectPartition(decoded.text, reading);
  return reading;
}

/**
 * Checks a reading of any format over the text that its converter gives: a case or errors with what to do, every character in
 * one piece, and nothing in a block that the converter left out of the article.
 */
export async function expectNothingLostIn(file: string, bytes: Uint8Array, knowledge: Knowledge): Promise<Reading> {
  const opened = await openSource(file, bytes);
  const reading = readOpened({ file, bytes }, opened, knowledge);
  expect(reading.case === undefined).toBe(reading.errors.length > 0);
  for (const { message, hint } of reading.errors) expect([message, hint].every((words) => /\p{Script=Han}/u.test(words))).toBe(true);
  const { manuscript } = opened;
  if (!manuscript) {
    expect(reading.errors).toHaveLength(1);
    return reading;
  }
  expectPartition(manuscript.text, reading);
  const shown = reading.spans.filter(({ piece }) => piece !== 'title' && piece !== 'byline').map(({ span }) => span);
  const both = manuscript.leftOut.filter(({ span: [start, end] }) => shown.some(([from, to]) => from < end && start < to));
  expect(both).toEqual([]);
  return reading;
}

/** Every character but white space is in one piece, and a block's words are those of its spans. */
export function expectPartition(text: string, reading: Reading): void {
  const spans = [...reading.spans, ...reading.removed].map(({ span }) => span).sort(([a], [b]) => a - b);
  expect(uncovered(text, spans)).toEqual([]);
  for (const block of reading.case?.blocks.filter(({ kind }) => kind !== 'image') ?? []) {
    const own = reading.spans.filter(({ piece }) => piece === block.id).map(({ span }) => text.slice(...span));
    expect(plain(block.text)).toBe(plain(own.join('')));
  }
  for (const removed of reading.removed.filter(({ reason }) => reason !== spaceReason)) {
    expect(removed.text).toBe(text.slice(...removed.span));
  }
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

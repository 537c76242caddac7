import { createHash } from 'node:crypto';
import type { Case } from '../../article/schema.ts';
import { firstWordsOf } from './part-ranges.ts';
import { partSize } from './shard.ts';

/**
 * How many indexes a library has, by the number of its cases up to which that holds. More of them are made anew sooner when an
 * article changes and keep every core busy; each costs a search one more part to unpack. Numbers: docs/scale.md.
 */
const counts = [
  { cases: 600, shards: 1 },
  { cases: 3000, shards: 2 },
  { cases: 6000, shards: 4 },
  { cases: 12_000, shards: 8 },
];
const most = 16;

export function shardCount(cases: number): number {
  return counts.find((step) => cases <= step.cases)?.shards ?? most;
}

/** The number of the index that holds a case: it changes with no other case, but where the number of indexes changes. */
export function shardOf(id: string, count: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % count;
}

/** One of so many articles settles where parts begin. */
const sampled = 64;

/**
 * The first words of the parts that several indexes share. They follow from a few of the articles, so that a change to one of the
 * others touches its own index alone.
 */
export function sharedFirstWords(cases: readonly Case[], shards: number): string[] {
  const ranks = new Map(cases.map(({ id }) => [id, createHash('sha256').update(`sample ${id}`).digest('hex')]));
  const rankOf = ({ id }: Case) => ranks.get(id) as string;
  const sample = [...cases].sort((a, b) => (rankOf(a) < rankOf(b) ? -1 : 1)).slice(0, Math.ceil(cases.length / sampled));
  const texts = sample.flatMap(({ title, blocks }) => [title, ...blocks.map(({ text }) => text)]);
  return firstWordsOf(texts, (partSize * shards * sample.length) / cases.length);
}

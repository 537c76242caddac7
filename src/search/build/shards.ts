import { createHash } from 'node:crypto';

/**
 * How many indexes a library has, by the number of its cases up to which that holds. More of them are made anew sooner when an
 * article changes and keep every core busy; each costs a first search about 30 KB. Numbers: docs/scale.md.
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

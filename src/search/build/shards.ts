import { createHash } from 'node:crypto';

/**
 * Cases that one index holds at most, on average. Smaller ones are made anew sooner when an article changes and keep every
 * core busy; each costs a first search about 25 KB. Measured in docs/decisions.md.
 */
export const usualCases = 1500;

/** How many indexes a library of so many cases has: a power of two, so that it seldom changes. */
export function shardCount(cases: number, mostCases = usualCases): number {
  let count = 1;
  while (cases > count * mostCases) count *= 2;
  return count;
}

/** The number of the index that holds a case: it changes with no other case, but where the number of indexes changes. */
export function shardOf(id: string, count: number): number {
  return createHash('sha256').update(id).digest().readUInt32BE(0) % count;
}

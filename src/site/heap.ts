import { setFlagsFromString } from 'node:v8';

/** Megabytes of a thread's newest objects. */
const newest = 16;

/**
 * By default V8 looks through its whole heap each time that some 64 MB of buffers have come: every few seconds where pages are rendered,
 * beside half a gigabyte of cases that stay. From now on it does so when heap and buffers together have grown by this many per cent; left
 * to itself it lets them grow to twice the size and more. What it sets is of the runtime that comes with the program; others may not know
 * it, and would say so.
 */
export function letHeapGrow(percent: number): void {
  if (!isOurs()) return;
  setFlagsFromString('--external-memory-accounted-in-global-limit');
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}

/**
 * Threads that are started from now on look through their newest objects when there are 16 MB of them. Left to themselves they begin with
 * every 3 MB, and those that finish pages stay there, since little of them is kept: it took a fifth of their time, an eighth of reading.
 */
export function giveThreadsRoom(): void {
  if (isOurs()) setFlagsFromString(`--min-semi-space-size=${newest}`);
}

function isOurs(): boolean {
  return process.versions.node.startsWith('24.');
}

import { setFlagsFromString } from 'node:v8';

/**
 * By default V8 looks through its whole heap each time that some 64 MB of buffers have come: every few seconds where pages are rendered,
 * beside a gigabyte of cases that stay. From now on it does so when heap and buffers together have grown by a fifth; left to itself it
 * lets them grow to twice the size. A setting of the runtime that comes with the program; others may not know it, and would say so.
 */
export function growHeapByFifths(): void {
  if (process.versions.node.startsWith('24.')) {
    setFlagsFromString('--external-memory-accounted-in-global-limit');
    setFlagsFromString('--heap-growing-percent=20');
  }
}

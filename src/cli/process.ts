import { setFlagsFromString } from 'node:v8';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Ends through `process.exit`, so that what was opened is closed: locks released, half a build removed. */
export function endOnSignals(): void {
  for (const [signal, status] of Object.entries(signals)) {
    process.removeAllListeners(signal);
    process.on(signal, () => process.exit(status));
  }
}

/** Astro asks nobody outside and says only what matters. */
export function quietAstro(): void {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.ASTRO_DISABLE_UPDATE_CHECK = 'true';
}

/**
 * By default V8 looks through its whole heap each time that some 64 MB of buffers have come: every few seconds in the build of a large
 * library, whose gigabyte of cases stays. Counted with the heap, buffers wait until the heap has grown as well. A setting of the
 * runtime that comes with the program; others may not know it, and would say so.
 */
export function countBuffersWithHeap(): void {
  if (process.versions.node.startsWith('24.')) setFlagsFromString('--external-memory-accounted-in-global-limit');
}

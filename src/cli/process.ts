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

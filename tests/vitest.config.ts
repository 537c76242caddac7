import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What a page shows comes when the browser gets to it: two files share the cores. */
const patience = { poll: { timeout: 15_000 } };

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  test: {
    reporters: ['default', './tests/setup/closing-line.ts'],
    // One file on each core: half of the files wait for a browser or a build. Vitest's own choice leaves one core free.
    maxWorkers: '100%',
    projects: [
      {
        root,
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/site/**', 'tests/fixtures/**', '**/*.full.test.ts'],
          // Those of the command line build small sites.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'site',
          expect: patience,
          include: ['tests/site/**/*.test.ts'],
          exclude: ['**/*.full.test.ts'],
          globalSetup: ['./tests/setup/site.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'full',
          expect: patience,
          include: ['tests/**/*.full.test.ts'],
          exclude: ['tests/fixtures/**'],
          globalSetup: ['./tests/setup/site.ts'],
          testTimeout: 900_000,
          hookTimeout: 900_000,
        },
      },
    ],
  },
});

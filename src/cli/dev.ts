import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { siteFolders } from '../site/folders.ts';
import { portFrom, refuseTakenPort } from '../site/serve.ts';
import { guidesOfSite } from '../site/vite-plugins.ts';
import { endOnSignals, quietAstro } from './process.ts';
import type { Run } from './run.ts';

/** The loaders show what is wrong with the content, at the start and after each change, and go on with the rest. */
export const develop: Run = async () => {
  const port = portFrom(process.env);
  await refuseTakenPort(port);
  endOnSignals();
  quietAstro();
  process.env.CASEBOOK_HOLD_BAD = '1';
  const folders = siteFolders();
  // Astro's entries of the last time may be another site's.
  rmSync(join(folders.program, '.astro', 'data-store.json'), { force: true });
  const server = await dev({
    root: folders.program,
    logLevel: 'warn',
    server: { port },
    // Guides are compiled one by one when their page is asked for: a broken one spoils no other.
    vite: { plugins: [guidesOfSite(folders, { files: [] })] },
  });
  console.log(`\n网站已在本机打开：http://${server.address.address}:${server.address.port}/，内容和程序一改就更新。\n按 Ctrl+C 结束。`);
  return undefined;
};

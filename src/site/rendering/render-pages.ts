import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { build } from 'astro';
import type { Report } from '../../intake/report.ts';
import type { SiteFolders } from '../folders.ts';
import { takeLock } from '../output/lock.ts';
import type { Progress } from '../progress.ts';
import { guidesOfSite } from '../vite-plugins.ts';
import { type PageTaker, takePages } from './take-pages.ts';

/** Where Astro writes what pages load, and what is in public/. Rendered pages are handed over instead. */
export function pagesFolder(folders: SiteFolders): string {
  return join(folders.cache, 'pages');
}

/**
 * Has Astro render the pages for `taker`, from an empty content store, so that no entry of an earlier run is served.
 * What is then in `pagesFolder` the caller takes away. Throws what Astro throws, and the taker.
 */
export async function renderPages(folders: SiteFolders, report: Report, progress: Progress, taker: PageTaker): Promise<void> {
  const pages = pagesFolder(folders);
  forgetEntries(folders.cache);
  rmSync(pages, { recursive: true, force: true });
  const release = await waitForTurn(folders.program, progress.say);
  try {
    await build({
      root: folders.program,
      logLevel: 'warn',
      integrations: [takePages(taker)],
      vite: { plugins: [guidesOfSite(folders, report)] },
    });
  } catch (error) {
    rmSync(pages, { recursive: true, force: true });
    throw error;
  } finally {
    release();
  }
}

/** Astro keeps what loaders gave in its cache folder and does not notice when the code that read them changes. */
function forgetEntries(cache: string): void {
  mkdirSync(cache, { recursive: true });
  for (const name of readdirSync(cache).filter((each) => each.startsWith('data-store'))) {
    rmSync(join(cache, name), { recursive: true, force: true });
  }
}

/** Astro keeps what the guides of a site import in the checkout's `.astro/`: one site at a time. */
async function waitForTurn(program: string, say: (line: string) => void): Promise<() => void> {
  const file = join(program, 'node_modules', '.casebook', 'astro.lock');
  for (let waited = false; ; waited = true) {
    const lock = takeLock(file);
    if ('release' in lock) {
      process.on('exit', lock.release);
      return () => {
        lock.release();
        process.off('exit', lock.release);
      };
    }
    if (!waited) say(`等待同一程序的另一个生成（进程 ${lock.heldBy.pid}）……`);
    await setTimeout(200);
  }
}

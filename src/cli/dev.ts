import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { dev } from 'astro';
import { contentOf, handOver } from '../intake/hand-over.ts';
import { type IntakeOptions, surveySite } from '../intake/intake.ts';
import { openPictureShelf } from '../intake/picture-shelf.ts';
import { printReport } from '../intake/print-report.ts';
import { openReadingStore } from '../intake/readings/readings.ts';
import { openMemory } from '../intake/site-memory.ts';
import { type SiteFolders, siteFolders } from '../site/folders.ts';
import { followSite } from '../site/follow-site.ts';
import { openProgress } from '../site/progress.ts';
import { portFrom, refuseTakenPort } from '../site/serve.ts';
import { guidesOfSite } from '../site/vite-plugins.ts';
import { endOnSignals, quietAstro } from './process.ts';
import type { Run } from './run.ts';
import { tellFailure } from './tell-failure.ts';

/** Shows what is wrong with the content, at the start and after each change, and goes on with the rest. */
export const develop: Run = async () => {
  const port = portFrom(process.env);
  await refuseTakenPort(port);
  endOnSignals();
  quietAstro();
  const folders = siteFolders();
  const read = siteReader(folders);
  const progress = openProgress(process.stdout, process.env, () => performance.now());
  progress.begin('读取文章');
  const layReady = await read(new Set(), (done, of) => progress.step('文章', done, of)).finally(progress.end);
  layReady?.();
  // Astro's entries of the last time may be another site's.
  rmSync(join(folders.program, '.astro', 'data-store.json'), { force: true });
  const server = await dev({
    root: folders.program,
    logLevel: 'warn',
    server: { port },
    integrations: [followSite(folders, read, tellFailure)],
    vite: {
      // Guides are compiled one by one when their page is asked for: a broken one spoils no other.
      plugins: [guidesOfSite(folders, { files: [] })],
      server: { watch: { ignored: [folders.seeds, join(folders.content, 'cases')].map((folder) => `${folder}/**`) } },
    },
  });
  console.log(`\n网站已在本机打开：http://${server.address.address}:${server.address.port}/，内容和程序一改就更新。\n按 Ctrl+C 结束。`);
  return undefined;
};

/** Reads the site, prints what is wrong with it, and answers with what lays the reading ready for the pages, where it is another. */
function siteReader(folders: SiteFolders) {
  const store = openReadingStore(folders);
  const memory = openMemory();
  let version: string | undefined;
  return async (changed: ReadonlySet<string>, onProgress?: IntakeOptions['onProgress']): Promise<(() => void) | undefined> => {
    for (const path of changed) {
      memory.sources.forget(path);
      memory.corrections.forget(path);
    }
    const pictures = await openPictureShelf(folders);
    const survey = await surveySite(folders, { holdBad: true, store, memory, pictures, ...(onProgress && { onProgress }) });
    console.log(printReport(survey.report, { errorsOnly: true }));
    const content = contentOf(survey);
    if (content.version === version) return undefined;
    version = content.version;
    return () => handOver(folders, content);
  };
}

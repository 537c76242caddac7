/** Astro's side of the intake: each collection of the site comes from one reading of its folder. */
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { siteFolders } from '../site/folders.ts';
import { listFiles } from './files.ts';
import { readSite, type SiteReading } from './intake.ts';
import { openPictureShelf } from './picture-shelf.ts';
import { printReport } from './print-report.ts';

const folders = siteFolders();

/** `CASEBOOK_HOLD_BAD=1`: set by `npm run build -- --hold-bad` and by `npm run dev`, which shows errors and carries on. */
const holdBad = process.env.CASEBOOK_HOLD_BAD === '1';

let reading: Promise<SiteReading> | undefined;

/** All collections of one sync share a reading; a change on disk asks for a new one. */
function currentReading(): Promise<SiteReading> {
  reading ??= openPictureShelf(folders).then((pictures) => readSite(folders, { holdBad, pictures }));
  return reading;
}

async function goodReading(): Promise<SiteReading> {
  const site = await currentReading();
  if (site.failed) throw new Error(`站点内容有错误，没有生成网页。\n\n${printReport(site.report, { errorsOnly: true })}`);
  return site;
}

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

/** A collection whose entries are plain data of the reading. */
export function readingLoader(name: string, entries: (site: SiteReading) => Entry[]): Loader {
  const fill = async ({ store, parseData }: LoaderContext) => {
    const found = entries(await goodReading());
    store.clear();
    for (const entry of found) store.set({ id: entry.id, data: await parseData(entry) });
  };
  return {
    name: `casebook-${name}`,
    load: async (context) => {
      await fill(context);
      onSiteChange(context, () => fill(context));
    },
  };
}

/** The guides that the reading found in order, rendered by Astro. */
export function guideLoader(folder: 'practices' | 'pages', ids: (site: SiteReading, files: string[]) => string[]): Loader {
  const base = pathToFileURL(`${resolve(folders.content, folder)}${sep}`);
  return {
    name: `casebook-${folder}`,
    load: async (context) => {
      const files = (await listFiles(resolve(folders.content, folder))) ?? [];
      const pattern = ids(await goodReading(), files);
      await glob({ pattern, base, generateId: ({ entry }) => idOf(entry) }).load(context);
    },
  };
}

/** `a` for `a.mdx` and `a.md`. */
export function idOf(file: string): string {
  return file.replace(/\.mdx?$/, '');
}

function onSiteChange({ watcher, logger }: LoaderContext, refill: () => Promise<void>): void {
  if (!watcher) return;
  watcher.add([folders.seeds, folders.content]);
  const changed = (path: string) => {
    if (!path.startsWith(folders.seeds) && !path.startsWith(folders.content)) return;
    reading = undefined;
    refill().catch((error: unknown) => logger.error(error instanceof Error ? error.message : String(error)));
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, changed);
}

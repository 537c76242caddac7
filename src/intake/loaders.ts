/** Astro's side of the intake: each collection of the site comes from one reading of its folder. */
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader, type LoaderContext } from 'astro/loaders';
import { siteFolders } from '../site/folders.ts';
import { listFiles } from './files.ts';
import { contentOf, type SiteContent, takeOver } from './hand-over.ts';
import { type SiteSurvey, surveySite } from './intake.ts';
import { openPictureShelf } from './picture-shelf.ts';
import { printReport } from './print-report.ts';
import { openReadingStore } from './readings/readings.ts';

const folders = siteFolders();

/** `CASEBOOK_HOLD_BAD=1`: set by `npm run build -- --hold-bad` and by `npm run dev`, which shows errors and carries on. */
const holdBad = process.env.CASEBOOK_HOLD_BAD === '1';

/** How long an editor's program may take to write what it saves, in milliseconds. */
const settling = 300;

let store: ReturnType<typeof openReadingStore> | undefined;
let content: Promise<SiteContent> | undefined;

/** All collections of one sync share a reading; a change on disk asks for a new one. */
function currentContent(context: LoaderContext): Promise<SiteContent> {
  content ??= readContent(context);
  return content;
}

async function readContent({ watcher }: LoaderContext): Promise<SiteContent> {
  const ready = takeOver(folders);
  if (ready) return ready;
  store ??= openReadingStore(folders);
  const survey = await surveySite(folders, { holdBad, store, pictures: await openPictureShelf(folders) });
  if (survey.failed) throw new Error(`站点内容有错误，没有生成网页。\n\n${errorsOf(survey)}`);
  if (watcher) console.log(errorsOf(survey));
  return contentOf(survey);
}

function errorsOf({ report }: SiteSurvey): string {
  return printReport(report, { errorsOnly: true });
}

interface Entry {
  id: string;
  data: Record<string, unknown>;
}

/** What fills each collection again, in the order of content.config.ts: `settings`, which holds the version, is the last. */
const refills: { fill?: () => Promise<void> }[] = [];

/** A collection whose entries are plain data of the reading. */
export function readingLoader(name: string, entries: (site: SiteContent) => Entry[]): Loader {
  const own: (typeof refills)[number] = {};
  refills.push(own);
  const fill = async (context: LoaderContext) => {
    const found = entries(await currentContent(context));
    const { store: collection, parseData } = context;
    collection.clear();
    for (const entry of found) collection.set({ id: entry.id, data: await parseData(entry) });
  };
  return {
    name: `casebook-${name}`,
    load: async (context) => {
      await fill(context);
      own.fill = () => fill(context);
      watchSite(context);
    },
  };
}

/** The guides that the reading found in order, rendered by Astro. */
export function guideLoader(folder: 'practices' | 'pages', ids: (site: SiteContent, files: string[]) => string[]): Loader {
  const base = pathToFileURL(`${resolve(folders.content, folder)}${sep}`);
  return {
    name: `casebook-${folder}`,
    load: async (context) => {
      const files = (await listFiles(resolve(folders.content, folder))) ?? [];
      const pattern = ids(await currentContent(context), files);
      await glob({ pattern, base, generateId: ({ entry }) => idOf(entry) }).load(context);
    },
  };
}

/** `a` for `a.mdx` and `a.md`. */
export function idOf(file: string): string {
  return file.replace(/\.mdx?$/, '');
}

let waiting: NodeJS.Timeout | undefined;
let say: LoaderContext['logger'] | undefined;

/** Astro forgets the listeners of loaders when it loads them again. */
function watchSite({ watcher, logger }: LoaderContext): void {
  say = logger;
  watcher?.add([folders.seeds, folders.content]);
  for (const event of ['add', 'change', 'unlink'] as const) watcher?.off(event, changed).on(event, changed);
}

function changed(path: string): void {
  if (!path.startsWith(folders.seeds) && !path.startsWith(folders.content)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    refill().catch((error: unknown) => say?.error(error instanceof Error ? error.message : String(error)));
  }, settling);
}

async function refill(): Promise<void> {
  content = undefined;
  for (const { fill } of refills) await fill?.();
}

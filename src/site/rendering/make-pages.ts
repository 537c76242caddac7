import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteSurvey } from '../../intake/intake.ts';
import { digestBehindPages } from '../code-digest.ts';
import type { FileTask } from '../finishing/finish-files.ts';
import type { FileFacts } from '../finishing/finish-page.ts';
import { refuseUnreadable } from '../finishing/public-pages.ts';
import { assetsFolder, type SiteFolders } from '../folders.ts';
import { filesOf } from '../output/files-of.ts';
import type { Progress } from '../progress.ts';
import { sideBySide } from '../side-by-side.ts';
import { openThreads } from '../threads.ts';
import { urls, withinSite } from '../urls.ts';
import { closeKept, type KeptPages, keysOf, openKept } from './kept-pages.ts';
import { movedTargets } from './moved-links.ts';
import { closePlan, openPlan, type Plan } from './page-plan.ts';
import { pagesFolder, renderPages } from './render-pages.ts';

/** What is known of every file that the pages' build has put into the site, by file. */
export type SiteFacts = Map<string, FileFacts>;

/** Files that a thread puts in their places at a time, where they are whole already. */
const batch = 100;

/**
 * Puts all pages and what they load into `out`: those that show what they showed in the last build are kept, the others rendered,
 * and finished in threads while the next ones are rendered.
 */
export async function makePages(
  folders: SiteFolders,
  { report, entries }: Pick<SiteSurvey, 'report' | 'entries'>,
  out: string,
  progress: Progress,
): Promise<SiteFacts> {
  const facts: SiteFacts = new Map();
  const threads = openThreads<FileTask, FileFacts | undefined>(new URL('../finishing/finish-worker.ts', import.meta.url), {
    out,
    cache: folders.cache,
  });
  const rendered = pagesFolder(folders);
  const opening = openKept(folders);
  let [common, kept]: [string, KeptPages] = ['', {}];
  let plan: Plan = { keys: {}, following: new Set(), lists: {} };
  try {
    const rendering = renderPages(folders, report, progress, {
      async onAssets() {
        common = digestBehindPages(folders, filesOf(join(rendered, assetsFolder)));
        kept = (await opening).pagesOf(common);
        openPlan(folders, { common, kept: keysOf(kept) });
      },
      onPaths() {
        plan = closePlan(folders);
      },
      onFile: (file, made) => put(file, made, file in plan.keys),
      onProgress: (done, of) => progress.step('页面', done, of),
    });
    await sideBySide([rendering, putCases()], threads.close);
    const taken = Object.keys(plan.keys).filter((file) => !facts.has(file));
    progress.begin('整理页面', taken.length > 0 ? `新生成 ${facts.size - entries.length} 个文件，沿用 ${taken.length} 个` : undefined);
    await takeAll(taken);
    const [pages, data] = [Object.entries(plan.keys), entries.map(({ id, pack }) => [dataOf(id), pack] as const)];
    closeKept(folders, { common, pages: keptUnder(facts, pages), data: keptUnder(facts, data) });
    for (const file of filesOf(rendered)) await putWritten(file);
  } finally {
    await threads.close();
  }
  rmSync(rendered, { recursive: true, force: true });
  return facts;

  async function put(file: string, made: ArrayBuffer, keep: boolean): Promise<void> {
    const [own] = await threads.ask([{ file, made, keep }], [made]);
    note(file, own);
  }

  function note(file: string, own: FileFacts | undefined): void {
    if (own) facts.set(file, own);
  }

  /** The data of each case is published as its reading was kept: nothing is rendered for it. */
  async function putCases(): Promise<void> {
    const { data } = await opening;
    const tasks = entries.map(({ id, pack }) => {
      const file = dataOf(id);
      const before = data[file];
      return before?.key === pack ? { file, kept: before.facts.sum } : { file, pack };
    });
    await inBatches(tasks, async (some) => {
      const found = await threads.ask(some);
      for (const [at, { file }] of some.entries()) note(file, found[at] ?? data[file]?.facts);
    });
  }

  /** What Astro has written itself: what pages load, and what is in public/, which goes before what is made. */
  async function putWritten(file: string): Promise<void> {
    const content = new Uint8Array(readFileSync(join(rendered, file)));
    if (facts.has(file)) {
      progress.say(`public/${file} 与程序生成的文件同名，网站里用的是 public/ 里的。若不是有意的，请把它改名或移走，再重新运行。`);
      rmSync(join(out, file));
    }
    if (file.endsWith('.html')) refuseUnreadable(file, content);
    await put(file, content.buffer, false);
  }

  async function takeAll(files: readonly string[]): Promise<void> {
    const tasks = files.map((file) => {
      const before = factsOfKept(file);
      const moved = plan.following.has(file) && movedTargets(before.targets, plan.lists);
      return moved ? { file, before, moved } : { file, kept: before.sum };
    });
    await inBatches(tasks, async (some) => {
      const found = await threads.ask(some);
      for (const [at, { file }] of some.entries()) note(file, found[at] ?? factsOfKept(file));
    });
  }

  function factsOfKept(file: string): FileFacts {
    const page = kept[file];
    if (!page || page.key !== plan.keys[file]) throw new Error(`${file} was neither rendered nor kept.`);
    return page.facts;
  }
}

async function inBatches<Task>(tasks: readonly Task[], put: (some: readonly Task[]) => Promise<unknown>): Promise<void> {
  const starts = Array.from({ length: Math.ceil(tasks.length / batch) }, (_, at) => at * batch);
  await Promise.all(starts.map((from) => put(tasks.slice(from, from + batch))));
}

function dataOf(id: string): string {
  return withinSite(urls.data(`cases/${id}.json`));
}

function keptUnder(facts: SiteFacts, keys: readonly (readonly [file: string, key: string])[]): KeptPages {
  return Object.fromEntries(keys.map(([file, key]) => [file, { key, facts: factsIn(facts, file) }]));
}

function factsIn(facts: SiteFacts, file: string): FileFacts {
  const own = facts.get(file);
  if (!own) throw new Error(`${file} has a key and was not made.`);
  return own;
}

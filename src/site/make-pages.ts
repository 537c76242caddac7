import { rmSync } from 'node:fs';
import type { Report } from '../intake/report.ts';
import { digestBehindPages } from './code-digest.ts';
import { filesOf } from './files-of.ts';
import type { FileTask } from './finish-files.ts';
import type { FileFacts } from './finish-page.ts';
import { finishSite } from './finish-site.ts';
import type { SiteFolders } from './folders.ts';
import { closeKept, contentFolder, forgetKept, type KeptPages, keysOf, openKept } from './kept-pages.ts';
import { closePlan, openPlan, type PageKeys } from './page-plan.ts';
import type { Progress } from './progress.ts';
import { Refusal } from './refusal.ts';
import { renderPages } from './render-pages.ts';

/** What is known of every file that the pages' build has put into the site, by file. */
export type SiteFacts = Map<string, FileFacts>;

/**
 * Puts all pages and what they load into `out`: those that show what they showed in the last build are kept, the others rendered.
 * Refuses to go on where kept ones load what is no longer there: Astro renders once in a process.
 */
export async function makePages(folders: SiteFolders, report: Report, out: string, progress: Progress): Promise<SiteFacts> {
  const common = digestBehindPages(folders);
  const kept = openKept(folders, common);
  openPlan(folders, { common, kept: keysOf(kept) });
  const rendered = await renderPages(folders, report, progress);
  const keys = closePlan(folders);
  const made = filesOf(rendered);
  const present = new Set(made);
  const taken = Object.keys(keys).filter((file) => !present.has(file));
  const tasks = [...made.map((file): FileTask => ({ file, keep: file in keys })), ...taken.map((file) => keptTask(file, kept, keys))];
  progress.begin('整理页面', taken.length > 0 ? `新生成 ${made.length} 个文件，沿用 ${taken.length} 个` : undefined);
  const facts = await finishSite(tasks, { rendered, out, kept: contentFolder(folders) }, (done, of) => progress.step('文件', done, of));
  rmSync(rendered, { recursive: true, force: true });
  // A guide may have changed what pages load: then those that were kept name what is gone.
  if (taken.some((file) => pageOf(kept, file).facts.addresses.some((address) => namesMissingAsset(address, present)))) {
    forgetKept(folders);
    throw new Refusal('导读用到的样式或脚本变了，以前留下的网页不能沿用', '请再运行一次 npm run build，网页会全部重新生成。');
  }
  for (const file of taken) facts.set(file, pageOf(kept, file).facts);
  closeKept(folders, common, Object.fromEntries(Object.entries(keys).map(([file, key]) => [file, { key, facts: factsOf(facts, file) }])));
  return facts;
}

/** Scripts and styles are named by their content, all in one folder. */
function namesMissingAsset(address: string, files: ReadonlySet<string>): boolean {
  const asset = /(?:^|\/)(_astro\/[^?#]+)/.exec(address)?.[1];
  return asset !== undefined && !files.has(asset);
}

function keptTask(file: string, kept: KeptPages, keys: PageKeys): FileTask {
  const page = pageOf(kept, file);
  if (page.key !== keys[file]) throw new Error(`${file} was neither rendered nor kept.`);
  return { file, kept: page.facts.sum, keep: true };
}

function pageOf(kept: KeptPages, file: string): KeptPages[string] {
  const page = kept[file];
  if (!page) throw new Error(`${file} was neither rendered nor kept.`);
  return page;
}

function factsOf(facts: SiteFacts, file: string): FileFacts {
  const own = facts.get(file);
  if (!own) throw new Error(`${file} has a key and was not made.`);
  return own;
}

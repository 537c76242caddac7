import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteSurvey } from '../../intake/intake.ts';
import type { ListPages } from '../../library/list-pages.ts';
import { digestBehindPages } from '../code-digest.ts';
import type { FileFacts } from '../finishing/finish-page.ts';
import { refuseUnreadable } from '../finishing/public-pages.ts';
import { assetsFolder, type SiteFolders } from '../folders.ts';
import { filesOf } from '../output/files-of.ts';
import type { Progress } from '../progress.ts';
import { sideBySide } from '../side-by-side.ts';
import { urls, withinSite } from '../urls.ts';
import type { KeptPages } from './kept-index.ts';
import { closeKept, type Kept, openKept } from './kept-pages.ts';
import { movedTargets, movesBetween } from './moved-links.ts';
import { closePlan, openPlan, type PageKey, type Plan } from './page-plan.ts';
import { type KnownTask, openPlacing, type Placing, type SiteFacts } from './placing.ts';
import { pagesFolder, renderPages } from './render-pages.ts';

/** What the pages are made from. */
type Given = Pick<SiteSurvey, 'report' | 'entries'>;

/**
 * Puts all pages and what they load into `out`: those that show what they showed in the last build are kept, the others rendered,
 * and finished in threads while the next ones are rendered.
 */
export async function makePages(folders: SiteFolders, given: Given, out: string, progress: Progress): Promise<SiteFacts> {
  const placing = openPlacing(folders, out);
  try {
    const opening = openKept(folders);
    const rendering = renderMissing(folders, given, { opening, placing, progress });
    const [made] = await sideBySide([rendering, putCases(given, opening, placing)], placing.close);
    await takeKeptPages(made, placing, (taken) => {
      const rendered = placing.facts.size - given.entries.length;
      progress.begin('整理页面', taken > 0 ? `新生成 ${rendered} 个文件，沿用 ${taken} 个` : undefined);
    });
    keepForNext(folders, given, made, placing.facts);
    await putWritten(folders, out, placing, progress);
    return placing.facts;
  } finally {
    await placing.close();
  }
}

/** What is known of the pages when those that had to be are rendered. */
interface Made {
  /** Digest of what every page depends on. */
  common: string;
  kept: KeptPages;
  plan: Plan;
  /** Where the links of kept pages led. */
  listsBefore: ListPages;
}

async function renderMissing(
  folders: SiteFolders,
  { report }: Given,
  { opening, placing, progress }: { opening: Promise<Kept>; placing: Placing; progress: Progress },
): Promise<Made> {
  const made: Made = { common: '', kept: {}, plan: { keys: {}, following: new Set(), lists: {} }, listsBefore: {} };
  await renderPages(folders, report, progress, {
    async onAssets() {
      made.common = digestBehindPages(folders, filesOf(join(pagesFolder(folders), assetsFolder)));
      const before = await opening;
      made.kept = before.pagesOf(made.common);
      made.listsBefore = before.lists;
      openPlan(made);
    },
    onPaths() {
      made.plan = closePlan();
    },
    onFile: (file, content, parts) => placing.put(file, { made: content, parts, keep: file in made.plan.keys }),
    onProgress: (done, of) => progress.step('页面', done, of),
  });
  return made;
}

/** The data of each case is published as its reading was kept: nothing is rendered for it. */
async function putCases({ entries }: Given, opening: Promise<Kept>, placing: Placing): Promise<void> {
  const { data } = await opening;
  const tasks = entries.map(({ id, pack }): KnownTask => {
    const file = dataOf(id);
    const before = data[file];
    return before?.key === pack ? { task: { file, kept: before.facts.sum }, known: before.facts } : { task: { file, pack } };
  });
  await placing.putAll(tasks);
}

/** The pages that were not rendered, with links that follow what they lead to. `begin` is told their number. */
async function takeKeptPages({ kept, plan, listsBefore }: Made, placing: Placing, begin: (taken: number) => void): Promise<void> {
  const files = Object.keys(plan.keys).filter((file) => !placing.facts.has(file));
  begin(files.length);
  const moves = movesBetween(listsBefore, plan.lists);
  const tasks = files.map((file): KnownTask => {
    const known = factsOfKept(file, kept, plan);
    const moved = plan.following.has(file) && known.links && movedTargets(known.links.targets, moves);
    return { task: moved ? { file, before: known, moved } : { file, kept: known.sum }, known };
  });
  await placing.putAll(tasks);
}

function factsOfKept(file: string, kept: KeptPages, plan: Plan): FileFacts {
  const page = kept[file];
  if (!page || page.key !== plan.keys[file]?.key) throw new Error(`${file} was neither rendered nor kept.`);
  return page.facts;
}

function keepForNext(folders: SiteFolders, { entries }: Given, { common, plan }: Made, facts: SiteFacts): void {
  const data = entries.map(({ id, pack }) => [dataOf(id), { key: pack }] as const);
  closeKept(folders, { common, lists: plan.lists, pages: keptUnder(facts, Object.entries(plan.keys)), data: keptUnder(facts, data) });
}

function keptUnder(facts: SiteFacts, keys: readonly (readonly [file: string, key: PageKey])[]): KeptPages {
  return Object.fromEntries(keys.map(([file, key]) => [file, { ...key, facts: factsIn(facts, file) }]));
}

function factsIn(facts: SiteFacts, file: string): FileFacts {
  const own = facts.get(file);
  if (!own) throw new Error(`${file} has a key and was not made.`);
  return own;
}

/** What Astro has written itself: what pages load, and what is in public/, which goes before what is made. */
async function putWritten(folders: SiteFolders, out: string, placing: Placing, progress: Progress): Promise<void> {
  const written = pagesFolder(folders);
  for (const file of filesOf(written)) {
    const content = new Uint8Array(readFileSync(join(written, file)));
    if (placing.facts.has(file)) {
      progress.say(`public/${file} 与程序生成的文件同名，网站里用的是 public/ 里的。若不是有意的，请把它改名或移走，再重新运行。`);
      rmSync(join(out, file));
    }
    if (file.endsWith('.html')) refuseUnreadable(file, content);
    await placing.put(file, { made: content.buffer, parts: [], keep: false });
  }
  rmSync(written, { recursive: true, force: true });
}

function dataOf(id: string): string {
  return withinSite(urls.data(`cases/${id}.json`));
}

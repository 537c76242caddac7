import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { withoutInvisible } from '../article/text/invisible.ts';
import { type ImportProgress, importArticles, type Outcome } from '../intake/import.ts';
import { readSite } from '../intake/intake.ts';
import { printReport } from '../intake/print-report.ts';
import { openReadingStore, type ReadingStore } from '../intake/readings/readings.ts';
import { type SiteFolders, siteFolders } from '../site/folders.ts';
import { openProgress, type Progress } from '../site/progress.ts';
import { Refusal } from '../site/refusal.ts';
import { givenPath } from './given-path.ts';
import type { Run } from './run.ts';

/** Copies files into seeds/ and says of each what the check finds. */
export const importFiles: Run = async (_given, args) => {
  const option = args.find((arg) => arg.startsWith('-'));
  if (option !== undefined) throw new Refusal(`命令 import 没有“${option}”这个选项`, usage);
  if (args.length === 0) throw new Refusal('没有写要放入哪些文件', usage);
  const folders = siteFolders();
  if (!existsSync(folders.site)) throw new Refusal(`找不到站点文件夹 ${folders.site}`, '请检查 CASEBOOK_SITE 写得对不对。');
  const base = givenPath('');
  const paths = args.map(givenPath);
  const progress = openProgress(process.stdout, process.env, () => performance.now());
  const store = openReadingStore(folders);
  const outcomes = await importArticles(folders, paths, viewOf(progress, base), store).finally(progress.end);
  await printFindings(folders, outcomes, store);
  return outcomes.some(({ refused }) => refused.length > 0) ? 1 : 0;
};

const usage = '写法：npm run import -- 文件或文件夹……（几个之间用空格隔开，名称里有空格的加引号）';

function viewOf(progress: Progress, base: string): ImportProgress {
  return {
    reading(done, of) {
      if (done === 0) progress.begin('先读 seeds/ 里已有的文章', `${of} 篇`);
      progress.step('文章', done, of);
    },
    imported(outcome, done, of) {
      if (done === 1) progress.begin('放入文件', `${of} 个`);
      const text = outcomeText(outcome, base);
      if (outcome.refused.length > 0) progress.say(`[${done}/${of}] ${text}`);
      else progress.log(`[${done}/${of}] ${text}`);
      progress.step('文件', done, of);
    },
  };
}

function outcomeText({ path, file, refused }: Outcome, base: string): string {
  const near = relative(base, path);
  const name = withoutInvisible(near === '' || near.startsWith('..') ? path : near);
  if (file !== undefined) return `${name} → ${file}`;
  return [`没有放入 ${name}：`, ...refused.map(({ message, hint }) => `  ${message}\n       ${hint}`)].join('\n');
}

async function printFindings(folders: SiteFolders, outcomes: readonly Outcome[], store: ReadingStore): Promise<void> {
  const imported = outcomes.flatMap(({ file }) => file ?? []);
  if (imported.length > 0) {
    const { report } = await readSite(folders, { store });
    const files = report.files.filter(({ file }) => imported.includes(file));
    const clean = files.filter(({ errors, flags }) => errors.length + flags.length === 0);
    console.log(`\n${printReport({ files })}`);
    for (const { file } of clean) console.log(`${file}：没有错误，没有待核。`);
  }
  const refused = outcomes.length - imported.length;
  console.log(`放入 ${imported.length} 个文件${refused > 0 ? `，没有放入 ${refused} 个` : ''}。`);
}

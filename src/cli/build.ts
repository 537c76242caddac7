import { relative } from 'node:path';
import { buildSite } from '../site/build-site.ts';
import { siteFolders } from '../site/folders.ts';
import { openProgress } from '../site/progress.ts';
import { endOnSignals, quietAstro } from './process.ts';
import type { Run } from './run.ts';

export const build: Run = async (given) => {
  endOnSignals();
  quietAstro();
  const folders = siteFolders();
  const started = performance.now();
  const progress = openProgress(process.stdout, process.env, () => performance.now());
  const { pages } = await buildSite(folders, { holdBad: given.has('--hold-bad'), clean: given.has('--clean'), progress }).finally(
    progress.end,
  );
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`完成：${pages} 个页面，用时 ${seconds} 秒，在 ${relative(process.cwd(), folders.out) || folders.out}`);
  return 0;
};

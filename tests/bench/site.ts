/**
 * Builds a library of many articles with everything on and says what it took. `npm run bench -- --articles 10000`.
 * With `--peers` it builds the same articles with other generators instead and sets them side by side: by hand, since it installs them.
 * `CASEBOOK_CORPUS` names a file of real text to take paragraphs from; without it those of seeds/ serve.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { filesOf } from '../../src/site/output/files-of.ts';
import { checkPublished } from './check-published.ts';
import { devEdit } from './dev-edit.ts';
import { firstSearch } from './first-search.ts';
import { comparePeers } from './peers/compare.ts';
import { addArticle, changeSignal, changeWord, makeSite } from './site-corpus.ts';
import { type Stage, timedBuild, total } from './timed-build.ts';

const { values } = parseArgs({
  options: { articles: { type: 'string', default: '1000' }, keep: { type: 'string' }, peers: { type: 'boolean', default: false } },
});
const count = Number(values.articles);
if (!Number.isInteger(count) || count < 1) throw new Error('--articles takes a whole number from 1 on.');

const folder = values.keep ?? mkdtempSync(join(tmpdir(), 'casebook-bench-'));
const [site, out] = [join(folder, 'site'), join(folder, 'dist')];
mkdirSync(site, { recursive: true });
await makeSite(site, count);
console.log(`${count} articles, ${megabytes(sum(filesOf(site).map((file) => statSync(join(site, file)).size)))} MB of source`);

if (values.peers) console.table(await comparePeers(folder, site));
else await measureSite();
if (values.keep === undefined) rmSync(folder, { recursive: true });

async function measureSite(): Promise<void> {
  const full = await timedBuild(site, out, ['--clean']);
  console.log('\nFull build');
  console.table([...full, total(full)].map(stageRow));
  console.table(outputRows());
  console.log(`Heaviest page, gzip: ${heaviest()}`);

  const again: Record<string, string>[] = [];
  for (const [name, change] of [
    ['nothing changed', undefined],
    ['one changed word', () => changeWord(site)],
    ['one added article', () => addArticle(site, count)],
    ['one changed signal', () => changeSignal(site)],
  ] as const) {
    change?.();
    const stages = await timedBuild(site, out);
    again.push({ ...stageRow(total(stages)), stage: name });
    console.log(`${name}: ${stages.map((each) => `${each.name} ${each.wall.toFixed(1)}`).join(', ')}`);
  }
  console.log('\nBuilds after a change');
  console.table(again);

  console.log('\nnpm run dev');
  console.table(await devEdit(site));

  console.log('\nFirst search in Chromium');
  console.table(await firstSearch(out));
  console.log('\nChecks');
  console.table(await checkPublished(out));
}

function stageRow({ name, wall, cpu, memory }: Stage): Record<string, string> {
  return { stage: name, 'wall s': wall.toFixed(1), 'CPU s': cpu.toFixed(1), 'peak MB': megabytes(memory) };
}

function outputRows(): Record<string, string | number>[] {
  const groups = Map.groupBy(filesOf(out), (file) => (file.includes('/') ? `${file.split('/')[0]}/` : 'top'));
  return [...groups].map(([output, files]) => ({
    output,
    files: files.length,
    MB: megabytes(sum(files.map((file) => statSync(join(out, file)).size))),
  }));
}

function heaviest(): string {
  const pages = filesOf(out).filter((file) => file.endsWith('.html'));
  const largest = pages.sort((a, b) => statSync(join(out, b)).size - statSync(join(out, a)).size || (a < b ? -1 : 1)).slice(0, 20);
  const weights = largest
    .map((page) => ({ page, bytes: gzipSync(readFileSync(join(out, page))).length }))
    .sort((a, b) => b.bytes - a.bytes);
  return weights
    .slice(0, 3)
    .map(({ page, bytes }) => `${page} ${(bytes / 1024).toFixed(0)} KB`)
    .join(', ');
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}

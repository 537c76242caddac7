import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { watchFolders } from '../../src/site/watch-folders.ts';
import { temporaryFolder, writeFiles } from '../setup/folder.ts';

const patience = { timeout: 10_000 };

/** A site with articles and without corrections, and what was said of it so far. */
function watchedSite() {
  const site = temporaryFolder({ 'seeds/a.txt': '一', 'content/site.yaml': 'name: 测试\n' });
  const [seeds, content, cases] = [join(site, 'seeds'), join(site, 'content'), join(site, 'content/cases')];
  const said: string[] = [];
  const end = watchFolders([seeds, content, cases], (path) => void said.push(path));
  onTestFinished(end);
  const saidAfter = async (change: () => void, path: string) => {
    said.length = 0;
    change();
    await expect.poll(() => said, patience).toContain(path);
  };
  return { site, seeds, cases, said, saidAfter, end };
}

it('tells of a file that comes, changes, gets another name and goes', async () => {
  const { seeds, saidAfter } = watchedSite();
  const [a, b, c] = [join(seeds, 'a.txt'), join(seeds, 'b.txt'), join(seeds, 'c.txt')];
  await saidAfter(() => writeFileSync(b, '二'), b);
  await saidAfter(() => writeFileSync(a, '三'), a);
  await saidAfter(() => renameSync(b, c), c);
  await saidAfter(() => rmSync(a), a);
});

it('tells of a folder that comes later, and of what is written into it', async () => {
  const { cases, saidAfter } = watchedSite();
  const file = join(cases, 'a.yaml');
  await saidAfter(() => mkdirSync(cases), cases);
  await saidAfter(() => writeFileSync(file, 'title: 题目\n'), file);
});

it('follows a folder that is taken away and put back', async () => {
  const { site, seeds, saidAfter } = watchedSite();
  const aside = join(site, 'aside');
  await saidAfter(() => renameSync(seeds, aside), seeds);
  await saidAfter(() => writeFiles(seeds, { 'new.txt': '新' }), seeds);
  await saidAfter(() => writeFileSync(join(seeds, 'new.txt'), '更新'), join(seeds, 'new.txt'));
});

it('says nothing of other files beside the folders, nor after its end', async () => {
  const { site, seeds, said, saidAfter, end } = watchedSite();
  writeFiles(site, { 'dist/index.html': '<p></p>', 'note.txt': '便条' });
  await saidAfter(() => writeFileSync(join(seeds, 'a.txt'), '二'), join(seeds, 'a.txt'));
  expect(said.filter((path) => !path.startsWith(seeds))).toEqual([]);
  end();
  said.length = 0;
  writeFileSync(join(seeds, 'a.txt'), '三');
  const other = temporaryFolder();
  let isTold = false;
  onTestFinished(watchFolders([other], () => (isTold = true)));
  writeFileSync(join(other, 'a.txt'), '一');
  await expect.poll(() => isTold, patience).toBe(true);
  expect(said).toEqual([]);
});

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type SiteFolders, siteFolders } from '../../src/site/folders.ts';
import { isOurs, openOutput } from '../../src/site/output/output.ts';
import { temporaryFolder } from '../setup/folder.ts';

function foldersIn(site: string, out = join(site, 'dist')): SiteFolders {
  return siteFolders({ CASEBOOK_SITE: site, CASEBOOK_OUT: out });
}

/** The id of a process that is no more. */
function deadProcess(): number {
  return spawnSync(process.execPath, ['--version']).pid;
}

async function publishedSite(): Promise<SiteFolders> {
  const folders = foldersIn(temporaryFolder());
  const staging = openOutput(folders);
  writeFileSync(join(staging.folder, 'index.html'), 'old');
  await staging.publish();
  staging.close();
  return folders;
}

const homePage = (folders: SiteFolders) => readFileSync(join(folders.out, 'index.html'), 'utf8');

describe('openOutput', () => {
  it('shows nothing of a build until it is published', async () => {
    const folders = await publishedSite();
    const staging = openOutput(folders);
    writeFileSync(join(staging.folder, 'index.html'), 'new');
    expect(homePage(folders)).toBe('old');
    await staging.publish();
    expect(homePage(folders)).toBe('new');
    staging.close();
    expect(readdirSync(folders.site)).toEqual(['dist']);
  });

  it('leaves the old output and nothing else when a build is given up', async () => {
    const folders = await publishedSite();
    const staging = openOutput(folders);
    writeFileSync(join(staging.folder, 'index.html'), 'half');
    staging.close();
    expect(homePage(folders)).toBe('old');
    expect(readdirSync(folders.site)).toEqual(['dist']);
  });

  it('builds into an empty folder', () => {
    const site = temporaryFolder();
    openOutput(foldersIn(site, temporaryFolder())).close();
    expect(readdirSync(site)).toEqual([]);
  });

  it('refuses a folder with files that are not ours, and leaves them', () => {
    const site = temporaryFolder({ 'dist/letter.docx': 'precious' });
    expect(() => openOutput(foldersIn(site))).toThrow('letter.docx');
    expect(readFileSync(join(site, 'dist/letter.docx'), 'utf8')).toBe('precious');
    expect(readdirSync(site)).toEqual(['dist']);
  });

  it('refuses a file', () => {
    expect(() => openOutput(foldersIn(temporaryFolder({ dist: 'a file' })))).toThrow('不是本程序生成的文件');
  });

  it.each(['.', '..', 'seeds', 'content/out', 'public'])('refuses %s, where sources are', (out) => {
    const site = temporaryFolder({ 'casebook.json': '{\n  "generator": "casebook" }' });
    expect(() => openOutput(foldersIn(site, join(site, out)))).toThrow('与源文件重叠');
  });

  it('tells a second build who is building', async () => {
    const folders = await publishedSite();
    writeFileSync(`${folders.out}.lock`, JSON.stringify({ pid: process.ppid, host: hostname() }));
    expect(() => openOutput(folders)).toThrow(`进程 ${process.ppid}`);
  });

  it('does not guess about a build on another machine', async () => {
    const folders = await publishedSite();
    writeFileSync(`${folders.out}.lock`, JSON.stringify({ pid: deadProcess(), host: 'elsewhere' }));
    expect(() => openOutput(folders)).toThrow('elsewhere');
  });

  it('takes over the lock of a build that was killed, and removes its staging folder', async () => {
    const folders = await publishedSite();
    const dead = deadProcess();
    renameSync(openOutput(folders).folder, `${folders.out}.building-${dead}`);
    writeFileSync(`${folders.out}.lock`, JSON.stringify({ pid: dead, host: hostname() }));
    openOutput(folders).close();
    expect(readdirSync(folders.site)).toEqual(['dist']);
  });

  it('brings back the output of a build that was killed while it swapped', async () => {
    const folders = await publishedSite();
    const dead = deadProcess();
    renameSync(folders.out, `${folders.out}.previous-${dead}`);
    openOutput(folders).close();
    expect(homePage(folders)).toBe('old');
    expect(existsSync(`${folders.out}.previous-${dead}`)).toBe(false);
  });

  it('marks what it made', async () => {
    const folders = await publishedSite();
    expect(isOurs(folders.out)).toBe(true);
    expect(JSON.parse(readFileSync(join(folders.out, 'casebook.json'), 'utf8'))).toMatchObject({ generator: 'casebook', contract: 1 });
  });
});

import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ArchiveEntry, entriesOf } from '../archive/entry.ts';
import { writeTarGz } from '../archive/tar.ts';
import { writeZip } from '../archive/zip.ts';
import type { SiteFolders } from '../site/folders.ts';
import { filesOf } from '../site/output/files-of.ts';
import { Refusal } from '../site/refusal.ts';
import { fetchPackage, installedFolder } from './fetch-package.ts';
import { machineOf } from './machine.ts';
import { type NeededPackage, packagesFor } from './packages.ts';
import type { Platform } from './platforms.ts';
import { startFiles } from './start-scripts.ts';

/** The program's own files that a kit needs: no tests. */
const programFiles = ['package.json', 'package-lock.json', 'astro.config.mjs', 'tsconfig.json', 'LICENSE', 'README.md', 'README.zh-CN.md'];
const programFolders = ['src', 'docs'];

/** The folder that an archive unpacks to. */
const root = 'casebook/';

/**
 * Writes one archive with runtime, packages, program and site for a platform. Packages that this checkout lacks come from
 * npm's registry; refuses, and names them, where it lacks them too.
 */
export async function packKit(folders: SiteFolders, platform: Platform, file: string): Promise<void> {
  const scratch = mkdtempSync(join(tmpdir(), 'casebook-kit-'));
  const unfinished = `${file}.building-${process.pid}`;
  try {
    const entries = [...ownEntries(folders, platform), ...packageEntries(folders.program, platform, scratch)];
    const sorted = entries.map((entry) => ({ ...entry, path: `${root}${entry.path}` })).sort((a, b) => (a.path < b.path ? -1 : 1));
    if (platform.archive === 'zip') writeZip(unfinished, sorted, '请把 seeds/ 另外拷贝，用文章较少的站点制作离线包。');
    else await writeTarGz(unfinished, sorted);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
    rmSync(scratch, { recursive: true, force: true });
  }
}

function ownEntries(folders: SiteFolders, platform: Platform): ArchiveEntry[] {
  const { program, seeds, content, public: published } = folders;
  const site = { seeds, content, public: published };
  return [
    ...startFiles(platform).map(({ path, text, isExecutable }) => ({ path, content: () => Buffer.from(text), isExecutable })),
    ...programFiles.map((path) => ({ path, content: () => readFileSync(join(program, path)) })),
    ...programFolders.flatMap((name) => entriesOf(join(program, name), `${name}/`)),
    ...Object.entries(site).flatMap(([name, folder]) => (existsSync(folder) ? entriesOf(folder, `${name}/`) : [])),
  ];
}

function packageEntries(program: string, platform: Platform, scratch: string): ArchiveEntry[] {
  const needed = packagesFor(readFileSync(join(program, 'package-lock.json'), 'utf8'), platform);
  const isRuntime = ({ name }: NeededPackage) => name === platform.runtime.package;
  const found = new Map<NeededPackage, string>();
  const missing: NeededPackage[] = [];
  // The runtime is by far the largest: it comes last, and not at all where the kit cannot be made.
  for (const each of [...needed.filter((one) => !isRuntime(one)), ...needed.filter(isRuntime)]) {
    const folder = installedFolder(program, each) ?? (isRuntime(each) && missing.length > 0 ? undefined : fetchPackage(each, scratch));
    if (folder) found.set(each, folder);
    else if (!isRuntime(each) || missing.length === 0) missing.push(each);
  }
  if (missing.length > 0) {
    throw new Refusal(
      `不能制作 ${platform.name} 的离线包，缺少：${missing.map(({ name, version }) => `${name}@${version}`).join('、')}`,
      '请检查网络和 npm 的仓库设置：所用的仓库里没有这些包时，换一个完整的仓库再试（npm config get registry）。',
    );
  }
  return [...found].flatMap(([each, folder]) => entriesOfPackage(each, folder, platform));
}

/** Of a package all files but maps for debuggers; of the runtime the program and its licence. */
function entriesOfPackage({ path, name, isNative }: NeededPackage, folder: string, platform: Platform): ArchiveEntry[] {
  const { runtime } = platform;
  const isWanted = (file: string) =>
    name === runtime.package
      ? [runtime.program, 'package.json', 'LICENSE'].includes(file)
      : !file.startsWith('node_modules/') && !file.endsWith('.map');
  const machines = new Set<string>();
  const entries = filesOf(folder)
    .filter(isWanted)
    .map((file) => {
      const machine = isNative ? machineOf(readFileSync(join(folder, file))) : undefined;
      if (machine) machines.add(machine);
      return {
        path: `${path}/${file}`,
        content: () => readFileSync(join(folder, file)),
        isExecutable: machine !== undefined,
      };
    });
  if (isNative && (machines.size !== 1 || !machines.has(platform.name))) {
    throw new Refusal(
      `包 ${name} 里的程序不是给 ${platform.name} 用的（${[...machines].join('、') || '没有程序'}）`,
      '请删除 node_modules 后重新运行 npm ci，再制作离线包。',
    );
  }
  return entries;
}

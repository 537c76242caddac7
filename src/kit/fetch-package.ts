import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../site/refusal.ts';
import type { NeededPackage } from './packages.ts';

/** The package's folder in this checkout; undefined where it has none of that version. */
export function installedFolder(program: string, { path, version }: NeededPackage): string | undefined {
  const folder = join(program, path);
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const found: { version?: string } = JSON.parse(readFileSync(file, 'utf8'));
  return found.version === version ? folder : undefined;
}

/**
 * Has npm bring the package of another platform into a new folder below `scratch` and unpacks it there. Returns that folder;
 * undefined where npm cannot. Refuses bytes that are not those of the lockfile.
 */
export function fetchPackage({ name, version, integrity }: NeededPackage, scratch: string): string | undefined {
  const folder = mkdtempSync(join(scratch, 'package-'));
  if (runNpm(['pack', `${name}@${version}`, '--ignore-scripts', '--silent'], folder) !== 0) return undefined;
  const [archive] = readdirSync(folder).filter((each) => each.endsWith('.tgz'));
  if (archive === undefined) return undefined;
  const sum = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, archive)))
    .digest('base64')}`;
  if (integrity !== undefined && sum !== integrity) {
    throw new Refusal(`取到的 ${name}@${version} 与 package-lock.json 里的校验值不同`, '请检查 npm 用的是哪个仓库，换一个可靠的再试。');
  }
  execFileSync('tar', ['-xzf', archive], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const [unpacked] = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return unpacked && join(folder, unpacked.name);
}

/** `npm_execpath` is set where npm itself started us: no search for a program whose name differs on Windows. */
function runNpm(args: readonly string[], cwd: string): number | null {
  const own = process.env.npm_execpath;
  const { npm_config_local_prefix, npm_config_prefix, ...env } = process.env;
  const options = { cwd, env, stdio: 'ignore' } as const;
  if (own?.endsWith('.js')) return spawnSync(process.execPath, [own, ...args], options).status;
  return spawnSync('npm', args, { ...options, shell: process.platform === 'win32' }).status;
}

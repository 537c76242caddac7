import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where the file of a program is; a name without a folder is looked up on PATH. */
export function onPath(name: string): string | undefined {
  const candidates = /[\\/]/.test(name) ? [name] : (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  return candidates.find((path) => existsSync(path));
}

/** Installs Debian's packages; false where there is no apt-get or where it would ask for a password. `purpose` is for the log. */
export function installPackages(packages: readonly string[], purpose: string): boolean {
  const sudo = rootPrefix();
  if (!onPath('apt-get') || !sudo) return false;
  console.log(`Installing ${packages.join(' and ')} with apt-get for ${purpose} ...`);
  const run = (args: readonly string[]) => {
    const [command = 'apt-get', ...rest] = [...sudo, 'apt-get', ...args];
    execFileSync(command, rest, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  run(['update']);
  run(['install', '-y', '--no-install-recommends', ...packages]);
  return true;
}

/** What must stand before a command to run it as root; undefined where that would ask for a password. */
function rootPrefix(): string[] | undefined {
  if (process.getuid?.() === 0) return [];
  const allowed = onPath('sudo') !== undefined && spawnSync('sudo', ['-n', 'true']).status === 0;
  return allowed ? ['sudo', '-n', 'env', 'DEBIAN_FRONTEND=noninteractive'] : undefined;
}

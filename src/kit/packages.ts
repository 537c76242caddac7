import { z } from 'zod';
import type { Platform } from './platforms.ts';

const oneOrMore = z.union([z.string(), z.array(z.string())]).transform((value) => (typeof value === 'string' ? [value] : value));

/** What is read of npm's lockfile, version 3. */
const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      integrity: z.string().optional(),
      dev: z.boolean().default(false),
      os: oneOrMore.optional(),
      cpu: oneOrMore.optional(),
      libc: oneOrMore.optional(),
    }),
  ),
});

/** A package that the program needs to run. */
export interface NeededPackage {
  /** In the program's folder: `node_modules/astro`. */
  path: string;
  name: string;
  version: string;
  /** `sha512-…` of its archive, where the lockfile has it. */
  integrity?: string;
  /** Made for one platform alone. */
  isNative: boolean;
}

/** Astro's picture processor: our pictures are never decoded. */
const unneeded = /^(sharp$|@img\/)/;

/** What `platform` needs of the lockfile's text, in the order of the paths. Throws where it is no lockfile of npm. */
export function packagesFor(lockfile: string, { os, cpu }: Platform): NeededPackage[] {
  const all = Object.entries(lockSchema.parse(JSON.parse(lockfile)).packages).filter(([path]) => path !== '');
  const runs = (entry: (typeof all)[number][1]) =>
    (entry.os ?? [os]).includes(os) &&
    (entry.cpu ?? [cpu]).includes(cpu) &&
    (os !== 'linux' || (entry.libc ?? ['glibc']).includes('glibc'));
  const isWanted = ([path, entry]: (typeof all)[number]) => !entry.dev && runs(entry) && !unneeded.test(nameOf(path));
  const left = all.filter((each) => !isWanted(each)).map(([path]) => `${path}/`);
  return all
    .filter((each) => isWanted(each) && !left.some((path) => each[0].startsWith(path)))
    .map(([path, { version = '', integrity, os: forOs, cpu: forCpu }]) => ({
      path,
      name: nameOf(path),
      version,
      integrity,
      isNative: forOs !== undefined || forCpu !== undefined,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

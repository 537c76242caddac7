import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of one site and one output. All paths are absolute. */
export interface SiteFolders {
  /** The program's own checkout: package.json, src/. */
  program: string;
  /** Holds seeds/, content/ and public/. */
  site: string;
  seeds: string;
  content: string;
  public: string;
  /** What a build makes. */
  out: string;
  /** What builds of this site into this output keep between them; no other site or output shares it. */
  cache: string;
}

const program = programFolder(dirname(fileURLToPath(import.meta.url)));

/** The checkout that this module runs in: the pages' build bundles it into a folder of its own, deeper in the same checkout. */
function programFolder(from: string): string {
  for (let folder = from; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'astro.config.mjs'))) return folder;
  }
  throw new Error(`No checkout of the program above ${from}.`);
}

/**
 * `CASEBOOK_SITE` names the site's folder (default: the checkout), `CASEBOOK_OUT` the output folder itself
 * (default: `dist/` in the site's folder). Both may be relative to the working directory.
 */
export function siteFolders(env: Record<string, string | undefined> = process.env): SiteFolders {
  const site = env.CASEBOOK_SITE ? resolve(env.CASEBOOK_SITE) : program;
  const out = env.CASEBOOK_OUT ? resolve(env.CASEBOOK_OUT) : join(site, 'dist');
  const key = createHash('sha256').update(`${site}\n${out}`).digest('hex').slice(0, 12);
  return {
    program,
    site,
    seeds: join(site, 'seeds'),
    content: join(site, 'content'),
    public: join(site, 'public'),
    out,
    cache: join(program, 'node_modules', '.casebook', key),
  };
}

/** Folder of the scripts and styles that pages load, in the site's root. */
export const assetsFolder = '_astro';

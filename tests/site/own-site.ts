import { join } from 'node:path';
import { serve } from '../../src/site/serve.ts';
import { casebook } from '../setup/command.ts';
import { fixtureSite } from '../setup/fixture-site.ts';

/** A site other than the repository's, built with the real command and served. */
export interface OwnSite {
  /** The folder with seeds/ and content/. */
  site: string;
  /** Its output. */
  out: string;
  /** With a closing slash. */
  url: string;
  close(): Promise<void>;
}

/** Builds and serves a fixture site with these changes, in the folder `base` of the server; what the build printed is thrown where it fails. */
export async function serveOwnSite(changes: Parameters<typeof fixtureSite>[0], base = '/'): Promise<OwnSite> {
  const site = fixtureSite(changes);
  const { status, stdout, stderr } = await casebook(['build'], { CASEBOOK_SITE: site });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  const out = join(site, 'dist');
  return { site, out, ...(await serve(out, { port: 0, base })) };
}

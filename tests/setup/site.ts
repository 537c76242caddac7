import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { serve } from '../../src/site/serve.ts';
import { ensureChromium } from './chromium.ts';
import { casebook } from './command.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built site's home page, with a closing slash. */
    siteUrl: string;
    /** The same files in a folder of the server: `http://127.0.0.1:1234/a/b/`. */
    subfolderUrl: string;
    /** The folder with the built site. */
    siteDir: string;
    /** A browser's program file. */
    chromiumPath: string;
  }
}

/** Builds the repository's own site once, with the real command, and serves it to all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  project.provide('chromiumPath', ensureChromium());
  const parent = mkdtempSync(join(tmpdir(), 'casebook-'));
  const siteDir = join(parent, 'dist');
  const built = await casebook(['build'], { CASEBOOK_OUT: siteDir });
  if (built.status !== 0) throw new Error(`The site does not build:\n${built.stdout}\n${built.stderr}`);
  const atRoot = await serve(siteDir, { port: 0 });
  const inSubfolder = await serve(siteDir, { port: 0, base: '/a/b/' });
  project.provide('siteDir', siteDir);
  project.provide('siteUrl', atRoot.url);
  project.provide('subfolderUrl', inSubfolder.url);
  return async () => {
    await atRoot.close();
    await inSubfolder.close();
    rmSync(parent, { recursive: true, force: true });
  };
}

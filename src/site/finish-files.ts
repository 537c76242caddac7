/** The work on single files after Astro has rendered, done by the build itself or by its helpers. */
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FileFacts, factsOf, finishPage } from './finish-page.ts';
import { keepPage, takeKept } from './kept-pages.ts';

/** One file of the site. */
export interface FileTask {
  /** Relative to the site's root. */
  file: string;
  /** A page that the last build kept, by its sum; undefined for one that Astro has made. */
  kept?: string | undefined;
  /** Keep it for the next build. */
  keep: boolean;
}

export interface TaskFolders {
  /** What Astro has made; emptied by and by. */
  rendered: string;
  /** The site that is being built. */
  out: string;
  /** Content of kept pages. */
  kept: string;
}

/** Facts of a rendered file; those of kept ones are known already. */
export function finishFile({ file, kept, keep }: FileTask, folders: TaskFolders): FileFacts | undefined {
  const to = join(folders.out, file);
  if (kept !== undefined) {
    takeKept(folders.kept, kept, to);
    return undefined;
  }
  const facts = finish(join(folders.rendered, file), to, file);
  if (keep) keepPage(folders.kept, facts.sum, to);
  return facts;
}

function finish(from: string, to: string, file: string): FileFacts {
  mkdirSync(dirname(to), { recursive: true });
  if (!file.endsWith('.html')) {
    move(from, to);
    return factsOf(readFileSync(to), file);
  }
  const { html, facts } = finishPage(readFileSync(from, 'utf8'), file);
  writeFileSync(to, html);
  rmSync(from);
  return facts;
}

/** Into a folder that is on another disk perhaps. `cpSync` would call a full disk an input/output error. */
function move(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error;
    copyFileSync(from, to);
    rmSync(from);
  }
}

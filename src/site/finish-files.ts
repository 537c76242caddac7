/** What becomes of single files when Astro has made them or an earlier build has kept them; threads do it beside the rendering. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type FileFacts, finishFile } from './finish-page.ts';
import { keepFile, takeKept } from './kept-pages.ts';

/** A file that is put into the site. */
export interface FileTask {
  /** Relative to the site's root. */
  file: string;
  /** What Astro has made; undefined for a file that was kept. */
  made?: ArrayBuffer;
  /** Sum of what was kept. */
  kept?: string;
  /** Keep it for the next build. */
  keep: boolean;
}

export interface TaskFolders {
  /** The site that is being built. */
  out: string;
  /** Content of kept files. */
  kept: string;
}

/** Facts of what Astro has made; those of kept files are known already. */
export function putFile({ file, made, kept, keep }: FileTask, folders: TaskFolders): FileFacts | undefined {
  const to = join(folders.out, file);
  if (kept !== undefined) takeKept(folders.kept, kept, to);
  if (!made) return undefined;
  const { content, facts } = finishFile(new Uint8Array(made), file);
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, content);
  if (keep) keepFile(folders.kept, facts.sum, to);
  return facts;
}

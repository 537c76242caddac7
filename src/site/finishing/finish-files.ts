/** How single files come into the site; threads do it beside the rendering. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publishedText } from '../../intake/readings/published.ts';
import type { SiteFolders } from '../folders.ts';
import { contentFile, contentFolder, keepFile, takeKept } from '../rendering/kept-pages.ts';
import type { MovedTargets } from '../rendering/moved-links.ts';
import { type FileFacts, finishAgain, finishFile } from './finish-page.ts';

/** A file that has just been made. */
export interface MadeFile {
  /** What Astro has made. */
  made: ArrayBuffer;
  /** Of a page, what it has only marks of. */
  parts: readonly string[];
  /** For the next build. */
  keep: boolean;
}

/** A file that is put into the site; `file` is relative to its root. */
export type FileTask = { file: string } & (
  | MadeFile
  | { /** Sum of what an earlier build has kept. */ kept: string }
  | { /** Of what an earlier build has kept. */ before: FileFacts /** Where its links lead now. */; moved: MovedTargets }
  | { /** The data of a case, from the pack of its reading. */ pack: string }
);

export interface TaskFolders extends Pick<SiteFolders, 'cache'> {
  /** The site that is being built. */
  out: string;
}

/** Facts of what is new; those of kept files are known already. */
export function putFile(task: FileTask, folders: TaskFolders): FileFacts | undefined {
  const to = join(folders.out, task.file);
  const kept = contentFolder(folders);
  if ('kept' in task) {
    takeKept(kept, task.kept, to);
    return undefined;
  }
  mkdirSync(dirname(to), { recursive: true });
  if ('pack' in task) {
    const { bytes, sum } = publishedText(folders, task.pack);
    writeFileSync(to, bytes);
    keepFile(kept, sum, to);
    return { code: [], sum };
  }
  const { content, facts } =
    'made' in task
      ? finishFile(new Uint8Array(task.made), task.parts, task.file)
      : finishAgain(readFileSync(contentFile(kept, task.before.sum)), task.file, task.before, task.moved);
  writeFileSync(to, content);
  if ('before' in task || task.keep) keepFile(kept, facts.sum, to);
  return facts;
}

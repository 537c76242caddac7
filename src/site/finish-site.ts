import { type FileTask, finishFile, type TaskFolders } from './finish-files.ts';
import type { FileFacts } from './finish-page.ts';
import { inThreads } from './threads.ts';

/** Fewer files are done before a helper has started. */
const fewFiles = 1500;

/**
 * Makes the links of all pages relative, gives each its policy, puts every file in its place and tells the facts of those that Astro
 * has made. Each page is read once.
 */
export async function finishSite(
  tasks: readonly FileTask[],
  folders: TaskFolders,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Map<string, FileFacts>> {
  let done = 0;
  const onAnswer = () => {
    done += 1;
    onProgress(done, tasks.length);
  };
  const found = await finishAll(tasks, folders, onAnswer);
  const facts = new Map<string, FileFacts>();
  for (const [at, { file }] of tasks.entries()) {
    const own = found[at];
    if (own) facts.set(file, own);
  }
  return facts;
}

async function finishAll(tasks: readonly FileTask[], folders: TaskFolders, onAnswer: () => void): Promise<(FileFacts | undefined)[]> {
  if (tasks.length >= fewFiles) {
    return inThreads(tasks, { program: new URL('finish-worker.ts', import.meta.url), setup: folders, batch: 40, onAnswer });
  }
  return tasks.map((task) => {
    const found = finishFile(task, folders);
    onAnswer();
    return found;
  });
}

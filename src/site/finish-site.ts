import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type FileTask, finishFile, type TaskFolders } from './finish-files.ts';
import type { FileFacts } from './finish-page.ts';

/** Fewer files are done before a helper has started. */
const fewFiles = 1500;
/** Files that a helper takes at once. */
const batchSize = 40;

/**
 * Makes the links of all pages relative, gives each its policy, puts every file in its place and tells the facts of those that Astro
 * has made. Each page is read once.
 */
export async function finishSite(
  tasks: readonly FileTask[],
  folders: TaskFolders,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<Map<string, FileFacts>> {
  const facts = new Map<string, FileFacts>();
  let done = 0;
  const note = (batch: readonly FileTask[], found: readonly (FileFacts | undefined)[]) => {
    for (const [at, { file }] of batch.entries()) {
      const own = found[at];
      if (own) facts.set(file, own);
    }
    done += batch.length;
    onProgress(done, tasks.length);
  };
  const batches = Array.from({ length: Math.ceil(tasks.length / batchSize) }, (_, at) => tasks.slice(at * batchSize, (at + 1) * batchSize));
  if (tasks.length < fewFiles) {
    for (const batch of batches)
      note(
        batch,
        batch.map((task) => finishFile(task, folders)),
      );
  } else {
    await withHelpers(batches, folders, note);
  }
  return facts;
}

async function withHelpers(
  batches: readonly FileTask[][],
  folders: TaskFolders,
  note: (batch: readonly FileTask[], found: readonly (FileFacts | undefined)[]) => void,
): Promise<void> {
  const left = batches.values();
  const helpers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('finish-worker.ts', import.meta.url), { workerData: folders }),
  );
  try {
    await Promise.all(
      helpers.map(async (helper) => {
        for (const batch of left) note(batch, await answerOf(helper, batch));
      }),
    );
  } finally {
    await Promise.all(helpers.map((helper) => helper.terminate()));
  }
}

function answerOf(helper: Worker, batch: readonly FileTask[]): Promise<(FileFacts | undefined)[]> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      helper.off('message', answered);
      helper.off('error', failed);
      act();
    };
    const answered = (found: (FileFacts | undefined)[]) => settle(() => resolve(found));
    const failed = (error: unknown) => settle(() => reject(error));
    helper.on('message', answered);
    helper.on('error', failed);
    helper.postMessage(batch);
  });
}

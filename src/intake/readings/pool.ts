/** Sources read by several threads, each of which keeps what it read and hands back what the report needs. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReadingVocabulary } from './keys.ts';
import type { DeskFolders, ReadSource, SourceRequest } from './read-source.ts';

/** What a thread needs to open a desk of its own. Plain data. */
export interface WorkerSetup {
  folders: DeskFolders;
  vocabulary: ReadingVocabulary;
  /** Whether pictures are kept. */
  pictures: boolean;
}

/** Below this a thread costs more than it saves: each loads all the code that reads and the whole vocabulary. */
export const fewestForPool = 50;

/** Sources that a thread is given at a time. */
const batch = 8;

/** In the order of the requests, whichever thread was first. Rejects with what a thread throws. */
export async function readInPool(setup: WorkerSetup, requests: readonly SourceRequest[], onRead: () => void): Promise<ReadSource[]> {
  const results: ReadSource[] = [];
  let next = 0;
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('./worker.ts', import.meta.url), { workerData: setup }),
  );
  const serve = (worker: Worker) =>
    new Promise<void>((resolve, reject) => {
      let from = 0;
      const give = () => {
        from = next;
        next += batch;
        if (from >= requests.length) resolve();
        else worker.postMessage(requests.slice(from, from + batch));
      };
      worker.on('message', (read: ReadSource[]) => {
        for (const [i, source] of read.entries()) {
          results[from + i] = source;
          onRead();
        }
        give();
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`A thread that reads articles ended with ${code}.`)));
      give();
    });
  try {
    await Promise.all(workers.map(serve));
    return results;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

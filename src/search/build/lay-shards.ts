import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { layShard, type MadeShard, type ShardTask } from './kept-shards.ts';

/** With fewer cases a thread takes longer to start than to do its work. */
const fewestForThread = 60;

/** Lays the indexes into the site, in as many threads as there are cores; results in the order of the tasks. */
export async function layShards(
  tasks: readonly ShardTask[],
  { onProgress, signal }: { onProgress?: (done: number, of: number) => void; signal?: AbortSignal },
): Promise<MadeShard[]> {
  const cases = tasks.reduce((sum, task) => sum + task.cases.length, 0);
  if (cases < fewestForThread) return tasks.map(layShard);
  signal?.throwIfAborted();
  const made: MadeShard[] = [];
  let next = 0;
  let done = 0;
  const threads = Array.from(
    { length: Math.min(availableParallelism(), tasks.length) },
    () => new Worker(new URL('./shard-worker.ts', import.meta.url)),
  );
  const serve = (thread: Worker) =>
    new Promise<void>((resolve, reject) => {
      let at = 0;
      const give = () => {
        at = next;
        next += 1;
        if (at >= tasks.length) resolve();
        else thread.postMessage(tasks[at]);
      };
      thread.on('message', (shard: MadeShard) => {
        made[at] = shard;
        done += 1;
        onProgress?.(done, tasks.length);
        give();
      });
      thread.on('error', reject);
      signal?.addEventListener('abort', () => reject(signal.reason));
      thread.on('exit', (status) => reject(new Error(`A thread that makes the search index ended with ${status}.`)));
      give();
    });
  try {
    await Promise.all(threads.map(serve));
    return made;
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
}

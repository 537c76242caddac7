import { inThreads } from '../../site/threads.ts';
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
  let done = 0;
  const onAnswer = () => {
    done += 1;
    onProgress?.(done, tasks.length);
  };
  return inThreads<ShardTask, MadeShard>(tasks, { program: new URL('./shard-worker.ts', import.meta.url), onAnswer, signal });
}

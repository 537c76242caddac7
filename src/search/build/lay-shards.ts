import { inThreads } from '../../site/threads.ts';
import { isKept, layShard, type MadeShard, type ShardTask } from './kept-shards.ts';

/** With fewer cases a thread takes longer to start than to do its work. */
const fewestForThread = 60;

export interface LayOptions {
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

/** Lays the indexes into the site, in as many threads as there are cores; results in the order of the tasks. */
export async function layShards(tasks: readonly Required<ShardTask>[], options: LayOptions): Promise<MadeShard[]> {
  const cases = tasks.reduce((sum, task) => sum + task.cases.length, 0);
  const lay = cases < fewestForThread ? layHere : layInThreads;
  // What is kept needs no texts in another thread.
  const laid = await lay(
    tasks.map((task) => (isKept(task) ? withoutCases(task) : task)),
    options,
  );
  const damaged = tasks.filter((_, at) => !laid[at]);
  const mended = (damaged.length > 0 ? await lay(damaged, options) : []).values();
  return laid.map((shard) => shard ?? (mended.next().value as MadeShard));
}

type Lay = (tasks: readonly ShardTask[], options: LayOptions) => Promise<(MadeShard | undefined)[]>;

const layHere: Lay = async (tasks) => tasks.map(layShard);

const layInThreads: Lay = async (tasks, { onProgress, signal }) => {
  let done = 0;
  const onAnswer = () => {
    done += 1;
    onProgress?.(done, tasks.length);
  };
  return inThreads(tasks, { program: new URL('./shard-worker.ts', import.meta.url), onAnswer, signal });
};

function withoutCases({ cases: _, ...task }: ShardTask): ShardTask {
  return task;
}

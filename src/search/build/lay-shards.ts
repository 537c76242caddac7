import { inThreads } from '../../site/threads.ts';
import type { ClosedFolder } from './index-folder.ts';
import { type JoinTask, joinParts } from './join-parts.ts';
import { isKept, layShard, type MadeShard, partsFileOf, type ShardTask } from './kept-shards.ts';
import type { ShardCase } from './shard.ts';

/** With fewer cases a thread takes longer to start than to do its work. */
const fewestForThread = 60;

export interface LayOptions {
  onProgress?: (done: number, of: number) => void;
  signal?: AbortSignal;
}

/**
 * Lays the texts of the indexes and their joined parts into the site, in as many threads as there are cores; shards in the order of
 * the tasks, of which there is one at least.
 */
export async function layShards(
  tasks: readonly (ShardTask & { cases: readonly ShardCase[] })[],
  options: LayOptions,
): Promise<{ shards: MadeShard[]; index: ClosedFolder }> {
  const cases = tasks.reduce((sum, task) => sum + task.cases.length, 0);
  const isSmall = cases < fewestForThread;
  const lay = isSmall ? layHere : layInThreads;
  // What is kept needs no texts in another thread.
  const laid = await lay(
    tasks.map((task) => (isKept(task) ? withoutCases(task) : task)),
    options,
  );
  const damaged = tasks.filter((_, at) => !laid[at]);
  const mended = (damaged.length > 0 ? await lay(damaged, options) : []).values();
  const shards = laid.map((shard) => shard ?? (mended.next().value as MadeShard));
  const joining = joiningOf(tasks, shards);
  const [index] = isSmall
    ? [joinParts(joining)]
    : await inThreads<JoinTask, ClosedFolder>([joining], { program: joiner, signal: options.signal });
  return { shards, index: index as ClosedFolder };
}

function joiningOf(tasks: readonly ShardTask[], shards: readonly MadeShard[]): JoinTask {
  return {
    out: tasks[0]?.out ?? '',
    shards: shards.map(({ sizes }, at) => ({ file: partsFileOf(tasks[at]?.keep ?? '', tasks[at]?.key ?? ''), sizes })),
    ranges: shards[0]?.ranges ?? [],
    room: shards.reduce((sum, { room }) => sum + room, 0),
  };
}

const joiner = new URL('./join-worker.ts', import.meta.url);

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

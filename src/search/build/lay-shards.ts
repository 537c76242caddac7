import { openThreads } from '../../site/threads.ts';
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

/** What a thread is asked, and what it answers; plain data. */
export type IndexTask = { lay: ShardTask } | { join: JoinTask };
export type IndexAnswer = { shard: MadeShard | undefined } | { index: ClosedFolder };

/** `cases` says how many the index has; its texts are asked for where it is not kept. */
export type ShardPlan = Omit<ShardTask, 'cases'> & { size: number; cases: () => readonly ShardCase[] };

/**
 * Lays the texts of the indexes and their joined parts into the site, in as many threads as there are cores; shards in the order of
 * the plans, of which there is one at least.
 */
export async function layShards(plans: readonly ShardPlan[], options: LayOptions): Promise<{ shards: MadeShard[]; index: ClosedFolder }> {
  const isSmall = plans.reduce((sum, { size }) => sum + size, 0) < fewestForThread;
  const { lay, join, close } = isSmall ? workHere : workInThreads(options.signal);
  let done = 0;
  const layWhole = async (plan: ShardPlan): Promise<MadeShard> => {
    const { size: _, cases, ...task } = plan;
    // What is kept needs no texts in another thread.
    const shard = (isKept(task) ? await lay(task) : undefined) ?? (await lay({ ...task, cases: cases() }));
    done += 1;
    options.onProgress?.(done, plans.length);
    return shard as MadeShard;
  };
  try {
    const shards = await Promise.all(plans.map(layWhole));
    return { shards, index: await join(joiningOf(plans, shards)) };
  } finally {
    await close();
  }
}

interface IndexWork {
  /** Undefined where the index is not kept as it was and comes without its texts. */
  lay(task: ShardTask): Promise<MadeShard | undefined>;
  join(task: JoinTask): Promise<ClosedFolder>;
  close(): Promise<void>;
}

const workHere: IndexWork = {
  lay: async (task) => layShard(task),
  join: async (task) => joinParts(task),
  close: async () => undefined,
};

function workInThreads(signal: AbortSignal | undefined): IndexWork {
  signal?.throwIfAborted();
  const threads = openThreads<IndexTask, IndexAnswer>(new URL('./index-worker.ts', import.meta.url));
  const stop = () => threads.close(signal?.reason);
  signal?.addEventListener('abort', stop);
  return {
    async lay(task) {
      const [answer] = await threads.ask([{ lay: task }]);
      return answer && 'shard' in answer ? answer.shard : undefined;
    },
    async join(task) {
      const [answer] = await threads.ask([{ join: task }]);
      if (!answer || !('index' in answer)) throw new Error('A thread did not join the parts.');
      return answer.index;
    },
    async close() {
      signal?.removeEventListener('abort', stop);
      await threads.close();
    },
  };
}

function joiningOf(plans: readonly ShardPlan[], shards: readonly MadeShard[]): JoinTask {
  return {
    out: plans[0]?.out ?? '',
    shards: shards.map(({ sizes }, at) => ({ file: partsFileOf(plans[at]?.keep ?? '', plans[at]?.key ?? ''), sizes })),
    ranges: shards[0]?.ranges ?? [],
    room: shards.reduce((sum, { room }) => sum + room, 0),
  };
}

import type { ClosedFolder } from './index-folder.ts';
import type { IndexWork } from './index-work.ts';
import { codeOfSearch, isKept, type MadeShard, partsFileOf, type ShardTask } from './kept-shards.ts';
import type { ShardCase } from './shard.ts';

/** The texts of the cases are asked for where the index is not kept. */
export type ShardPlan = Omit<ShardTask, 'cases'> & { cases: () => readonly ShardCase[] };

/**
 * Lays the texts of the indexes and their joined parts into the site; shards in the order of the plans, of which there is one at
 * least. `onProgress` is called after each index.
 */
export async function layShards(
  plans: readonly ShardPlan[],
  { ask }: IndexWork,
  onProgress: ((done: number, of: number) => void) | undefined,
): Promise<{ shards: MadeShard[]; index: ClosedFolder }> {
  const lay = async (task: ShardTask): Promise<MadeShard | undefined> => {
    const answer = await ask({ lay: task });
    return 'shard' in answer ? answer.shard : undefined;
  };
  let done = 0;
  const layWhole = async ({ cases, ...task }: ShardPlan): Promise<MadeShard> => {
    // What is kept needs no texts in another thread.
    const shard = (isKept(task) ? await lay(task) : undefined) ?? (await lay({ ...task, cases: cases() }));
    done += 1;
    onProgress?.(done, plans.length);
    return shard as MadeShard;
  };
  const shards = await Promise.all(plans.map(layWhole));
  const [first] = plans;
  const joining = {
    keep: first?.keep ?? '',
    out: first?.out ?? '',
    shards: shards.map(({ sizes, partSums }, at) => ({ file: partsFileOf(first?.keep ?? '', plans[at]?.key ?? ''), sizes, partSums })),
    ranges: shards[0]?.ranges ?? [],
    room: shards.reduce((sum, { room }) => sum + room, 0),
    code: codeOfSearch(),
  };
  const answer = await ask({ join: joining });
  if (!('index' in answer)) throw new Error('The parts were not joined.');
  return { shards, index: answer.index };
}

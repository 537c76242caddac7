/** What of writing the search is done in threads. */
import { openThreads } from '../../site/threads.ts';
import type { ClosedFolder } from './index-folder.ts';
import { type JoinTask, joinParts } from './join-parts.ts';
import { noteFolders } from './kept-folders.ts';
import { layShard, type MadeShard, type ShardTask } from './kept-shards.ts';
import { type TakeTask, takeWhole, type WholeSearch } from './kept-whole.ts';

/** Plain data, as are the answers: see the functions that `answerIndexTask` calls. */
export type IndexTask = { take: TakeTask } | { lay: ShardTask } | { join: JoinTask } | { note: { keep: string; folders: ClosedFolder[] } };
export type IndexAnswer = { whole: WholeSearch | undefined } | { shard: MadeShard | undefined } | { index: ClosedFolder } | { noted: true };

export function answerIndexTask(task: IndexTask): IndexAnswer {
  if ('take' in task) return { whole: takeWhole(task.take) };
  if ('lay' in task) return { shard: layShard(task.lay) };
  if ('join' in task) return { index: joinParts(task.join) };
  noteFolders(task.note.keep, task.note.folders);
  return { noted: true };
}

export interface IndexWork {
  ask(task: IndexTask): Promise<IndexAnswer>;
  close(): Promise<void>;
}

/** With fewer cases a thread takes longer to start than to do its work. */
const fewestForThread = 60;

/** In as many threads as there are cores, or here where there are few cases. */
export function openIndexWork(cases: number, signal: AbortSignal | undefined): IndexWork {
  if (cases < fewestForThread) return { ask: async (task) => answerIndexTask(task), close: async () => undefined };
  signal?.throwIfAborted();
  const threads = openThreads<IndexTask, IndexAnswer>(new URL('./index-worker.ts', import.meta.url));
  const stop = () => threads.close(signal?.reason);
  signal?.addEventListener('abort', stop);
  return {
    async ask(task) {
      const [answer] = await threads.ask([task]);
      return answer as IndexAnswer;
    },
    async close() {
      signal?.removeEventListener('abort', stop);
      await threads.close();
    },
  };
}

/** A thread that lays indexes and joins their parts. */
import { answerTasks } from '../../site/threads.ts';
import { joinParts } from './join-parts.ts';
import { layShard } from './kept-shards.ts';
import type { IndexAnswer, IndexTask } from './lay-shards.ts';

answerTasks<IndexTask, IndexAnswer>((task) => ('lay' in task ? { shard: layShard(task.lay) } : { index: joinParts(task.join) }));

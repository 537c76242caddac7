/** A thread that lays indexes, one after the other. */
import { parentPort } from 'node:worker_threads';
import { layShard, type ShardTask } from './kept-shards.ts';

parentPort?.on('message', (task: ShardTask) => parentPort?.postMessage(layShard(task)));

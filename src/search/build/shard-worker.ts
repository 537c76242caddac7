/** A thread that lays indexes, one after the other. */
import { answerTasks } from '../../site/threads.ts';
import { layShard } from './kept-shards.ts';

answerTasks(layShard);

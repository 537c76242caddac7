/** A thread that lays indexes and joins their parts. */
import { answerTasks } from '../../site/threads.ts';
import { answerIndexTask, type IndexAnswer, type IndexTask } from './index-work.ts';

answerTasks<IndexTask, IndexAnswer>(answerIndexTask);

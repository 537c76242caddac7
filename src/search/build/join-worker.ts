/** A thread that joins the parts of indexes. */
import { answerTasks } from '../../site/threads.ts';
import { joinParts } from './join-parts.ts';

answerTasks(joinParts);

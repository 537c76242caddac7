/** A thread that puts files into the site. */
import { workerData } from 'node:worker_threads';
import { answerTasks } from '../threads.ts';
import { type FileTask, putFile, type TaskFolders } from './finish-files.ts';

const folders = workerData as TaskFolders;

answerTasks((task: FileTask) => putFile(task, folders));

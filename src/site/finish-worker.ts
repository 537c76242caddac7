import { workerData } from 'node:worker_threads';
import { type FileTask, finishFile, type TaskFolders } from './finish-files.ts';
import { answerTasks } from './threads.ts';

/** A helper of `finishSite`. */
const folders = workerData as TaskFolders;

answerTasks((task: FileTask) => finishFile(task, folders));

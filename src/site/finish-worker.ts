import { parentPort, workerData } from 'node:worker_threads';
import { type FileTask, finishFile, type TaskFolders } from './finish-files.ts';

/** A helper of `finishSite`: takes tasks by the batch and answers with the facts of each. */
const folders = workerData as TaskFolders;

parentPort?.on('message', (tasks: FileTask[]) => {
  parentPort?.postMessage(tasks.map((task) => finishFile(task, folders)));
});

/** A thread that tells of kept files whether they are what their names say. */
import { readFileSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { sumOf } from '../output/file-sums.ts';
import { answerTasks } from '../threads.ts';
import { contentFile } from './kept-pages.ts';

const folder = workerData as string;

answerTasks((sum: string) => sumOf(readFileSync(contentFile(folder, sum))) === sum);

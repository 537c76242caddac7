/** A thread of the pool: reads the sources that it is given and keeps what it read. */
import { workerData } from 'node:worker_threads';
import { answerTasks } from '../../site/threads.ts';
import { openPictureShelf } from '../picture-shelf.ts';
import { knowledgeOf } from './known.ts';
import type { WorkerSetup } from './pool.ts';
import { openDesk, readSource, type SourceRequest } from './read-source.ts';
import { openReadingStore } from './store.ts';

const { folders, vocabulary, pictures } = workerData as WorkerSetup;
const desk = openDesk(folders, vocabulary, knowledgeOf(vocabulary), {
  store: openReadingStore(folders),
  shelf: pictures ? await openPictureShelf(folders) : undefined,
});

answerTasks((request: SourceRequest) => readSource(desk, request));

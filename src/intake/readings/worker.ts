/** A thread of the pool: reads the sources that it is given and keeps what it read. */
import { parentPort, workerData } from 'node:worker_threads';
import { openPictureShelf } from '../picture-shelf.ts';
import { knowledgeOf } from '../vocabulary.ts';
import type { WorkerSetup } from './pool.ts';
import { openDesk, type ReadSource, readSource, type SourceRequest } from './read-source.ts';
import { openReadingStore } from './store.ts';

const { folders, vocabulary, pictures } = workerData as WorkerSetup;
const desk = openDesk(folders, vocabulary, knowledgeOf(vocabulary), {
  store: openReadingStore(folders),
  shelf: pictures ? await openPictureShelf(folders) : undefined,
});

parentPort?.on('message', async (requests: SourceRequest[]) => {
  const read: ReadSource[] = [];
  for (const request of requests) read.push(await readSource(desk, request));
  parentPort?.postMessage(read);
});

/** Sources read by several threads, each of which keeps what it read and hands back what the report needs. */
import { inThreads } from '../../site/threads.ts';
import type { ReadingVocabulary } from './keys.ts';
import type { DeskFolders, ReadSource, SourceRequest } from './read-source.ts';

/** What a thread needs to open a desk of its own. Plain data. */
export interface WorkerSetup {
  folders: DeskFolders;
  vocabulary: ReadingVocabulary;
  /** Whether pictures are kept. */
  pictures: boolean;
}

/** Below this a thread costs more than it saves: each loads all the code that reads and the whole vocabulary. */
export const fewestForPool = 50;

/** In the order of the requests, whichever thread was first. Rejects with what a thread throws. */
export async function readInPool(setup: WorkerSetup, requests: readonly SourceRequest[], onRead: () => void): Promise<ReadSource[]> {
  return inThreads(requests, { program: new URL('./worker.ts', import.meta.url), setup, batch: 8, onAnswer: onRead });
}

/** All sources of a site: what was kept is taken as it is, the rest is read. */
import { fewestForPool, readInPool } from './pool.ts';
import { keptSource, type ReadingDesk, type ReadSource, readSource, type SourceRequest } from './read-source.ts';

export type { Pack, SourceHead } from './pack.ts';
export { loadPublished, publishedText, readPublished } from './published.ts';
export { openDesk, type ReadingDesk, type ReadSource, readingOf, type SourceRequest } from './read-source.ts';
export { openReadingStore, type ReadingStore } from './store.ts';

/** In the order of the requests. `onProgress` is called after each source. */
export async function readSources(
  desk: ReadingDesk,
  requests: readonly SourceRequest[],
  onProgress?: (done: number, total: number) => void,
): Promise<ReadSource[]> {
  let done = 0;
  const count = () => {
    done += 1;
    onProgress?.(done, requests.length);
  };
  const read: (ReadSource | undefined)[] = [];
  for (const request of requests) {
    const kept = keptSource(desk, request);
    read.push(kept);
    if (kept) count();
  }
  const missing = requests.filter((_, at) => read[at] === undefined);
  const found = await readMissing(desk, missing, count);
  return read.map((kept) => kept ?? (found.shift() as ReadSource));
}

async function readMissing(desk: ReadingDesk, requests: readonly SourceRequest[], onRead: () => void): Promise<ReadSource[]> {
  const { store, shelf, folders, vocabulary } = desk;
  if (store && requests.length >= fewestForPool) {
    const read = await readInPool({ folders, vocabulary, pictures: shelf !== undefined }, requests, onRead);
    for (const { pack, head } of read) {
      if (pack) store.adopt(pack, head);
      shelf?.holds(head.pictures);
    }
    return read;
  }
  const read: ReadSource[] = [];
  for (const request of requests) {
    read.push(await readSource(desk, request));
    onRead();
  }
  return read;
}

/** What Pagefind says of one record. */
export interface PagefindResult {
  id: string;
  /** Places of the words found, counted in words from the record's beginning. */
  words: number[];
}

/** Asks for the words of the index that begin so. */
export type AskPagefind = (beginning: string) => Promise<PagefindResult[]>;

/** The script that Pagefind writes beside its index. */
interface PagefindScript {
  createInstance(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): {
    search(words: string): Promise<{ results: PagefindResult[] }>;
  };
}

/**
 * Starts Pagefind in this thread. `folder` is the absolute address of its files, whose content never changes.
 * Rejects where modules or WebAssembly are missing or forbidden.
 */
export async function openPagefind(folder: string): Promise<AskPagefind> {
  const reading = watchReading(folder);
  const script: PagefindScript = await import(/* @vite-ignore */ `${folder}pagefind.js`);
  const pagefind = script.createInstance({ basePath: folder, noWorker: true, metaCacheTag: '0' });
  const ask: AskPagefind = async (words) => {
    const { results } = await pagefind.search(words);
    if (reading.failure) throw reading.failure;
    return results;
  };
  // An empty search ends when Pagefind has started, or tells why it could not.
  await ask('');
  return ask;
}

/** Pagefind goes on without a part of the index that it failed to read, and then finds too little: what it reads is watched. */
function watchReading(folder: string): { failure?: Error } {
  const reading: { failure?: Error } = {};
  const read = globalThis.fetch;
  globalThis.fetch = async (input, options) => {
    if (!String(input).startsWith(folder)) return read(input, options);
    try {
      const response = await read(input, options);
      if (!response.ok) throw new Error(`${response.status} ${String(input)}`);
      return new Response(await response.arrayBuffer());
    } catch (error) {
      reading.failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  };
  return reading;
}

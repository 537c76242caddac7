import { emptyPart, placesIn, type ReadPart, readCrowded } from './crowded-parts.ts';
import { loadOnce } from './load-once.ts';

/** The places, rising, at which words of an index begin so; counted in words from the beginning of its record. */
export type AskPagefind = (beginning: string) => Promise<number[]>;

/** The script that Pagefind writes beside its index. */
interface PagefindScript {
  createInstance(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): {
    init(): Promise<void>;
    search(words: string): Promise<{ results: { words: number[] }[] }>;
  };
}

/**
 * Starts Pagefind in this thread, once for each index. `program` and `indexes` are absolute addresses of folders, whose content
 * never changes. Rejects where modules or WebAssembly are missing or forbidden.
 */
export async function openPagefind(program: string, indexes: readonly string[]): Promise<AskPagefind[]> {
  const reading = watchReading(program, indexes);
  const script: PagefindScript = await import(/* @vite-ignore */ `${program}pagefind.js`);
  const open = async (index: string): Promise<AskPagefind> => {
    const pagefind = script.createInstance({ basePath: index, noWorker: true, metaCacheTag: '0' });
    const ask: AskPagefind = async (beginning) => {
      const { results } = await pagefind.search(beginning);
      if (reading.failure) throw reading.failure;
      const own = placesIn([...(crowdedParts.get(index)?.values() ?? [])], beginning);
      const others = results[0]?.words ?? [];
      return others.length === 0 ? own : [...own, ...others].sort((a, b) => a - b);
    };
    // An empty search ends when Pagefind has started, or tells why it could not.
    await ask('');
    return ask;
  };
  // All share one program, which the first one starts.
  const [first = '', ...others] = indexes;
  return [await open(first), ...(await Promise.all(others.map(open)))];
}

/** The parts that were kept from Pagefind, by the folder of their index and by their address. */
const crowdedParts = new Map<string, Map<string, ReadPart>>();

/**
 * Pagefind goes on without a part of the index that it failed to read, and then finds too little: what it reads is watched.
 * It looks for its program beside each index: it is led to the one. Of a part with words that stand often it gets to see nothing.
 */
function watchReading(program: string, indexes: readonly string[]): { failure?: Error } {
  const reading: { failure?: Error } = {};
  const read = globalThis.fetch;
  const contentOf = loadOnce(async (address: string) => {
    const response = await read(address, ownRequest);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    const content = await response.arrayBuffer();
    const crowded = address.endsWith(partEnding) ? await readCrowded(content) : undefined;
    if (!crowded) return content;
    const index = indexes.find((folder) => address.startsWith(folder)) as string;
    const parts = crowdedParts.get(index) ?? new Map<string, ReadPart>();
    crowdedParts.set(index, parts.set(address, crowded));
    return emptyPart.buffer;
  });
  globalThis.fetch = async (input, options) => {
    const [address = ''] = String(input).split('?');
    const isPagefinds = options !== ownRequest && indexes.some((folder) => address.startsWith(folder));
    const kind = isPagefinds ? pagefindFile.exec(address)?.groups : undefined;
    if (!kind) return read(input, options);
    try {
      const content = await contentOf(kind.program ? program + kind.program : address);
      return new Response(content.slice(0));
    } catch (error) {
      reading.failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    }
  };
  return reading;
}

/** Tells our requests from Pagefind's, where several of these watch one after the other. */
const ownRequest: RequestInit = {};

const partEnding = '.pf_index';

/** What Pagefind reads: parts of an index, and files that are the same for every index. */
const pagefindFile = /\.(?:pf_meta|pf_index)$|(?<program>pagefind-entry\.json|wasm\.unknown\.pagefind)$/;

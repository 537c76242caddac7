import { emptyPart, placesIn, type ReadPart, readPart, unpackParts } from './index-parts.ts';
import { loadOnce } from './load-once.ts';

/** For each index the places, rising, at which words of it begin so; counted in words from the beginning of its record. */
export type AskPagefind = (beginning: string) => Promise<Uint32Array[]>;

/** The script that Pagefind writes beside its index. */
interface PagefindScript {
  createInstance(options: { basePath: string; noWorker: boolean; metaCacheTag: string }): {
    init(): Promise<void>;
    search(words: string): Promise<{ results: { words: number[] }[] }>;
  };
}

/**
 * Starts Pagefind in this thread. `program` and `folder` are absolute addresses of folders, whose content never changes; in the
 * second one are the joined parts of so many indexes. Rejects where modules or WebAssembly are missing or forbidden,
 * and where a browser cannot unpack what is not left to Pagefind.
 */
export async function openPagefind(program: string, folder: string, indexes: number): Promise<AskPagefind> {
  if (indexes > 1 && typeof DecompressionStream === 'undefined') throw new Error('This browser does not unpack parts of several indexes.');
  const reading = watchReading(program, folder, indexes);
  const script: PagefindScript = await import(/* @vite-ignore */ `${program}pagefind.js`);
  const pagefind = script.createInstance({ basePath: folder, noWorker: true, metaCacheTag: '0' });
  const ask: AskPagefind = async (beginning) => {
    const { results } = await pagefind.search(beginning);
    if (reading.failure) throw reading.failure;
    const parts = [...(keptParts.get(folder)?.values() ?? [])];
    const found = Array.from({ length: indexes }, (_, index) =>
      placesIn(
        parts.map((each) => each[index] as ReadPart),
        beginning,
      ),
    );
    const byPagefind = results[0]?.words ?? [];
    return byPagefind.length === 0 ? found : found.map((own) => Uint32Array.of(...own, ...byPagefind).sort());
  };
  // An empty search ends when Pagefind has started, or tells why it could not.
  await ask('');
  return ask;
}
/** A word that stands so often is not left to Pagefind. */
const crowd = 500;

/** The parts that were kept from Pagefind, by the folder and by their address: one of each index. */
const keptParts = new Map<string, Map<string, ReadPart[]>>();

/**
 * Pagefind goes on without a part of the index that it failed to read, and then finds too little: what it reads is watched. It looks
 * for its program beside the index: it is led to the one. Of parts of several indexes, and of one with common words, it sees nothing.
 */
function watchReading(program: string, folder: string, indexes: number): { failure?: Error } {
  const reading: { failure?: Error } = {};
  const read = globalThis.fetch;
  const contentOf = loadOnce(async (address: string) => {
    const response = await read(address, ownRequest);
    if (!response.ok) throw new Error(`${response.status} ${address}`);
    const content = await response.arrayBuffer();
    if (!address.endsWith(partEnding) || (indexes === 1 && typeof DecompressionStream === 'undefined')) return content;
    const unpacked = await unpackParts(content, indexes);
    const parts = unpacked.map(readPart);
    if (indexes === 1 && parts.every(({ most }) => most < crowd)) return unpacked[0]?.buffer ?? content;
    keptParts.set(folder, (keptParts.get(folder) ?? new Map()).set(address, parts));
    return emptyPart.buffer;
  });
  globalThis.fetch = async (input, options) => {
    const [address = ''] = String(input).split('?');
    const isPagefinds = options !== ownRequest && address.startsWith(folder);
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

/** What Pagefind reads: parts, their list, and its own files. */
const pagefindFile = /\.(?:pf_meta|pf_index)$|(?<program>pagefind-entry\.json|wasm\.unknown\.pagefind)$/;

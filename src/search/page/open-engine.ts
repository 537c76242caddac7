import type { Entry, Suggestion } from '../catalogue.ts';
import { type PackedCatalogue, unpackCatalogue } from '../packed-catalogue.ts';
import type { Hit, SearchAnswer } from './answer.ts';
import { type Engine, makeEngine } from './engine.ts';
import type { Question, Reply } from './messages.ts';
import { openParts } from './parts.ts';
import { openScriptSource } from './sources.ts';
import { textFinder } from './text-finder.ts';

export interface OpenedEngine extends Engine {
  /** How it reads: by the index, or without it every word of the texts or only their outline. */
  reading: 'index' | Entry['plain'];
}

export interface EngineAddresses {
  /** Absolute address of the worker's script. */
  worker: string;
  /** Absolute address of `search/`. */
  data: string;
  /** The worker is a module: only in development. */
  isModule: boolean;
}

/** The engine in a worker; where there can be none, in the page, reading the texts themselves. */
export async function openEngine(addresses: EngineAddresses, progress: (done: number, of: number) => void): Promise<OpenedEngine> {
  try {
    return await openWorker(addresses);
  } catch (error) {
    console.info('Search reads the texts without an index:', String(error));
    return openPlain(addresses, progress);
  }
}

/** A module with a function type of two results, which Pagefind's has, too: Chromium knows them since 85. */
const moduleOfPagefindsKind = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 6, 1, 0x60, 0, 2, 0x7f, 0x7f);

/** Throws where WebAssembly is missing, too old for Pagefind or forbidden, before anything is loaded in vain. */
function refuseWithoutWebAssembly(): void {
  new WebAssembly.Module(moduleOfPagefindsKind);
}

async function openPlain({ data }: EngineAddresses, progress: (done: number, of: number) => void): Promise<OpenedEngine> {
  const source = await openScriptSource(data);
  const catalogue = unpackCatalogue(await source.data<PackedCatalogue>('catalogue'));
  return { ...makeEngine(catalogue, openParts(source), textFinder(source, progress)), reading: source.entry.plain };
}

type Unnumbered<Q> = Q extends Question ? Omit<Q, 'id'> : never;

async function openWorker({ worker: address, data, isModule }: EngineAddresses): Promise<OpenedEngine> {
  if (location.protocol === 'file:') throw new Error('Pages read from a disk have no worker.');
  refuseWithoutWebAssembly();
  const worker = new Worker(address, { type: isModule ? 'module' : 'classic' });
  const waiting = new Map<number, { resolve: (answer: Reply['answer']) => void; reject: (error: Error) => void }>();
  let last = 0;

  worker.onmessage = ({ data: reply }: MessageEvent<Reply>) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.failure === undefined) asked?.resolve(reply.answer);
    else asked?.reject(new Error(reply.failure));
  };
  worker.onerror = (event) => {
    event.preventDefault();
    for (const asked of waiting.values()) asked.reject(new Error(event.message || 'The worker did not start.'));
    waiting.clear();
  };
  const ask = (question: Unnumbered<Question>) =>
    new Promise<Reply['answer']>((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ ...question, id: last });
    });

  try {
    await ask({ kind: 'open', base: data });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    reading: 'index',
    details: async (request, ids) => (await ask({ kind: 'details', request, ids })) as Hit[],
    search: async (request) => (await ask({ kind: 'search', request })) as SearchAnswer,
    suggest: async (typed) => (await ask({ kind: 'suggest', typed })) as Suggestion[],
  };
}

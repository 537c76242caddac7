import type { Entry } from '../catalogue.ts';

/** Where the files that the build wrote come from. */
export interface Source {
  entry: Entry;
  /** `catalogue`, `suggestions`, `traditional` … */
  data<T>(name: string): Promise<T>;
}

/** Reads over HTTP; works in a worker, too. Paths are relative to `search/`. */
export interface FetchSource extends Source {
  /** Absolute. */
  address(path: string): string;
  json<T>(path: string): Promise<T>;
  /** Path of a file of an index, by the index's number. */
  shardPath(shard: number, file: string): string;
}

/** `base` is the absolute address of `search/`. */
export async function openFetchSource(base: string): Promise<FetchSource> {
  // The only file whose name stays when its content changes.
  const entry: Entry = await (await request(`${base}entry.json`, { cache: 'no-cache' })).json();
  return fetchSource(
    entry,
    (path) => base + path,
    async (path) => (await request(base + path)).json(),
  );
}

export function fetchSource(entry: Entry, address: FetchSource['address'], json: FetchSource['json']): FetchSource {
  return {
    entry,
    address,
    json,
    data: (name) => json(`${entry.folder}/${name}.json`),
    shardPath: (shard, file) => `${entry.shards[shard]}/${file}`,
  };
}

async function request(address: string, options?: RequestInit): Promise<Response> {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  return response;
}

declare global {
  interface Window {
    casebookSearch?: (name: string, value: unknown) => void;
  }
}

/** Reads by script elements: pages opened from a disk may not fetch. */
export async function openScriptSource(base: string): Promise<Source> {
  const arrived = new Map<string, unknown>();
  window.casebookSearch = (name, value) => {
    arrived.set(name, value);
  };
  const load = async <T>(path: string, name: string): Promise<T> => {
    await loadScript(`${base}${path}`);
    if (!arrived.has(name)) throw new Error(`${name} is not in ${path}`);
    return arrived.get(name) as T;
  };
  const entry = await load<Entry>('entry.js', 'entry');
  return { entry, data: (name) => load(`${entry.folder}/plain/${name}.js`, name) };
}

function loadScript(address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = address;
    script.onload = () => resolve();
    script.onerror = () => reject(new Error(address));
    document.head.append(script);
  });
}

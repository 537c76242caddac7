import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../../src/search/catalogue.ts';
import type { FetchSource } from '../../src/search/page/sources.ts';

/** What a browser would fetch, read from the folder of a built site; `fetched` lists every path with its bytes. */
export function diskSource(outDir: string): FetchSource & { fetched: Map<string, number> } {
  const search = join(outDir, 'search');
  const entry: Entry = JSON.parse(readFileSync(join(search, 'entry.json'), 'utf8'));
  const fetched = new Map<string, number>();
  const bytes = async (path: string) => {
    const content = readFileSync(join(search, entry.folder, path));
    fetched.set(path, content.length);
    return new Uint8Array(content);
  };
  const json = async <T>(path: string): Promise<T> => JSON.parse(new TextDecoder().decode(await bytes(path)));
  return { entry, fetched, bytes, json, data: (name) => json(`${name}.json`) };
}

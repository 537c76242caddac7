import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Entry } from '../../src/search/catalogue.ts';
import { type FetchSource, fetchSource } from '../../src/search/page/sources.ts';

/**
 * What a browser would fetch, read from the folder of a built site; `fetched` lists every path with its bytes.
 * Pagefind fetches by itself: from here on `fetch` reads these files, too.
 */
export function diskSource(outDir: string): FetchSource & { fetched: Map<string, number> } {
  const search = join(outDir, 'search');
  const entry: Entry = JSON.parse(readFileSync(join(search, 'entry.json'), 'utf8'));
  const fetched = new Map<string, number>();
  const folder = pathToFileURL(join(search, '/')).href;
  const address = (path: string) => folder + path;
  const bytes = (path: string) => {
    const content = readFileSync(fileURLToPath(address(path)));
    fetched.set(path, content.length);
    return new Uint8Array(content);
  };
  const fetchOthers = globalThis.fetch;
  globalThis.fetch = async (input, options) => {
    const [path = ''] = String(input).split('?');
    return path.startsWith(folder) ? new Response(bytes(path.slice(folder.length))) : fetchOthers(input, options);
  };
  const json = async <T>(path: string): Promise<T> => JSON.parse(new TextDecoder().decode(bytes(path)));
  return { ...fetchSource(entry, address, json), fetched };
}

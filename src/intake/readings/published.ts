/** The published form of cases, from the packs of a site's cache. */
import type { Case } from '../../article/schema.ts';
import type { SiteFolders } from '../../site/folders.ts';
import { packsFolder, readPack } from './store.ts';

/** What stands under a name never changes: a server that goes on running reads each once. */
const loaded = new Map<string, Case>();

/** In the order of the names. Throws where one is missing or damaged, which no reading leaves behind. */
export function loadPublished(folders: Pick<SiteFolders, 'cache'>, names: readonly string[]): Case[] {
  const cases = names.map((name) => loaded.get(name) ?? readPublished(folders, name));
  loaded.clear();
  for (const [at, entry] of cases.entries()) loaded.set(names[at] ?? '', entry);
  return cases;
}

/** One case, without keeping it. */
export function readPublished(folders: Pick<SiteFolders, 'cache'>, name: string): Case {
  const entry = readPack(packsFolder(folders), name)?.part('published');
  if (!entry) throw new Error(`The cache of readings has no whole ${name}.`);
  return entry;
}

/** The published form of cases, from the packs of a site's cache. */
import type { Case } from '../../article/schema.ts';
import type { SiteFolders } from '../../site/folders.ts';
import type { SoundPart } from './pack.ts';
import { packsFolder, readPart } from './store.ts';

/** A case and the sum of its published form: cases with equal sums are equal. */
export interface PublishedCase {
  entry: Case;
  sum: string;
}

/** By the folder of the packs and their names. */
type Shelf = Map<string, PublishedCase>;

const place = Symbol.for('casebook.published');

/**
 * One for the whole process: the pages run from a bundle of their own, with modules of their own, and the texts of ten thousand cases
 * are not to be read and held twice. What stands under a name never changes.
 */
function shelf(): Shelf {
  const shared: typeof globalThis & { [place]?: Shelf } = globalThis;
  shared[place] ??= new Map();
  return shared[place];
}

/** In the order of the names; others are let go. Throws where one is missing or damaged, which no reading leaves behind. */
export function loadPublished(folders: Pick<SiteFolders, 'cache'>, names: readonly string[]): PublishedCase[] {
  const onShelf = shelf();
  const keyOf = (name: string) => `${packsFolder(folders)} ${name}`;
  const shared = new Map<string, string[]>();
  const cases = names.map((name) => onShelf.get(keyOf(name)) ?? sharingLists(readPublished(folders, name), shared));
  onShelf.clear();
  for (const [at, name] of names.entries()) onShelf.set(keyOf(name), cases[at] as PublishedCase);
  return cases;
}

/**
 * The same few practices and places stand at most blocks and figures, and JSON makes a list of them anew each time: a sixth of the memory
 * that cases take. Equal ones become one list, by its words in `shared`, which nobody can change.
 */
function sharingLists(published: PublishedCase, shared: Map<string, string[]>): PublishedCase {
  const one = (list: string[]) => {
    const words = list.join();
    const known = shared.get(words) ?? list;
    if (known === list) shared.set(words, Object.freeze(list) as string[]);
    return known;
  };
  for (const block of published.entry.blocks) {
    block.practices = one(block.practices);
    block.places = one(block.places);
  }
  for (const figure of published.entry.figures) figure.practices = one(figure.practices);
  return published;
}

/** One case, without keeping it. */
export function readPublished(folders: Pick<SiteFolders, 'cache'>, name: string): PublishedCase {
  const { bytes, sum } = publishedText(folders, name);
  return { entry: JSON.parse(bytes.toString('utf8')) as Case, sum };
}

/** The published form of a case as JSON in UTF-8, which is what `data/` has of it, and its SHA-256. */
export function publishedText(folders: Pick<SiteFolders, 'cache'>, name: string): SoundPart {
  const part = readPart(packsFolder(folders), name, 'published');
  if (!part || part.bytes.equals(nothing)) throw new Error(`The cache of readings has no whole ${name}.`);
  return part;
}

/** What stands in the pack of a source that gives no case. */
const nothing = Buffer.from('null');

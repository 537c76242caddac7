/**
 * What a build's two halves tell one another: the command says which pages of the last build it has kept and under which keys; the
 * routes, which Astro runs in a bundle of their own, say which pages there are and leave out those that need no rendering.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ListPages } from '../../library/list-pages.ts';
import type { SiteFolders } from '../folders.ts';

/** Keys by file, relative to the site's root: `cases/a.html`. */
export type PageKeys = Record<string, string>;

/** What the command hands to the routes. */
interface Given {
  /** Digest of all that every page depends on: the code and the site's own files. */
  common: string;
  kept: PageKeys;
}

const folderOf = (folders: SiteFolders) => join(folders.cache, 'page-plan');
const givenFile = (folders: SiteFolders) => join(folderOf(folders), 'given.json');
const routesFolder = (folders: SiteFolders) => join(folderOf(folders), 'routes');

/** Before Astro runs. */
export function openPlan(folders: SiteFolders, given: Given): void {
  rmSync(folderOf(folders), { recursive: true, force: true });
  mkdirSync(routesFolder(folders), { recursive: true });
  writeFileSync(givenFile(folders), JSON.stringify(given));
}

/** What the routes have told. */
export interface Plan {
  /** Of all pages that have one. */
  keys: PageKeys;
  /** Files whose links follow the lists. */
  following: ReadonlySet<string>;
  lists: ListPages;
}

/** What a route has told. */
interface RoutePlan {
  /** File and key. */
  keys: [string, string][];
  following: string[];
  lists?: ListPages;
}

/** After Astro has asked its routes for their paths. Throws where two of them claim one file. */
export function closePlan(folders: SiteFolders): Plan {
  const keys: PageKeys = {};
  const following = new Set<string>();
  let lists: ListPages = {};
  for (const name of readdirSync(routesFolder(folders)).sort()) {
    const told = JSON.parse(readFileSync(join(routesFolder(folders), name), 'utf8')) as RoutePlan;
    for (const file of told.following) following.add(file);
    lists = told.lists ?? lists;
    for (const [file, key] of told.keys) {
      if (file in keys) throw new Error(`Two routes make ${file}.`);
      keys[file] = key;
    }
  }
  rmSync(folderOf(folders), { recursive: true, force: true });
  return { keys, following, lists };
}

/** One page of a route as far as the plan is concerned. */
export interface PlannedPage {
  /** Relative to the site's root. */
  file: string;
  /** Digest of what it shows; undefined where that cannot be told. */
  shown: string | undefined;
  followsLists?: boolean;
}

/** The pages of a route that are to be rendered; the others are kept. All of them where no build has laid a plan. */
export function pagesToRender<P extends PlannedPage>(
  folders: SiteFolders,
  { route, pages, lists }: { route: string; pages: readonly P[]; lists?: ListPages | undefined },
): P[] {
  if (!existsSync(givenFile(folders))) return [...pages];
  const { common, kept } = JSON.parse(readFileSync(givenFile(folders), 'utf8')) as Given;
  const keyed = pages.flatMap((page) => (page.shown === undefined ? [] : [{ page, key: keyOf(common, route, page.file, page.shown) }]));
  writeFileSync(
    join(routesFolder(folders), `${createHash('sha256').update(route).digest('hex').slice(0, 12)}.json`),
    JSON.stringify({
      keys: keyed.map(({ page, key }) => [page.file, key]),
      following: keyed.flatMap(({ page }) => (page.followsLists ? page.file : [])),
      ...(lists && { lists }),
    } satisfies RoutePlan),
  );
  const held = new Set(keyed.filter(({ page, key }) => kept[page.file] === key).map(({ page }) => page));
  return pages.filter((page) => !held.has(page));
}

function keyOf(common: string, route: string, file: string, shown: string): string {
  return createHash('sha256').update(`${common}\n${route}\n${file}\n${shown}`).digest('base64url');
}

/**
 * What a build's two halves tell one another: the command says which pages of the last build it has kept and under which keys; the
 * routes, which Astro runs in this process from a bundle of their own, say which pages there are and leave out those that need no
 * rendering.
 */
import { hash } from 'node:crypto';
import type { ListPages } from '../../library/list-pages.ts';

/** What a page is known by from build to build. */
export interface PageKey {
  /** Digest of what it shows and of what every page depends on. */
  key: string;
  /** Digest of all that what it shows follows from, where that is found sooner: while it is the same, so is the key. */
  ground?: string;
}

/** By file, relative to the site's root: `cases/a.html`. */
export type PageKeys = Readonly<Record<string, PageKey>>;

/** What the command hands to the routes. */
interface Given {
  /** Digest of all that every page depends on: the code and the site's own files. */
  common: string;
  kept: PageKeys;
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
  keys: (readonly [file: string, key: PageKey])[];
  following: string[];
  lists: ListPages | undefined;
}

const place = Symbol.for('casebook.page-plan');
const shared: typeof globalThis & { [place]?: Given & { told: RoutePlan[] } } = globalThis;

/** Before Astro runs. */
export function openPlan(given: Given): void {
  shared[place] = { ...given, told: [] };
}

/** After Astro has asked its routes for their paths. Throws where two of them claim one file. */
export function closePlan(): Plan {
  const told = shared[place]?.told ?? [];
  delete shared[place];
  const keys: Record<string, PageKey> = {};
  for (const [file, key] of told.flatMap((route) => route.keys)) {
    if (file in keys) throw new Error(`Two routes make ${file}.`);
    keys[file] = key;
  }
  return {
    keys,
    following: new Set(told.flatMap(({ following }) => following)),
    lists: told.find(({ lists }) => lists)?.lists ?? {},
  };
}

/** One page of a route as far as the plan is concerned. */
export interface PlannedPage {
  /** Relative to the site's root. */
  file: string;
  /** See `PageKey`. */
  ground?: string | undefined;
  /** Digest of what it shows; undefined where that cannot be told. */
  shown: () => string | undefined;
  followsLists?: boolean;
}

/** The pages of a route that are to be rendered; the others are kept. All of them where no build has laid a plan. */
export function pagesToRender<P extends PlannedPage>({
  route,
  pages,
  lists,
}: {
  route: string;
  pages: readonly P[];
  lists?: ListPages | undefined;
}): P[] {
  const plan = shared[place];
  if (!plan) return [...pages];
  const keyed = pages.flatMap((page) => {
    const key = keyOf(plan, route, page);
    return key ? [{ page, key }] : [];
  });
  plan.told.push({
    keys: keyed.map(({ page, key }) => [page.file, key]),
    following: keyed.flatMap(({ page }) => (page.followsLists ? page.file : [])),
    lists,
  });
  const held = new Set(keyed.filter(({ page, key }) => plan.kept[page.file]?.key === key.key).map(({ page }) => page));
  return pages.filter((page) => !held.has(page));
}

function keyOf({ common, kept }: Given, route: string, { file, ground, shown }: PlannedPage): PageKey | undefined {
  const before = kept[file];
  if (before && ground !== undefined && before.ground === ground) return { key: before.key, ground };
  const digest = shown();
  if (digest === undefined) return undefined;
  const key = hash('sha256', `${common}\n${route}\n${file}\n${digest}`, 'base64url');
  return ground === undefined ? { key } : { key, ground };
}

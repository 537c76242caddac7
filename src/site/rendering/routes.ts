/** The paths of routes with many pages. */
import { listPages } from '../../library/list-pages.ts';
import { shownDigest } from '../../library/shown.ts';
import { siteFolders } from '../folders.ts';
import { loadLibrary } from '../library.ts';
import { withinSite } from '../urls.ts';
import { pagesToRender } from './page-plan.ts';

/** One page of a route. */
export interface RoutePage<Props> {
  params: Record<string, string>;
  props: Props;
  /** Root-absolute. */
  address: string;
  /**
   * All that the page shows, as plain data: it is rendered again where any of this changed. Undefined where that cannot be told.
   * What every page shows (settings, names of practices and places) need not be in it.
   */
  shows: () => unknown;
  /**
   * The page leads to anchors in long lists, whatever page of the list they stand on: where one moves to another page, the link is
   * changed in the page that was kept. Then `shows` says nothing of the pages of lists.
   */
  followsLists?: boolean;
}

/** Paths for `getStaticPaths`. `npm run dev` renders what is asked for, so nothing is computed for all pages there. */
export async function pathsOf<Props>(
  route: string,
  pages: readonly RoutePage<Props>[],
): Promise<{ params: Record<string, string>; props: Props }[]> {
  if (import.meta.env.DEV) return pages.map(({ params, props }) => ({ params, props }));
  const library = await loadLibrary();
  const planned = pages.map((page) => {
    const shown = page.shows();
    return { ...page, file: withinSite(page.address), shown: shown === undefined ? undefined : shownDigest(library, shown) };
  });
  const lists = pages.some(({ followsLists }) => followsLists) ? listPages(library) : undefined;
  return pagesToRender(siteFolders(), { route, pages: planned, lists }).map(({ params, props }) => ({ params, props }));
}

/** The paths of routes with many pages. */
import { listPages } from '../../library/list-pages.ts';
import { shownDigest } from '../../library/shown.ts';
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
   * All that `shows` follows from, as plain data, where that is found much sooner: what the page shows is not asked where none of this
   * changed.
   */
  ground?: () => unknown;
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
  const digestOf = (shown: unknown) => (shown === undefined ? undefined : shownDigest(library, shown));
  const planned = pages.map((page) => ({
    ...page,
    file: withinSite(page.address),
    ground: digestOf(page.ground?.()),
    shown: () => digestOf(page.shows()),
  }));
  const lists = pages.some(({ followsLists }) => followsLists) ? listPages(library) : undefined;
  return pagesToRender({ route, pages: planned, lists }).map(({ params, props }) => ({ params, props }));
}

/** Entries on one page of a long list. */
export const pageSize = 50;

/** A list of more pages than this is cut where its entries say, not where counting ends. */
const countedPages = 10;
/** Of a long list's entries one in so many begins a new page where the page before is half full. */
const markEvery = 8;

/** How a list is cut into pages. */
export interface Paging<T> {
  /** Entries on one page at most. */
  size?: number;
  /** What an entry weighs; together those of a page weigh `room` at most, where it has more than one. */
  weight?: (item: T) => number;
  room?: number;
  /**
   * What an entry is known by from build to build. Pages of a long list then end at certain entries rather than at every fiftieth,
   * so that one entry more changes the page that it stands on and hardly ever those behind it.
   */
  key?: (item: T) => string;
}

/** Cuts a list into pages; a list with nothing in it still has its first page. */
export function paginate<T>(items: readonly T[], { size = pageSize, weight, room = Number.POSITIVE_INFINITY, key }: Paging<T> = {}): T[][] {
  const isLong = items.length > countedPages * size;
  const pages: T[][] = [];
  let page: T[] = [];
  let load = 0;
  for (const item of items) {
    const own = weight?.(item) ?? 0;
    const isFull = page.length >= size || load + own > room;
    const mayEnd = isLong && key && (page.length >= size / 2 || load >= room / 2) && isMark(key(item));
    if (page.length > 0 && (isFull || mayEnd)) {
      pages.push(page);
      [page, load] = [[], 0];
    }
    page.push(item);
    load += own;
  }
  return page.length > 0 || pages.length === 0 ? [...pages, page] : pages;
}

/** By 32-bit FNV-1a: the same on every machine. */
function isMark(key: string): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return (hash >>> 0) % markEvery === 0;
}

/** Where a page stands in its list, as far as the page says it. */
export interface Turning {
  /** From 1. */
  page: number;
  isLast: boolean;
  /** How many there are: on the first and the last alone, since one page more would change all between. */
  pages: number | undefined;
}

export function turningAt(page: number, pages: number): Turning {
  return { page, isLast: page === pages, pages: page === 1 || page === pages ? pages : undefined };
}

/** A part of a group that stands on one page. */
export interface GroupPart<G, T> {
  group: G;
  items: T[];
  /** The group began on an earlier page. */
  continued: boolean;
}

/** Cuts grouped entries into pages; a group may run over several pages. Empty groups are left out. */
export function paginateGroups<G, T>(
  groups: readonly { group: G; items: readonly T[] }[],
  { weight, key, ...paging }: Paging<T> = {},
): GroupPart<G, T>[][] {
  const rows = groups.flatMap(({ group, items }) => items.map((item, position) => ({ group, item, position })));
  const ofRows = {
    ...paging,
    ...(weight && { weight: ({ item }: { item: T }) => weight(item) }),
    ...(key && { key: ({ item }: { item: T }) => key(item) }),
  };
  return paginate(rows, ofRows).map((page) => {
    const parts: GroupPart<G, T>[] = [];
    for (const { group, item, position } of page) {
      const last = parts.at(-1);
      if (last && last.group === group) last.items.push(item);
      else parts.push({ group, items: [item], continued: position > 0 });
    }
    return parts;
  });
}

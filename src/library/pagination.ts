/** Entries on one page of a long list. */
export const pageSize = 50;

/** Cuts a list into pages; a list with nothing in it still has its first page. */
export function paginate<T>(items: readonly T[], size = pageSize): T[][] {
  const pages: T[][] = [];
  for (let start = 0; start < items.length; start += size) pages.push(items.slice(start, start + size));
  return pages.length > 0 ? pages : [[]];
}

/** A part of a group that stands on one page. */
export interface GroupPart<G, T> {
  group: G;
  items: T[];
  /** The group began on an earlier page. */
  continued: boolean;
}

/** Cuts grouped entries into pages of `size` entries; a group may run over several pages. Empty groups are left out. */
export function paginateGroups<G, T>(groups: readonly { group: G; items: readonly T[] }[], size = pageSize): GroupPart<G, T>[][] {
  const rows = groups.flatMap(({ group, items }) => items.map((item, position) => ({ group, item, position })));
  return paginate(rows, size).map((page) => {
    const parts: GroupPart<G, T>[] = [];
    for (const { group, item, position } of page) {
      const last = parts.at(-1);
      if (last && last.group === group) last.items.push(item);
      else parts.push({ group, items: [item], continued: position > 0 });
    }
    return parts;
  });
}

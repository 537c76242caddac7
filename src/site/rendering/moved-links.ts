/** Links of kept pages that lead to an anchor in a list of many pages: they follow it to the page on which it stands now. */
import type { ListPages } from '../../library/list-pages.ts';
import { numberOf } from '../finishing/link-numbers.ts';
import { relativeAddress } from '../finishing/relative-links.ts';

/** New targets by those that no longer hold: `practices/a/3.html#350425` by `practices/a/2.html#350425`. */
export type MovedTargets = Readonly<Record<string, string>>;

/** What has moved between two builds, by the number of where it stood. */
export type Moves = ReadonlyMap<number, { from: string; to: string }>;

/** Of anchors that are in the lists still. */
export function movesBetween(before: ListPages, now: ListPages): Moves {
  const moves = Object.entries(before).flatMap(([list, anchors]) =>
    Object.entries(anchors).flatMap(([anchor, page]) => {
      const pageNow = now[list]?.[anchor];
      return pageNow === undefined || pageNow === page
        ? []
        : [{ from: addressOf(list, page, anchor), to: addressOf(list, pageNow, anchor) }];
    }),
  );
  return new Map(moves.map((move) => [numberOf(move.from), move]));
}

/** Further pages of a list stand in a folder of its name. */
function addressOf(list: string, page: number, anchor: string): string {
  return `${page === 1 ? list : `${list.slice(0, -'.html'.length)}/${page}.html`}#${anchor}`;
}

/** Of a page's targets those that have moved; undefined where all hold. */
export function movedTargets(targets: Float64Array, moves: Moves): MovedTargets | undefined {
  if (moves.size === 0) return undefined;
  const moved = [...targets].flatMap((target) => moves.get(target) ?? []);
  return moved.length > 0 ? Object.fromEntries(moved.map(({ from, to }) => [from, to])) : undefined;
}

/** The targets with the new in the place of the old ones, each once. */
export function targetsAfter(targets: Float64Array, moved: MovedTargets): Float64Array {
  const now = new Map(Object.entries(moved).map(([from, to]) => [numberOf(from), numberOf(to)]));
  return Float64Array.from(new Set(targets), (target) => now.get(target) ?? target);
}

/**
 * The finished page at `path` with links to where their targets have moved: the bytes that it would have if it were rendered anew.
 * A text on a page has its quotation marks escaped, so `href="` stands in tags alone. Throws where one of the links is not found.
 */
export function withMovedLinks(html: string, path: string, moved: MovedTargets): string {
  const seen = ([from, to]: [string, string]) => [relativeAddress(`/${from}`, path), relativeAddress(`/${to}`, path)] as const;
  const addresses = new Map(Object.entries(moved).map(seen));
  const left = new Set(addresses.keys());
  const followed = html.replace(/ href="([^"]+)"/gu, (whole, address: string) => {
    const now = addresses.get(address);
    if (now === undefined) return whole;
    left.delete(address);
    return ` href="${now}"`;
  });
  if (left.size > 0) throw new Error(`${path} has no link to ${[...left].join(', ')}.`);
  return followed;
}

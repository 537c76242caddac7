/** Links of kept pages that lead to an anchor in a list of many pages: they follow it to the page on which it stands now. */
import type { ListPages } from '../../library/list-pages.ts';
import { relativeAddress } from '../finishing/relative-links.ts';

/** New targets by those that no longer hold: `practices/a/3.html#350425` by `practices/a/2.html#350425`. */
export type MovedTargets = Readonly<Record<string, string>>;

const anchorOfPage = /^([^#\n]+)\.html#(.+)$/gmu;

/** Of the targets of a page, one a line, those that have moved; undefined where all hold. */
export function movedTargets(targets: string, lists: ListPages): MovedTargets | undefined {
  const moved: Record<string, string> = {};
  for (const [target, stem = '', anchor = ''] of targets.matchAll(anchorOfPage)) {
    // Further pages of a list stand in a folder of its name.
    const list = `${stem}.html` in lists ? stem : stem.replace(/\/\d+$/u, '');
    const page = lists[`${list}.html`]?.[anchor];
    if (page === undefined) continue;
    const now = `${list}${page === 1 ? '' : `/${page}`}.html#${anchor}`;
    if (now !== target) moved[target] = now;
  }
  return Object.keys(moved).length > 0 ? moved : undefined;
}

/** The targets with the new in the place of the old ones, each once. */
export function targetsAfter(targets: string, moved: MovedTargets): string {
  return [...new Set(targets.split('\n').map((target) => moved[target] ?? target))].join('\n');
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

/** All that the pages of a named method show, page by page. */
import type { Evidence, Spot } from './evidence.ts';
import type { MethodEntry } from './methods.ts';
import { paginate, type Turning, turningAt } from './pagination.ts';

export interface MethodPageView {
  method: Pick<MethodEntry, 'id' | 'name' | 'consists' | 'practices'>;
  turning: Turning;
  /** Who uses it; on the first page. */
  users: MethodUsers | undefined;
  /** Passages that name it, with its words. */
  passages: Evidence[];
}

/** Places and cases that use a method: the first of them, and how many more. */
export interface MethodUsers {
  spots: Spot[];
  left: number;
}

/** Characters of the passages on one page. */
const textOnPage = 20_000;

/** The users of a method, each once, in order of their uses. */
export function methodUsers({ uses }: MethodEntry, most: number): MethodUsers {
  const spots = [...new Map(uses.flatMap(({ spots }) => spots.map((spot) => [spot.anchor, spot] as const))).values()];
  return { spots: spots.slice(0, most), left: Math.max(0, spots.length - most) };
}

const knownPassages = new WeakMap<MethodEntry, Evidence[][]>();

/** The passages that name a method, cut into pages. */
export function methodPassages(method: MethodEntry): Evidence[][] {
  const pages = knownPassages.get(method) ?? cutPassages(method);
  knownPassages.set(method, pages);
  return pages;
}

function cutPassages({ uses }: MethodEntry): Evidence[][] {
  const passages = uses.flatMap(({ entry, method, blocks }) => {
    const words = [method.name, ...(method.consists ?? [])];
    return blocks.map((block) => ({ entry, block, words }));
  });
  return paginate(passages, {
    weight: ({ block }) => block.text.length,
    room: textOnPage,
    key: ({ entry, block }) => `${entry.id}#${block.id}`,
  });
}

/** Users that a method's own page names. */
const usersOnPage = 200;

export function methodPage(method: MethodEntry, page: number): MethodPageView {
  const { id, name, consists, practices } = method;
  const passages = methodPassages(method);
  return {
    method: { id, name, consists, practices },
    turning: turningAt(page, passages.length),
    users: page === 1 ? methodUsers(method, usersOnPage) : undefined,
    passages: passages[page - 1] ?? [],
  };
}

import type { CheckList } from '../check-list.ts';

/** The site that the page stands in, as a browser asks for it. */
export interface Site {
  /** Absolute address of the site's root, with a closing slash. */
  root: string;
  /** Name of the build that the page itself came with. */
  build: string;
  list: CheckList;
  /** Never from the browser's own store, where `mode` does not say otherwise. `path` is relative to the root; rejects without an answer. */
  ask(path: string, mode?: RequestCache): Promise<Response>;
}

/** `path` as an address: each part of it is encoded. */
export function addressOf(root: string, path: string): string {
  return root + path.split('/').map(encodeURIComponent).join('/');
}

export function openSite(root: string, build: string, list: CheckList): Site {
  return { root, build, list, ask: (path, mode = 'no-store') => fetch(addressOf(root, path), { cache: mode }) };
}

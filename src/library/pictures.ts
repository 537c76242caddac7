import type { Library } from './library.ts';
import { compareText } from './order.ts';

/** Files of the pictures that published articles show, relative to the site's root, each once. */
export function shownPictures({ cases }: Library): string[] {
  const found = new Set(cases.flatMap(({ blocks }) => blocks.flatMap(({ src }) => src ?? [])));
  return [...found].sort(compareText);
}

/** What a page says of itself in its own fields, held against what stands on it. */
import type { Line } from './lines.ts';

const plain = (text: string) => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');

/** The line is the title that the page states. */
export function isSameHeadLine(line: Line, title: string | undefined): boolean {
  if (title === undefined) return false;
  const own = plain(line.text);
  return own.length >= 4 && plain(title).startsWith(own);
}

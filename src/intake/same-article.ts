/** By what an article is known again, whatever its format and file name. */
import { hash } from 'node:crypto';
import type { Reading } from '../article/read.ts';
import { Wordings } from '../article/text/characters.ts';

/** The same words in the body; one reader may take for the title what another left in the body. */
export function textKeys({ case: read }: Pick<Reading, 'case'>): string[] {
  const body = plainText(read?.blocks.map(({ kind, text }) => (kind === 'image' ? '' : text)).join('') ?? '');
  return body === '' || !read ? [] : [body, plainText(read.title) + body].map(keyOf);
}

/** The same bytes. */
export function keyOf(content: Uint8Array | string): string {
  return hash('sha256', content);
}

const wordings = new Wordings('[^\\p{L}\\p{N}]');

/** Letters and digits alone, in one width and case. */
function plainText(text: string): string {
  const plain = wordings.of(text);
  const lower = plain.toLowerCase();
  return lower === plain ? plain : wordings.of(lower);
}

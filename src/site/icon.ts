import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ownIcon from '../layouts/favicon.svg?url';
import { siteFolders } from './folders.ts';

let known: string | undefined;

/** Address of the site's icon: `public/favicon.svg` of its folder, else the program's own. Looked for once in a build. */
export function iconAddress(): string {
  if (known === undefined || import.meta.env.DEV) known = existsSync(join(siteFolders().public, 'favicon.svg')) ? '/favicon.svg' : ownIcon;
  return known;
}

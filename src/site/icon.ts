import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ownIcon from '../layouts/favicon.svg?url';
import { siteFolders } from './folders.ts';

/** Address of the site's icon: `public/favicon.svg` of its folder, else the program's own. */
export function iconAddress(): string {
  return existsSync(join(siteFolders().public, 'favicon.svg')) ? '/favicon.svg' : ownIcon;
}

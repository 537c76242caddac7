/** Ids of cases: the last part of an address and a file's name on any system. */
import { createHash } from 'node:crypto';
import { pinyinId } from './pinyin.ts';

/** Characters of an id; file systems stop at 255 bytes for a name. */
export const longestId = 100;

/** Names of pages and lists beside the cases', and names that Windows keeps for devices. */
const takenIds = /^(?:index|[1-9]\d*|con|prn|aux|nul|com\d|lpt\d)$/;

/** Whether a page of that name can stand in `cases/`. */
export function isFreeId(id: string): boolean {
  return !takenIds.test(id);
}

/** The id of a source by the name of its file, without folder and ending: `甲` gives `jia`. */
export function idOfName(name: string): string {
  const id = pinyinId(name);
  if (id === '') return `case-${digest(name)}`;
  if (!isFreeId(id)) return `case-${id}`;
  return id.length <= longestId ? id : `${id.slice(0, longestId - 10).replace(/-[^-]*$/, '')}-${digest(name)}`;
}

function digest(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}

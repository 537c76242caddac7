/** Digests of what pages show, by which a build knows that a page of the build before still holds. */
import { createHash, type Hash } from 'node:crypto';
import type { Case } from '../article/schema.ts';
import { otherValues } from './contradictions.ts';
import { blocksOf } from './evidence.ts';
import { hasFeed } from './feed.ts';
import { casesById, type Library, perLibrary } from './library.ts';

/**
 * Of all that pages may take from a case: the case itself, and the numbers of others that stand against its figures.
 * A change anywhere in a case changes every page that shows any of it: too often is right, too seldom would be wrong.
 */
const caseDigests = perLibrary((library) => {
  const known = new Map<Case, string>();
  return (entry: Case): string => {
    const digest = known.get(entry) ?? digestOfCase(library, entry);
    known.set(entry, digest);
    return digest;
  };
});

function digestOfCase(library: Library, entry: Case): string {
  const others = entry.figures.flatMap((figure) =>
    otherValues(library, entry, figure).map((other) => [
      figure.id,
      other.entry.id,
      other.entry.title,
      other.figure,
      blocksOf(other.entry).get(other.figure.passage)?.n,
    ]),
  );
  return createHash('sha256')
    .update(JSON.stringify([entry, others]))
    .digest('base64url');
}

export function caseDigest(library: Library, entry: Case): string {
  return caseDigests(library)(entry);
}

/** What all pages may show of the site as a whole; the signals of practices stand on none. */
const siteDigest = perLibrary((library) => {
  const { settings, groups, practices } = library;
  const names = practices.map(({ id, name, english, group, aliases, related }) => [id, name, english, group, aliases, related]);
  return createHash('sha256')
    .update(JSON.stringify([settings, groups, names, hasFeed(library)]))
    .digest('base64url');
});

/**
 * The digest of what a page shows: plain data, in which cases count with all that they are. Practices are named by
 * the site's own digest, so their ids are enough.
 */
export function shownDigest(library: Library, shown: unknown): string {
  const hash = createHash('sha256').update(siteDigest(library));
  feed(hash, shown, library, new Set(library.practices));
  return hash.digest('base64url');
}

function feed(hash: Hash, value: unknown, library: Library, practices: ReadonlySet<object>): void {
  if (typeof value !== 'object' || value === null) {
    hash.update(`${typeof value} ${JSON.stringify(value) ?? ''}\n`);
  } else if (Array.isArray(value)) {
    hash.update(`[${value.length}\n`);
    for (const item of value) feed(hash, item, library, practices);
  } else if (isCase(library, value)) {
    hash.update(`case ${caseDigest(library, value)}\n`);
  } else if (practices.has(value) && 'id' in value) {
    hash.update(`practice ${String(value.id)}\n`);
  } else {
    if (value instanceof Map || value instanceof Set) throw new Error('A page shows plain data: no map, no set.');
    const fields = Object.entries(value);
    hash.update(`{${fields.length}\n`);
    for (const [name, field] of fields) {
      hash.update(`${name}:`);
      feed(hash, field, library, practices);
    }
  }
}

function isCase(library: Library, value: object): value is Case {
  return 'id' in value && casesById(library).get(String(value.id)) === value;
}

/** Digests of what pages show, by which a build knows that a page of the build before still holds. */
import { createHash } from 'node:crypto';
import type { Case } from '../article/schema.ts';
import { type OtherValue, otherValues } from './contradictions.ts';
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
    otherValues(library, entry, figure).map((other) => [figure.id, other.entry.id, other.entry.title, other.figure, placeOf(other)]),
  );
  return createHash('sha256')
    .update(JSON.stringify([entry, others]))
    .digest('base64url');
}

/** How readers name the other figure's passage. */
function placeOf({ entry, figure }: OtherValue) {
  const block = blocksOf(entry).get(figure.passage);
  return block && [block.kind, block.n];
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
  const parts: string[] = [siteDigest(library)];
  writeOut(parts, shown, known(library));
  return createHash('sha256').update(parts.join('\n')).digest('base64url');
}

/** What stands for the things that many pages show. */
interface Known {
  library: Library;
  practices: ReadonlySet<object>;
  /** Digests of lists and of things with many fields. */
  digests: WeakMap<object, string>;
}

const known = perLibrary((library): Known => ({ library, practices: new Set(library.practices), digests: new WeakMap() }));

/** Lists of so many entries, and things of so many fields, are looked through once. */
const many = 5;

function writeOut(parts: string[], value: unknown, all: Known): void {
  if (typeof value !== 'object' || value === null) parts.push(`${typeof value} ${JSON.stringify(value) ?? ''}`);
  else if (isCase(all.library, value)) parts.push(`case ${caseDigest(all.library, value)}`);
  else if (all.practices.has(value) && 'id' in value) parts.push(`practice ${String(value.id)}`);
  else if ((Array.isArray(value) ? value : Object.keys(value)).length < many) writeParts(parts, value, all);
  else parts.push(digestOf(value, all));
}

function digestOf(value: object, all: Known): string {
  const digest = all.digests.get(value);
  if (digest !== undefined) return digest;
  const parts: string[] = [];
  writeParts(parts, value, all);
  const made = createHash('sha256').update(parts.join('\n')).digest('base64url');
  all.digests.set(value, made);
  return made;
}

function writeParts(parts: string[], value: object, all: Known): void {
  if (value instanceof Map || value instanceof Set) throw new Error('A page shows plain data: no map, no set.');
  if (Array.isArray(value)) {
    parts.push(`[${value.length}`);
    for (const item of value) writeOut(parts, item, all);
    return;
  }
  const fields = Object.entries(value);
  parts.push(`{${fields.length}`);
  for (const [name, field] of fields) {
    parts.push(name);
    writeOut(parts, field, all);
  }
}

function isCase(library: Library, value: object): value is Case {
  return 'blocks' in value && 'id' in value && casesById(library).get(String(value.id)) === value;
}

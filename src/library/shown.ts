/** Digests of what pages show, by which a build knows that a page of the build before still holds. */
import { hash } from 'node:crypto';
import type { Block, Case } from '../article/schema.ts';
import { contradictionsIn, type OtherValue } from './contradictions.ts';
import { blocksOf } from './evidence.ts';
import { hasFeed } from './feed.ts';
import { type Library, perLibrary } from './library.ts';

/**
 * Of all that pages may take from a case: the case itself, and the numbers of others that stand against its figures.
 * A change anywhere in a case changes every page that shows any of it: too often is right, too seldom would be wrong.
 */
function digestOfCase(library: Library, entry: Case): string {
  const sum = library.sums?.get(entry) ?? digestOf(JSON.stringify(entry));
  const against = contradictionsIn(library, entry);
  if (against.size === 0) return sum;
  const others = entry.figures.flatMap((figure) =>
    (against.get(figure) ?? []).map((other) => [figure.id, other.entry.id, other.entry.title, other.figure, placeOf(other)]),
  );
  return digestOf(JSON.stringify([sum, others]));
}

/** How readers name the other figure's passage. */
function placeOf({ entry, figure }: OtherValue) {
  const block = blocksOf(entry).get(figure.passage);
  return block && [block.kind, block.n];
}

function digestOf(text: string): string {
  return hash('sha256', text, 'base64url');
}

/** What all pages may show of the site as a whole; the signals of practices stand on none. */
const siteDigest = perLibrary((library) => {
  const { settings, groups, practices } = library;
  const names = practices.map(({ id, name, english, group, aliases, related }) => [id, name, english, group, aliases, related]);
  return digestOf(JSON.stringify([settings, groups, names, hasFeed(library)]));
});

/**
 * The digest of what a page shows: plain data, in which cases count with all that they are. Practices are named by
 * the site's own digest, so their ids are enough; so are those of a case's blocks beside the case.
 */
export function shownDigest(library: Library, shown: unknown): string {
  const parts: string[] = [siteDigest(library)];
  writeOut(parts, shown, known(library), undefined);
  return digestOf(parts.join('\n'));
}

/** What stands for the things that many pages show. */
interface Known {
  /** Digests of all cases. */
  cases: ReadonlyMap<unknown, string>;
  practices: ReadonlySet<object>;
  /** Digests of long lists. */
  lists: WeakMap<object, string>;
}

const known = perLibrary(
  (library): Known => ({
    cases: new Map(library.cases.map((entry) => [entry, digestOfCase(library, entry)])),
    practices: new Set(library.practices),
    lists: new WeakMap(),
  }),
);

/** Lists of so many entries are looked through once. */
const long = 3;

/** `within` is the case that the value belongs to: its digest is written before it. Of a text the length says where it ends. */
function writeOut(parts: string[], value: unknown, all: Known, within: Case | undefined): void {
  if (typeof value === 'string') parts.push(`"${value.length}`, value);
  else if (typeof value !== 'object' || value === null) parts.push(String(value));
  else if (Array.isArray(value)) writeList(parts, value, all, within);
  else if (isCase(value, all)) parts.push('case', all.cases.get(value) ?? '');
  else if ('signals' in value && all.practices.has(value) && 'id' in value) parts.push('practice', String(value.id));
  else if (within && isBlockOf(within, value)) parts.push('block', value.id);
  else writeFields(parts, value, all, within);
}

/** What stands in no case may be shown by several pages. */
function writeList(parts: string[], list: readonly unknown[], all: Known, within: Case | undefined): void {
  if (list.length >= long && !within && typeof list[0] === 'object') parts.push('list', digestOfList(list, all));
  else writeItems(parts, list, all, within);
}

function digestOfList(list: readonly unknown[], all: Known): string {
  const digest = all.lists.get(list);
  if (digest !== undefined) return digest;
  const parts: string[] = [];
  writeItems(parts, list, all, undefined);
  const made = digestOf(parts.join('\n'));
  all.lists.set(list, made);
  return made;
}

function writeItems(parts: string[], list: readonly unknown[], all: Known, within: Case | undefined): void {
  parts.push(`[${list.length}`);
  for (const item of list) writeOut(parts, item, all, within);
}

function writeFields(parts: string[], value: object, all: Known, within: Case | undefined): void {
  if (value instanceof Map || value instanceof Set) throw new Error('A page shows plain data: no map, no set.');
  const own = 'entry' in value && isCase(value.entry, all) ? value.entry : undefined;
  if (own) parts.push('of', all.cases.get(own) ?? '');
  const fields = value as Readonly<Record<string, unknown>>;
  const names = Object.keys(fields);
  parts.push(`{${names.length}`);
  for (const name of names) {
    parts.push(name);
    const field = fields[name];
    if (own && field === own) parts.push('it');
    else writeOut(parts, field, all, own ?? within);
  }
}

function isCase(value: unknown, { cases }: Known): value is Case {
  return typeof value === 'object' && value !== null && 'blocks' in value && cases.has(value);
}

function isBlockOf({ blocks }: Case, value: object): value is Block {
  return 'kind' in value && 'text' in value && (blocks as readonly object[]).includes(value);
}

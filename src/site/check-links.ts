import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Attribute, addressesOf, attributesOf } from './html.ts';

/** An internal address that leads nowhere. */
export interface DanglingLink {
  /** The file that holds it, relative to the site's root. */
  page: string;
  /** The address as it stands there. */
  address: string;
  /** What is missing: a file, relative to the site's root, or an anchor in it. */
  missing: string;
}

/** A page as far as links matter. */
export interface PageLinks {
  /** Anchors that it has, each once. */
  ids: string[];
  /** Addresses within the site that it names, each once, as they stand there. */
  addresses: string[];
}

/** Every internal address and anchor that does not resolve. `pages` are what holds addresses: pages and styles; `files` all files, relative. */
export function danglingLinks(pages: ReadonlyMap<string, PageLinks>, files: readonly string[]): DanglingLink[] {
  const known = new Set(files);
  const anchors = new Map<string, ReadonlySet<string>>();
  const hasAnchor = (path: string, id: string) => {
    const ids = anchors.get(path) ?? new Set(pages.get(path)?.ids);
    anchors.set(path, ids);
    return ids.has(id);
  };
  return [...pages].flatMap(([path, { addresses }]) =>
    addresses.flatMap((address) => {
      const missing = missingOf(address, path, known, hasAnchor);
      return missing === undefined ? [] : [{ page: path, address, missing }];
    }),
  );
}

/** The same of the site in `folder`, read from disk. */
export function findDanglingLinks(folder: string, files: readonly string[]): DanglingLink[] {
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  const pages = files.flatMap((path): [string, PageLinks][] => {
    if (path.endsWith('.html')) return [[path, linksOf(attributesOf(read(path)))]];
    return path.endsWith('.css') ? [[path, styleLinks(read(path))]] : [];
  });
  return danglingLinks(new Map(pages), files);
}

/** What a link check reads of a page's attributes. */
export function linksOf(attributes: readonly Attribute[]): PageLinks {
  const ids = attributes.filter(({ tag, name }) => name === 'id' || (tag === 'a' && name === 'name')).map(({ value }) => value);
  const addresses = attributes.flatMap((attribute) => addressesOf(attribute) ?? []);
  return { ids: [...new Set(ids)], addresses: [...new Set(addresses)].filter((address) => !isElsewhere(address)) };
}

export function styleLinks(css: string): PageLinks {
  return { ids: [], addresses: [...new Set(addressesInStyles(css))].filter((address) => !isElsewhere(address)) };
}

function isElsewhere(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

/** Undefined where the address resolves. Only pages have anchors; those of other files are not looked at. */
function missingOf(
  address: string,
  page: string,
  files: ReadonlySet<string>,
  hasAnchor: (path: string, id: string) => boolean,
): string | undefined {
  const [, rawPath = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const target = targetOf(decode(rawPath), page);
  if (!files.has(target)) return target;
  const anchor = decode(hash.split(':~:')[0] ?? '');
  if (anchor === '' || anchor === 'top' || !target.endsWith('.html') || hasAnchor(target, anchor)) return undefined;
  return `${target}#${anchor}`;
}

function targetOf(path: string, from: string): string {
  if (path === '') return from;
  const target = path.startsWith('/') ? posix.normalize(path).slice(1) : posix.join(posix.dirname(from), path).replace(/^\.(\/|$)/, '');
  return target === '' || target.endsWith('/') ? `${target}index.html` : target;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

function addressesInStyles(css: string): string[] {
  return [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? '');
}

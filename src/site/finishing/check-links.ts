import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Attribute, addressesOf, attributesOf } from './html.ts';
import { LinkNumbers, numberOf, numbersOf } from './link-numbers.ts';

/** An internal address that leads nowhere. */
export interface DanglingLink {
  /** The file that holds it, relative to the site's root. */
  page: string;
  /** The address as it stands there. */
  address: string;
  /** What is missing: a file, relative to the site's root, or an anchor in it. */
  missing: string;
}

/** A file as far as links matter, all as numbers of addresses, each once. */
export interface PageLinks {
  /** Its own address with each of its anchors. */
  anchors: Float64Array;
  /** Where its addresses within the site lead. */
  targets: Float64Array;
}

/** Every internal address and anchor that does not resolve. `pages` are what may hold addresses; `files` all files of `folder`, relative. */
export function danglingLinks(folder: string, pages: ReadonlyMap<string, { links?: PageLinks }>, files: readonly string[]): DanglingLink[] {
  const links = [...pages.values()].flatMap((page) => page.links ?? []);
  const known = new LinkNumbers(links.reduce((sum, { anchors }) => sum + anchors.length, files.length));
  for (const file of files) known.add(numberOf(file));
  for (const { anchors } of links) for (const anchor of anchors) known.add(anchor);
  const isThere = (target: number) => known.has(target);
  return [...pages].flatMap(([page, { links: own }]) =>
    !own || own.targets.every(isThere)
      ? []
      : addressesOfFile(folder, page)
          .filter(({ target }) => !isThere(numberOf(target)))
          .map(({ address, target }) => ({ page, address, missing: target })),
  );
}

/** The same of the site in `folder`, read from disk. */
export function findDanglingLinks(folder: string, files: readonly string[]): DanglingLink[] {
  const pages = files.filter(holdsAddresses).map((file) => {
    const content = readFileSync(join(folder, file), 'utf8');
    return [file, { links: isPage(file) ? linksOf(attributesOf(content), file) : styleLinks(content, file) }] as const;
  });
  return danglingLinks(folder, new Map(pages), files);
}

/** What a link check reads of the attributes of a page; `path` is relative to the site's root. */
export function linksOf(attributes: readonly Attribute[], path: string): PageLinks {
  return {
    anchors: numbersOf(anchorsOf(attributes).map((anchor) => `${path}#${anchor}`)),
    targets: numbersOf(targetsOf(pageAddresses(attributes), path)),
  };
}

export function styleLinks(css: string, path: string): PageLinks {
  return { anchors: numbersOf([]), targets: numbersOf(targetsOf(styleAddresses(css), path)) };
}

export function anchorsOf(attributes: readonly Attribute[]): string[] {
  return attributes.filter(({ tag, name }) => name === 'id' || (tag === 'a' && name === 'name')).map(({ value }) => value);
}

function isPage(file: string): boolean {
  return file.endsWith('.html');
}

function holdsAddresses(file: string): boolean {
  return isPage(file) || file.endsWith('.css');
}

/** The addresses as they stand in the file, each once. */
function addressesOfFile(folder: string, file: string): { address: string; target: string }[] {
  const content = readFileSync(join(folder, file), 'utf8');
  const addresses = isPage(file) ? pageAddresses(attributesOf(content)) : styleAddresses(content);
  return addresses.map((address) => ({ address, target: targetOf(address, file) }));
}

function pageAddresses(attributes: readonly Attribute[]): string[] {
  return withinSite(attributes.flatMap((attribute) => addressesOf(attribute) ?? []));
}

function styleAddresses(css: string): string[] {
  return withinSite(
    [...css.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]*))\s*\)/g)].map((match) => match[1] ?? match[2] ?? match[3] ?? ''),
  );
}

function withinSite(addresses: readonly string[]): string[] {
  return [...new Set(addresses)].filter((address) => !isElsewhere(address));
}

function targetsOf(addresses: readonly string[], from: string): string[] {
  return addresses.map((address) => targetOf(address, from));
}

function isElsewhere(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

/** Where an address leads, seen from a file: another file, with an anchor where it names one of a page. */
function targetOf(address: string, from: string): string {
  const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const file = fileAt(decode(path), from);
  const anchor = isPage(file) ? decode(hash.split(':~:')[0] ?? '') : '';
  return anchor === '' || anchor === 'top' ? file : `${file}#${anchor}`;
}

function fileAt(path: string, from: string): string {
  if (path === '') return from;
  const target = path.startsWith('/') ? posix.normalize(path).slice(1) : posix.join(posix.dirname(from), path).replace(/^\.(\/|$)/, '');
  return target === '' || target.endsWith('/') ? `${target}index.html` : target;
}

function decode(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return text;
    throw error;
  }
}

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

/** A file as far as links matter: lists of lines, since those of many thousand files are held at once. */
export interface PageLinks {
  /** Anchors that it has, each once. */
  anchors: string;
  /** Where its addresses within the site lead, each once: `cases/a.html#p1`, relative to the site's root. */
  targets: string;
}

/** Every internal address and anchor that does not resolve. `pages` are what holds addresses; `files` all files of `folder`, relative. */
export function danglingLinks(folder: string, pages: ReadonlyMap<string, PageLinks>, files: readonly string[]): DanglingLink[] {
  const known = new Set(files);
  const anchors = new Map<string, ReadonlySet<string>>();
  const hasAnchor = (file: string, anchor: string) => {
    const own = anchors.get(file) ?? new Set(linesOf(pages.get(file)?.anchors));
    anchors.set(file, own);
    return own.has(anchor);
  };
  const isThere = (target: string) => {
    if (known.has(target)) return true;
    const [, file = '', anchor = ''] = /^([^#]*)#(.*)$/s.exec(target) ?? [];
    return known.has(file) && (!isPage(file) || hasAnchor(file, anchor));
  };
  return [...pages].flatMap(([page, { targets }]) => {
    const missing = new Set(linesOf(targets).filter((target) => !isThere(target)));
    return missing.size === 0
      ? []
      : addressesOfFile(folder, page)
          .filter(({ target }) => missing.has(target))
          .map(({ address, target }) => ({ page, address, missing: target }));
  });
}

/** The same of the site in `folder`, read from disk. */
export function findDanglingLinks(folder: string, files: readonly string[]): DanglingLink[] {
  const pages = files.filter(holdsAddresses).map((file): [string, PageLinks] => {
    const content = readFileSync(join(folder, file), 'utf8');
    return [file, isPage(file) ? linksOf(attributesOf(content), file) : styleLinks(content, file)];
  });
  return danglingLinks(folder, new Map(pages), files);
}

/** What a link check reads of the attributes of a page; `path` is relative to the site's root. */
export function linksOf(attributes: readonly Attribute[], path: string): PageLinks {
  const anchors = attributes.filter(({ tag, name }) => name === 'id' || (tag === 'a' && name === 'name')).map(({ value }) => value);
  return { anchors: [...new Set(anchors.map(oneLine))].join('\n'), targets: targetsOf(pageAddresses(attributes), path) };
}

export function styleLinks(css: string, path: string): PageLinks {
  return { anchors: '', targets: targetsOf(styleAddresses(css), path) };
}

function linesOf(text: string | undefined): string[] {
  return text ? text.split('\n') : [];
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

function targetsOf(addresses: readonly string[], from: string): string {
  return [...new Set(addresses.map((address) => targetOf(address, from)))].join('\n');
}

function isElsewhere(address: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address);
}

/** Where an address leads, seen from a file: another file, with an anchor where it names one. */
function targetOf(address: string, from: string): string {
  const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const file = fileAt(decode(path), from);
  const anchor = decode(hash.split(':~:')[0] ?? '');
  return oneLine(anchor === '' || anchor === 'top' ? file : `${file}#${anchor}`);
}

/** No line break of an address may look like the next line. */
function oneLine(text: string): string {
  return text.replaceAll('\n', '%0A');
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

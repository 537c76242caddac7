import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { addressesOf, attributesOf } from './html.ts';

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
interface PageLinks {
  path: string;
  ids: Set<string>;
  addresses: string[];
}

/** Every internal address and anchor of the site in `folder` that does not resolve; `files` are all its files, relative. */
export function findDanglingLinks(folder: string, files: readonly string[]): DanglingLink[] {
  const pages = new Map<string, PageLinks>();
  const styles: PageLinks[] = [];
  for (const path of files) {
    if (path.endsWith('.html')) pages.set(path, pageLinks(path, readFileSync(join(folder, path), 'utf8')));
    else if (path.endsWith('.css'))
      styles.push({ path, ids: new Set(), addresses: addressesInStyles(readFileSync(join(folder, path), 'utf8')) });
  }
  const known = new Set(files);
  return [...pages.values(), ...styles].flatMap((page) => danglingOf(page, known, pages));
}

/** What a link check reads of a page. */
export function pageLinks(path: string, html: string): PageLinks {
  const attributes = attributesOf(html);
  return {
    path,
    ids: new Set(attributes.filter(({ tag, name }) => name === 'id' || (tag === 'a' && name === 'name')).map(({ value }) => value)),
    addresses: attributes.flatMap((attribute) => addressesOf(attribute) ?? []),
  };
}

function danglingOf(page: PageLinks, files: ReadonlySet<string>, pages: ReadonlyMap<string, PageLinks>): DanglingLink[] {
  const found = new Map<string, DanglingLink>();
  for (const address of page.addresses) {
    const missing = missingOf(address, page, files, pages);
    if (missing !== undefined) found.set(address, { page: page.path, address, missing });
  }
  return [...found.values()];
}

/** Undefined where the address is external or resolves. */
function missingOf(
  address: string,
  page: PageLinks,
  files: ReadonlySet<string>,
  pages: ReadonlyMap<string, PageLinks>,
): string | undefined {
  if (/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address)) return undefined;
  const [, rawPath = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(address) ?? [];
  const target = targetOf(decode(rawPath), page.path);
  if (!files.has(target)) return target;
  const anchor = decode(hash.split(':~:')[0] ?? '');
  const targetPage = pages.get(target);
  if (anchor === '' || anchor === 'top' || !targetPage || targetPage.ids.has(anchor)) return undefined;
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

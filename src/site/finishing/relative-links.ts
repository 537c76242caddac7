import { type Attribute, addressAttributes, attributesOf, candidatesOf } from './html.ts';

/**
 * The page with its root-absolute addresses (`/cases/x.html`) made relative to `pagePath` (`practices/y.html`, relative to
 * the site's root), folders named by their index.html. Other addresses and all other bytes stay. 404.html stays as it is:
 * servers show it at any depth.
 */
export function relativeLinks(html: string, pagePath: string): string {
  return withRelativeLinks(html, attributesOf(html), pagePath).html;
}

/** The same where the page's attributes are known already; gives them back as they are then, their places aside. */
export function withRelativeLinks(
  html: string,
  attributes: readonly Attribute[],
  pagePath: string,
): { html: string; attributes: readonly Attribute[] } {
  if (pagePath === '404.html') return { html, attributes };
  let result = '';
  let done = 0;
  const relative = attributes.map((attribute) => {
    const { tag, name, value, start, end } = attribute;
    const changed = relativeValue(tag, name, value, pagePath);
    if (changed === value) return attribute;
    result += `${html.slice(done, start)}${name}="${escapeValue(changed)}"`;
    done = end;
    return { ...attribute, value: changed };
  });
  return { html: result + html.slice(done), attributes: relative };
}

/** `/cases/x.html#p1` seen from `practices/y.html` is `../cases/x.html#p1`. `path` is root-absolute and may carry query and hash. */
export function relativeAddress(path: string, pagePath: string): string {
  const [, file = '', rest = ''] = /^\/([^?#]*)(.*)$/s.exec(path) ?? [];
  const target = file === '' || file.endsWith('/') ? `${file}index.html` : file;
  if (target === pagePath && rest.startsWith('#') && rest.length > 1) return rest;
  return `${climb(target, pagePath)}${rest}`;
}

function relativeValue(tag: string, name: string, value: string, pagePath: string): string {
  if (addressAttributes.has(name)) return isRootAbsolute(value.trim()) ? relativeAddress(value.trim(), pagePath) : withIndex(value);
  if (name === 'srcset' || name === 'imagesrcset') return relativeSrcset(value, pagePath);
  if (name.startsWith('data-') && isRootAbsolute(value)) return relativeFolder(value, pagePath);
  if (tag === 'meta' && name === 'content') {
    return value.replace(/^(\d+;\s*url=)(\/(?!\/).*)$/is, (_, delay: string, url: string) => delay + relativeAddress(url, pagePath));
  }
  return value;
}

/** What scripts read may be a folder to which they add a name: it keeps its closing slash. */
function relativeFolder(value: string, pagePath: string): string {
  if (!value.endsWith('/')) return relativeAddress(value, pagePath);
  return '../'.repeat(pagePath.split('/').length - 1) + value.slice(1) || './';
}

function relativeSrcset(value: string, pagePath: string): string {
  const candidates = candidatesOf(value);
  if (!candidates.some(({ url }) => isRootAbsolute(url))) return value;
  return candidates
    .map(({ url, descriptor }) => `${isRootAbsolute(url) ? relativeAddress(url, pagePath) : url}${descriptor && ` ${descriptor}`}`)
    .join(', ');
}

/** A relative address of a folder, as an editor may write it in a guide. */
function withIndex(value: string): string {
  return value.replace(/^(\.{1,2}(?:\/[^:?#]*)?\/)(?=[?#]|$)/, '$1index.html');
}

function isRootAbsolute(value: string): boolean {
  return /^\/(?!\/)/.test(value);
}

function climb(target: string, pagePath: string): string {
  const to = target.split('/');
  const from = pagePath.split('/').slice(0, -1);
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  return '../'.repeat(from.length - shared) + to.slice(shared).join('/');
}

function escapeValue(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

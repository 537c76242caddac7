import { type Attribute, addressAttributes, attributesOf, candidatesOf } from './html.ts';

/**
 * The page with its root-absolute addresses (`/cases/x.html`) made relative to `pagePath` (`practices/y.html`, relative to
 * the site's root), folders named by their index.html. Other addresses and all other bytes stay. 404.html stays as it is:
 * servers show it at any depth.
 */
export function relativeLinks(html: string, pagePath: string, attributes: readonly Attribute[] = attributesOf(html)): string {
  if (pagePath === '404.html') return html;
  let result = '';
  let done = 0;
  for (const { tag, name, value, start, end } of attributes) {
    const changed = relativeValue(tag, name, value, pagePath);
    if (changed === value) continue;
    const isPlain = end - start === name.length + value.length + 3 && html.startsWith(`${name}="`, start);
    result += isPlain ? html.slice(done, end - 1 - value.length) : `${html.slice(done, start)}${name}="`;
    result += escapeValue(changed);
    if (!isPlain) result += '"';
    done = isPlain ? end - 1 : end;
  }
  return result + html.slice(done);
}

/** `/cases/x.html#p1` seen from `practices/y.html` is `../cases/x.html#p1`. `path` is root-absolute and may carry query and hash. */
export function relativeAddress(path: string, pagePath: string): string {
  const end = path.search(/[?#]/);
  const file = path.slice(1, end < 0 ? path.length : end);
  const rest = end < 0 ? '' : path.slice(end);
  const target = file === '' || file.endsWith('/') ? `${file}index.html` : file;
  if (target === pagePath && rest.startsWith('#') && rest.length > 1) return rest;
  return `${climb(target, pagePath)}${rest}`;
}

function relativeValue(tag: string, name: string, value: string, pagePath: string): string {
  if (addressAttributes.has(name)) {
    const address = value.trim();
    if (isRootAbsolute(address)) return relativeAddress(address, pagePath);
    return value.startsWith('#') ? value : withIndex(value);
  }
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
  return value.startsWith('/') && !value.startsWith('//');
}

const slash = '/'.charCodeAt(0);

function climb(target: string, pagePath: string): string {
  let shared = 0;
  for (let at = 0; at < target.length && target.charCodeAt(at) === pagePath.charCodeAt(at); at += 1) {
    if (target.charCodeAt(at) === slash) shared = at + 1;
  }
  let up = '';
  for (let at = pagePath.indexOf('/', shared); at >= 0; at = pagePath.indexOf('/', at + 1)) up += '../';
  return up + target.slice(shared);
}

function escapeValue(value: string): string {
  return /[&"]/.test(value) ? value.replaceAll('&', '&amp;').replaceAll('"', '&quot;') : value;
}

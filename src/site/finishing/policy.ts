import { createHash } from 'node:crypto';

/** What a page may load and do: its own site's files and nothing else. Pagefind runs WebAssembly. */
const directives = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
} as const;

const charset = /<meta charset="?utf-8"?\s*\/?>/iu;

/** A server adds what browsers heed only in a header: no other page may show this one in a frame. */
const headerOnly = "frame-ancestors 'none'";

/** The page that stands alone: servers show it at any depth, so it carries its style in itself, allowed by its hash. */
export const notFoundPage = '404.html';

/** The policy of a page in its own `meta` element; `html` is the page. */
export function pagePolicy(html: string): string {
  return policyWith(styleHashes(html));
}

/** The policy that servers send with every file: that of pages, and the hash of what stands in `notFound`, the page of that name. */
export function headerPolicy(notFound: string): string {
  return `${policyWith(styleHashes(notFound))}; ${headerOnly}`;
}

/** Where a page names its character set: the end of that meta element, behind which its policy stands; undefined where it does not. */
export function endOfCharset(html: string): number | undefined {
  const found = charset.exec(html);
  return found ? found.index + found[0].length : undefined;
}

/** The page with its policy before anything that loads. A page without the meta element that names its character set is a bug. */
export function withPolicy(html: string, path: string): string {
  const end = endOfCharset(html);
  if (end === undefined) throw new Error(`${path} does not name its character set.`);
  const policy = path === notFoundPage ? pagePolicy(html) : policyWith([]);
  return `${html.slice(0, end)}<meta http-equiv="Content-Security-Policy" content="${policy}">${html.slice(end)}`;
}

function policyWith(hashes: readonly string[]): string {
  return Object.entries(directives)
    .map(([name, value]) => [name, value, ...(name === 'style-src' ? hashes : [])].join(' '))
    .join('; ');
}

function styleHashes(html: string): string[] {
  return [...html.matchAll(/<style[^>]*>(.*?)<\/style>/gs)].map(
    ([, style = '']) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  );
}

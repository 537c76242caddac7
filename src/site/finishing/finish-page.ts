import { sumOf } from '../output/file-sums.ts';
import { type MovedTargets, targetsAfter, withMovedLinks } from '../rendering/moved-links.ts';
import { linksOf, type PageLinks, styleLinks } from './check-links.ts';
import { inlineCodeIn } from './check-scripts.ts';
import { attributesOf } from './html.ts';
import { withPolicy } from './policy.ts';
import { withRelativeLinks } from './relative-links.ts';

/** What the build must know of a file when it has been finished, without reading it again. */
export interface FileFacts {
  /** Of pages and style sheets. */
  links?: PageLinks;
  /** SHA-256 of its bytes. */
  sum: string;
  /** What a browser would run in it: none in a page that may be published. */
  code: string[];
}

/** A file as Astro made it, as it is published; `path` is relative to the site's root. */
export function finishFile(made: Uint8Array, path: string): { content: Uint8Array | string; facts: FileFacts } {
  if (!path.endsWith('.html')) return { content: made, facts: factsOf(made, path) };
  const { html, facts } = finishPage(new TextDecoder().decode(made), path);
  return { content: html, facts };
}

/** A page with its links made relative and its policy in it. */
function finishPage(raw: string, path: string): { html: string; facts: FileFacts } {
  const linked = withRelativeLinks(raw, attributesOf(raw), path);
  const html = withPolicy(linked.html, path);
  return { html, facts: { links: linksOf(linked.attributes, path), sum: sumOf(html), code: inlineCodeIn(html) } };
}

/** A page that an earlier build has finished, with links that follow their targets; `facts` are those of that time. */
export function finishAgain(
  finished: Uint8Array,
  path: string,
  facts: FileFacts,
  moved: MovedTargets,
): { content: string; facts: FileFacts } {
  const content = withMovedLinks(new TextDecoder().decode(finished), path, moved);
  const links = facts.links && { ...facts.links, targets: targetsAfter(facts.links.targets, moved) };
  return { content, facts: { ...facts, ...(links && { links }), sum: sumOf(content) } };
}

/** Of a file that is published as it is. */
export function factsOf(content: Uint8Array, path: string): FileFacts {
  const links = path.endsWith('.css') && styleLinks(new TextDecoder().decode(content), path);
  return { ...(links && { links }), sum: sumOf(content), code: [] };
}

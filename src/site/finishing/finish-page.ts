import { sumOf } from '../output/file-sums.ts';
import { type MovedTargets, targetsAfter, withMovedLinks } from '../rendering/moved-links.ts';
import { withParts } from '../rendering/parts.ts';
import { linksOf, type PageLinks, styleLinks } from './check-links.ts';
import { inlineCodeIn } from './check-scripts.ts';
import { encoded } from './encoded.ts';
import { linkAttributesOf } from './html.ts';
import { withPolicy } from './policy.ts';
import { relativeLinks } from './relative-links.ts';

/** What the build must know of a file when it has been finished, without reading it again. */
export interface FileFacts {
  /** Of pages and style sheets. */
  links?: PageLinks;
  /** SHA-256 of its bytes. */
  sum: string;
  /** What a browser would run in it: none in a page that may be published. */
  code: string[];
}

/** A file as it is published. Its content holds until the next file is finished. */
export interface Finished {
  content: Uint8Array;
  facts: FileFacts;
}

/** A file as Astro made it, with the parts that went past Astro; `path` is relative to the site's root. */
export function finishFile(made: Uint8Array, parts: readonly string[], path: string): Finished {
  if (!path.endsWith('.html')) {
    const content = parts.length === 0 ? made : encoded(withParts(new TextDecoder().decode(made), parts));
    return { content, facts: factsOf(content, path) };
  }
  const page = withParts(withPolicy(new TextDecoder().decode(made), path), parts);
  const attributes = linkAttributesOf(page);
  const html = relativeLinks(page, path, attributes);
  const content = encoded(html);
  return { content, facts: { links: linksOf(attributes, path), sum: sumOf(content), code: inlineCodeIn(html) } };
}

/** A page that an earlier build has finished, with links that follow their targets; `facts` are those of that time. */
export function finishAgain(finished: Uint8Array, path: string, facts: FileFacts, moved: MovedTargets): Finished {
  const content = encoded(withMovedLinks(new TextDecoder().decode(finished), path, moved));
  const links = facts.links && { ...facts.links, targets: targetsAfter(facts.links.targets, moved) };
  return { content, facts: { ...facts, ...(links && { links }), sum: sumOf(content) } };
}

/** Of a file that is published as it is. */
export function factsOf(content: Uint8Array, path: string): FileFacts {
  const links = path.endsWith('.css') && styleLinks(new TextDecoder().decode(content), path);
  return { ...(links && { links }), sum: sumOf(content), code: [] };
}

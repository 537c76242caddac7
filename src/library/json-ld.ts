/** Pages in the words of schema.org, for search engines and reference managers. What is not known is left out. */
import type { Practice } from '../article/knowledge.ts';
import type { Case } from '../article/schema.ts';
import { onSite, urls } from '../site/urls.ts';
import { authorNames } from './citation.ts';
import { type Library, practiceName } from './library.ts';
import { practiceCounts } from './practices.ts';

/** A node of JSON-LD; fields without a value are not written. */
export type JsonLd = { '@type': string } & Record<string, unknown>;

/** A case page: an article that appeared elsewhere. */
export function caseJsonLd(library: Library, entry: Case): JsonLd {
  const { source, date, place } = entry;
  // Whether an author is a person or an office is not known, so the node has no type.
  const authors = authorNames(source.author).map((name) => ({ name }));
  const url = absolute(library, urls.case(entry.id));
  return {
    '@context': 'https://schema.org',
    '@type': 'Article',
    headline: entry.title,
    datePublished: date && (date.time ? `${date.value}T${date.time}:00+08:00` : date.value),
    author: authors.length > 0 ? authors : undefined,
    publisher: source.name ? { '@type': 'Organization', name: source.name } : undefined,
    isBasedOn: source.url,
    contentLocation: place && { '@type': 'Place', name: place.path.join('') },
    keywords: entry.practices.filter(({ primary }) => primary).map(({ id }) => practiceName(library, id)),
    url,
  };
}

/** A practice page: about a term of the site's own vocabulary. `lead` is the first sentence of its guide. */
export function practiceJsonLd(library: Library, practice: Practice, lead: string): JsonLd {
  const hasExtracts = library.settings.address !== undefined && practiceCounts(library, practice.id).passages > 0;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: practice.name,
    description: lead || undefined,
    url: absolute(library, urls.practice(practice.id)),
    inLanguage: 'zh-CN',
    isPartOf: site(library),
    mainEntity: {
      ...practiceTerm(library, practice.id),
      alternateName: practice.aliases.length > 0 ? practice.aliases : undefined,
      description: lead || undefined,
    },
    encoding: hasExtracts ? (['md', 'csv'] as const).map((format) => extract(library, practice, format)) : undefined,
  };
}

function site({ settings: { name, address } }: Library): JsonLd {
  return { '@type': 'WebSite', name, url: address };
}

function practiceTerm(library: Library, id: string): JsonLd {
  return { '@type': 'DefinedTerm', name: practiceName(library, id), url: absolute(library, urls.practice(id)) };
}

function extract(library: Library, { id }: Practice, format: 'md' | 'csv'): JsonLd {
  const encodingFormat = { md: 'text/markdown', csv: 'text/csv' }[format];
  return { '@type': 'MediaObject', encodingFormat, contentUrl: absolute(library, urls.practiceExtract(id, format)) };
}

/** Undefined where the site's own address is not known. */
function absolute({ settings: { address } }: Library, path: string): string | undefined {
  return address ? onSite(address, path) : undefined;
}

/**
 * The node as text for `<script type="application/ld+json">`. Such a script is a data block: browsers do not run it, and a
 * Content-Security-Policy does not concern it. No text of a source can end the element or open a comment in it.
 */
export function jsonLdText(node: JsonLd): string {
  return JSON.stringify(node).replace(/[<>&\u2028\u2029]/gu, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

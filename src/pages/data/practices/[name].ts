import type { APIRoute, GetStaticPaths } from 'astro';
import { practiceMarkdown, practiceTable } from '../../../library/extract.ts';
import { loadLibrary } from '../../../site/library.ts';
import { type ExtractProps, extractPaths } from '../../../site/practice-extracts.ts';
import { part } from '../../../site/rendering/parts.ts';

export const getStaticPaths: GetStaticPaths = extractPaths;

export const GET: APIRoute<ExtractProps> = async ({ request, props: { practice, lead, format } }) => {
  const library = await loadLibrary();
  const [text, type] =
    format === 'md' ? [practiceMarkdown(library, practice, lead), 'text/markdown'] : [practiceTable(library, practice), 'text/csv'];
  return new Response(part(request, { text }), { headers: { 'content-type': `${type}; charset=utf-8` } });
};

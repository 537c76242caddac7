import type { APIRoute, GetStaticPaths } from 'astro';
import { practiceMarkdown } from '../../../library/extract.ts';
import { loadLibrary } from '../../../site/library.ts';
import { type ExtractProps, extractPaths } from '../../../site/practice-extracts.ts';

export const getStaticPaths: GetStaticPaths = () => extractPaths('md');

export const GET: APIRoute<ExtractProps> = async ({ props: { practice, lead } }) =>
  new Response(practiceMarkdown(await loadLibrary(), practice, lead), { headers: { 'content-type': 'text/markdown; charset=utf-8' } });

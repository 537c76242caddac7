import type { APIRoute, GetStaticPaths } from 'astro';
import { practiceTable } from '../../../library/extract.ts';
import { loadLibrary } from '../../../site/library.ts';
import { type ExtractProps, extractPaths } from '../../../site/practice-extracts.ts';

export const getStaticPaths: GetStaticPaths = () => extractPaths('csv');

export const GET: APIRoute<ExtractProps> = async ({ props: { practice } }) =>
  new Response(practiceTable(await loadLibrary(), practice), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

import type { APIRoute } from 'astro';
import { figuresTable } from '../../library/figures-table.ts';
import { loadLibrary } from '../../site/library.ts';

export const GET: APIRoute = async () =>
  new Response(figuresTable(await loadLibrary()), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

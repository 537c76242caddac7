import type { APIRoute } from 'astro';
import { casesFile } from '../../library/published.ts';
import { loadLibrary } from '../../site/library.ts';

export const GET: APIRoute = async () => Response.json(casesFile(await loadLibrary()));

import type { APIRoute } from 'astro';
import { practicesFile } from '../../library/published.ts';
import { loadLibrary } from '../../site/library.ts';

export const GET: APIRoute = async () => Response.json(practicesFile(await loadLibrary()));

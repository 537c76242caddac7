import type { APIRoute } from 'astro';
import { placesFile } from '../../library/published.ts';
import { loadLibrary } from '../../site/library.ts';

export const GET: APIRoute = async () => Response.json(placesFile(await loadLibrary()));

import type { APIRoute } from 'astro';
import { measuresFile } from '../../library/measures-file.ts';
import { loadLibrary } from '../../site/library.ts';

export const GET: APIRoute = async () => Response.json(measuresFile(await loadLibrary()));

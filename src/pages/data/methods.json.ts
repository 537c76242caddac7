import type { APIRoute } from 'astro';
import { methodsFile } from '../../library/published.ts';
import { loadLibrary } from '../../site/library.ts';

export const GET: APIRoute = async () => Response.json(methodsFile(await loadLibrary()));

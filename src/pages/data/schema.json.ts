import type { APIRoute } from 'astro';
import { schemaFile } from '../../library/published.ts';

export const GET: APIRoute = () => Response.json(schemaFile());

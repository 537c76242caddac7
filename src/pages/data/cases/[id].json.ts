import type { APIRoute, GetStaticPaths } from 'astro';
import type { Case } from '../../../article/schema.ts';
import { loadLibrary } from '../../../site/library.ts';

/** For `npm run dev`: a build takes the same bytes from the kept readings (src/site/rendering/make-pages.ts). */
export const getStaticPaths: GetStaticPaths = async () => {
  const { cases } = await loadLibrary();
  return import.meta.env.DEV ? cases.map((entry) => ({ params: { id: entry.id }, props: { entry } })) : [];
};

export const GET: APIRoute<{ entry: Case }> = ({ props }) => Response.json(props.entry);

import type { APIRoute, GetStaticPaths } from 'astro';
import type { Case } from '../../../article/schema.ts';
import { loadLibrary } from '../../../site/library.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { cases } = await loadLibrary();
  return cases.map((entry) => ({ params: { id: entry.id }, props: { entry } }));
};

export const GET: APIRoute<{ entry: Case }> = ({ props }) => Response.json(props.entry);

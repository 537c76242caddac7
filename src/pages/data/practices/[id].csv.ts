import type { APIRoute, GetStaticPaths } from 'astro';
import type { Practice } from '../../../article/knowledge.ts';
import { practiceTable } from '../../../library/extract.ts';
import { loadLibrary } from '../../../site/library.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { practices } = await loadLibrary();
  return practices.map((practice) => ({ params: { id: practice.id }, props: { practice } }));
};

export const GET: APIRoute<{ practice: Practice }> = async ({ props: { practice } }) =>
  new Response(practiceTable(await loadLibrary(), practice), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

import type { APIRoute, GetStaticPaths } from 'astro';
import type { Practice } from '../../../article/knowledge.ts';
import { practiceMarkdown } from '../../../library/extract.ts';
import { loadLeads, loadLibrary } from '../../../site/library.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { practices } = await loadLibrary();
  return practices.map((practice) => ({ params: { id: practice.id }, props: { practice } }));
};

export const GET: APIRoute<{ practice: Practice }> = async ({ props: { practice } }) => {
  const lead = (await loadLeads()).get(practice.id) ?? '';
  return new Response(practiceMarkdown(await loadLibrary(), practice, lead), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};

import type { APIRoute, GetStaticPaths } from 'astro';
import type { Practice } from '../../../article/knowledge.ts';
import { extractShows, practiceMarkdown } from '../../../library/extract.ts';
import { loadLeads, loadLibrary } from '../../../site/library.ts';
import { pathsOf } from '../../../site/routes.ts';
import { urls } from '../../../site/urls.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const library = await loadLibrary();
  const leads = await loadLeads();
  return pathsOf(
    'data/practices/[id].md',
    library.practices.map((practice) => ({
      params: { id: practice.id },
      props: { practice },
      address: urls.practiceExtract(practice.id, 'md'),
      shows: () => extractShows(library, practice, leads.get(practice.id) ?? ''),
    })),
  );
};

export const GET: APIRoute<{ practice: Practice }> = async ({ props: { practice } }) => {
  const lead = (await loadLeads()).get(practice.id) ?? '';
  return new Response(practiceMarkdown(await loadLibrary(), practice, lead), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
};

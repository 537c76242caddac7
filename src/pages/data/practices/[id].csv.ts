import type { APIRoute, GetStaticPaths } from 'astro';
import type { Practice } from '../../../article/knowledge.ts';
import { extractShows, practiceTable } from '../../../library/extract.ts';
import { loadLeads, loadLibrary } from '../../../site/library.ts';
import { pathsOf } from '../../../site/routes.ts';
import { urls } from '../../../site/urls.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const library = await loadLibrary();
  const leads = await loadLeads();
  return pathsOf(
    'data/practices/[id].csv',
    library.practices.map((practice) => ({
      params: { id: practice.id },
      props: { practice },
      address: urls.practiceExtract(practice.id, 'csv'),
      shows: () => extractShows(library, practice, leads.get(practice.id) ?? ''),
    })),
  );
};

export const GET: APIRoute<{ practice: Practice }> = async ({ props: { practice } }) =>
  new Response(practiceTable(await loadLibrary(), practice), { headers: { 'content-type': 'text/csv; charset=utf-8' } });

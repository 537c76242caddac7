import type { APIRoute, GetStaticPaths } from 'astro';
import type { Case } from '../../../article/schema.ts';
import { loadLibrary } from '../../../site/library.ts';
import { pathsOf } from '../../../site/routes.ts';
import { urls } from '../../../site/urls.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { cases } = await loadLibrary();
  return pathsOf(
    'data/cases/[id].json',
    cases.map((entry) => ({
      params: { id: entry.id },
      props: { entry },
      address: urls.data(`cases/${entry.id}.json`),
      shows: () => entry,
    })),
  );
};

export const GET: APIRoute<{ entry: Case }> = ({ props }) => Response.json(props.entry);

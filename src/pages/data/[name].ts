import type { APIRoute, GetStaticPaths } from 'astro';
import { dataFiles } from '../../library/data-files.ts';
import { loadLibrary } from '../../site/library.ts';
import { contentType, typeOf } from '../../site/output/file-types.ts';
import { pathsOf } from '../../site/rendering/routes.ts';
import { textStream } from '../../site/text-stream.ts';
import { urls } from '../../site/urls.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { cases } = await loadLibrary();
  return pathsOf(
    'data/[name]',
    [...dataFiles.keys()].map((name) => ({ params: { name }, props: {}, address: urls.data(name), shows: () => cases })),
  );
};

export const GET: APIRoute = async ({ params: { name = '' } }) => {
  const pieces = dataFiles.get(name)?.(await loadLibrary()) ?? [];
  const type = typeOf(name);
  return new Response(textStream(pieces), { headers: type ? { 'content-type': contentType(type) } : {} });
};

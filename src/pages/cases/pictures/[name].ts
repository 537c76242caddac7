import { posix } from 'node:path';
import type { APIRoute, GetStaticPaths } from 'astro';
import { readShelvedPicture } from '../../../intake/picture-shelf.ts';
import { shownPictures } from '../../../library/pictures.ts';
import { siteFolders } from '../../../site/folders.ts';
import { loadLibrary } from '../../../site/library.ts';
import { typeOf } from '../../../site/output/file-types.ts';
import { pathsOf } from '../../../site/rendering/routes.ts';
import { urls } from '../../../site/urls.ts';

/** The name of a picture is made from its content. */
export const getStaticPaths: GetStaticPaths = async () => {
  const pictures = shownPictures(await loadLibrary());
  return pathsOf(
    'cases/pictures/[name]',
    pictures.map((src) => ({ params: { name: posix.basename(src) }, props: {}, address: urls.picture(src), shows: () => src })),
  );
};

export const GET: APIRoute = async ({ params: { name = '' } }) =>
  new Response(await readShelvedPicture(siteFolders(), name), { headers: { 'content-type': typeOf(name)?.mime ?? '' } });

import { posix } from 'node:path';
import type { APIRoute } from 'astro';
import { readShelvedPicture } from '../../../intake/picture-shelf.ts';
import { shownPictures } from '../../../library/pictures.ts';
import { typeOf } from '../../../site/file-types.ts';
import { siteFolders } from '../../../site/folders.ts';
import { loadLibrary } from '../../../site/library.ts';

export async function getStaticPaths() {
  return shownPictures(await loadLibrary()).map((src) => ({ params: { name: posix.basename(src) } }));
}

export const GET: APIRoute = async ({ params: { name = '' } }) =>
  new Response(await readShelvedPicture(siteFolders(), name), { headers: { 'content-type': typeOf(name)?.mime ?? '' } });

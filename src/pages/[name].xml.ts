import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemap } from '../library/sitemap.ts';
import { loadLibrary } from '../site/library.ts';

/** No map of a site whose address is not known. */
export const getStaticPaths: GetStaticPaths = async () => {
  const map = sitemap(await loadLibrary());
  return map === undefined ? [] : [{ params: { name: 'sitemap' }, props: { map } }];
};

export const GET: APIRoute<{ map: string }> = ({ props: { map } }) =>
  new Response(map, { headers: { 'content-type': 'application/xml; charset=utf-8' } });

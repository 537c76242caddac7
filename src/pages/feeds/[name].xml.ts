import type { APIRoute, GetStaticPaths } from 'astro';
import { casesFeed } from '../../library/feed.ts';
import { loadLibrary } from '../../site/library.ts';

/** No feed where there is nothing to say in it. */
export const getStaticPaths: GetStaticPaths = async () => {
  const feed = casesFeed(await loadLibrary());
  return feed === undefined ? [] : [{ params: { name: 'cases' }, props: { feed } }];
};

export const GET: APIRoute<{ feed: string }> = ({ props: { feed } }) =>
  new Response(feed, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } });

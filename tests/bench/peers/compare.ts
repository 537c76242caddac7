import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Case } from '../../../src/article/schema.ts';
import { drawQueries } from '../search-articles.ts';
import { timedBuild, total } from '../timed-build.ts';
import { type FirstLook, firstLook } from './first-look.ts';
import type { PeerArticle } from './peer.ts';
import { peers } from './peers.ts';
import { buildPeer, type PeerBuild, preparePeer } from './run-peer.ts';

/** First searches, each in a fresh browser. */
const searches = 5;

/**
 * Builds the articles of a site with Casebook and with each peer: the same titles and paragraphs, as Casebook has cleaned them, one
 * page each and a page that lists them. Casebook makes all its other pages, data and feeds, too.
 */
export async function comparePeers(folder: string, site: string): Promise<Record<string, string>[]> {
  const out = join(folder, 'casebook');
  const own = total(await timedBuild(site, out, ['--clean']));
  const articles = articlesOf(out);
  const phrases = drawQueries(
    articles.map(({ name, title, paragraphs }) => ({ id: name, title, passages: paragraphs })),
    searches,
  );
  const [first] = articles;
  if (!first) throw new Error('The site has no article.');
  const rows = [row('Casebook', own, await firstLook(out, `cases/${first.name}.html`, ownSearch, phrases))];
  for (const peer of peers) {
    const place = join(folder, peer.name.replace(/\W+/gu, '-').toLowerCase());
    mkdirSync(place);
    console.log(`${peer.name} ...`);
    try {
      preparePeer(peer, place, articles);
      const built = await buildPeer(peer, place);
      const look = built.failure === undefined ? await firstLook(join(place, peer.out), peer.page(first), peer.search, phrases) : undefined;
      rows.push(row(peer.name, built, look, peer.search ? undefined : 'brings none'));
    } catch (error) {
      rows.push({ name: peer.name, 'build s': `skipped: ${String(error instanceof Error ? error.message : error).split('\n')[0]}` });
    }
    rmSync(place, { recursive: true });
  }
  return rows;
}

/** The field in the head of every page leads to the search page. */
const ownSearch = { open: '', field: 'header input[name="q"]', hit: '#hits[data-total] > [data-case]' };

function articlesOf(out: string): PeerArticle[] {
  const folder = join(out, 'data', 'cases');
  return readdirSync(folder)
    .sort()
    .map((file) => {
      const { id, title, blocks } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Case;
      return { name: id, title, paragraphs: blocks.map(({ text }) => text) };
    });
}

function row(name: string, { wall, memory, failure }: PeerBuild, look: FirstLook | undefined, noSearch = '-'): Record<string, string> {
  const kilobytes = (bytes: number) => (bytes / 1024).toFixed(0);
  return {
    name,
    'build s': failure === undefined ? wall.toFixed(1) : `${wall.toFixed(1)}: ${failure}`,
    'peak MB': (memory / 1024 / 1024).toFixed(0),
    'article page KB': look ? kilobytes(look.page) : '-',
    'first search KB': look?.search ? kilobytes(look.search.bytes) : noSearch,
    'first search ms': look?.search ? look.search.milliseconds.toFixed(0) : noSearch,
  };
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { filesOf } from '../../src/site/output/files-of.ts';

const folder = inject('siteDir');

/** All files of the built site, relative to its root. */
export const siteFiles = filesOf(folder);

export const sitePages = siteFiles.filter((file) => file.endsWith('.html'));

/** One page of each kind; of the kinds with many pages the one with the most on it. */
export const pageKinds = [
  'index.html',
  'search.html',
  'matrix.html',
  'problems.html',
  'clips.html',
  'about.html',
  'help.html',
  '404.html',
  'cases/index.html',
  largestPage('cases'),
  'practices/index.html',
  largestPage('practices'),
  'places/index.html',
  largestPage('places'),
  placeWithoutCases(),
  'methods/index.html',
  largestPage('methods'),
  'methods/2.html',
  'compare.html',
  largestPage('compare'),
  'matrix/city.html',
  'matrix/province.html',
  'check.html',
];

export function readSiteFile(path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

/** What `data/` says of every published case. */
export function publishedCases(): Case[] {
  return readdirSync(join(folder, 'data/cases'))
    .sort()
    .map((name) => JSON.parse(readSiteFile(`data/cases/${name}`)) as Case);
}

/** A place of which only articles of other places speak. */
function placeWithoutCases(): string {
  const { places } = JSON.parse(readSiteFile('data/places.json')) as { places: { url: string; casesWithin: number }[] };
  const found = places.find(({ casesWithin }) => casesWithin === 0);
  if (!found) throw new Error('Every place of the site has a case.');
  return found.url;
}

function largestPage(kind: string): string {
  const pages = sitePages.filter((page) => page.startsWith(`${kind}/`) && page !== `${kind}/index.html`);
  const [largest] = pages.sort((a, b) => readSiteFile(b).length - readSiteFile(a).length || (a < b ? -1 : 1));
  if (largest === undefined) throw new Error(`The site has no page under ${kind}/.`);
  return largest;
}

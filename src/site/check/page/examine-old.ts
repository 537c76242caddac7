/**
 * What the build does not hold any more and the server still gives. No list of what was withdrawn is published: what
 * this build holds is public, so whatever answers beside it is old. Old addresses come from lists that a server or a
 * cache still gives, and from the person who knows them.
 */
import type { Finding } from './findings.ts';
import { addressOf, type Site } from './site.ts';
import { readSums, sumsOf } from './sums.ts';

/** Lists that name cases; asked for as a reader's browser would, caches and all. */
const lists = [
  'data/cases.json',
  'index.html',
  'cases/index.html',
  'practices/index.html',
  'places/index.html',
  'sitemap.xml',
  'feeds/cases.xml',
];

/** Addresses of cases that stand in the site's lists, and the pages of the list of cases after its last one. */
export async function examineListed(site: Site): Promise<Finding[]> {
  const current = await currentPaths(site);
  if (!current) return [];
  const listed = new Set<string>();
  for (const list of lists) {
    const response = await site.ask(list, 'default');
    if (!response.ok) continue;
    for (const path of casesIn(await response.text())) listed.add(path);
  }
  listed.add(pageBeyond(current));
  return answering(
    [...listed].filter((path) => !current.has(path)),
    site,
  );
}

/** The page of the list of cases that an earlier, longer list had. */
function pageBeyond(current: ReadonlySet<string>): string {
  let page = 2;
  while (current.has(`cases/${page}.html`)) page += 1;
  return `cases/${page}.html`;
}

/** `given` is what a person pasted: addresses, one a line, or the SHA256SUMS of an earlier build. */
export async function examineGiven(given: string, site: Site): Promise<{ findings: Finding[]; asked: number }> {
  const sums = readSums(given);
  const current = sums.size > 0 ? await currentPaths(site) : undefined;
  const paths = sums.size > 0 ? [...sums.keys()].filter((path) => !current?.has(path)) : pathsIn(given, site.root);
  return { findings: await answering(paths, site), asked: paths.length };
}

/** Undefined where the server does not say what the build holds. */
async function currentPaths(site: Site): Promise<Set<string> | undefined> {
  const sums = await sumsOf(site);
  return sums.size > 0 ? new Set([...sums.keys(), 'SHA256SUMS']) : undefined;
}

function casesIn(text: string): string[] {
  return [...text.matchAll(/\bcases\/[a-z0-9-]+\.html/g)].map(([path]) => path);
}

/** Whole addresses of this site, or paths in it; anything behind `?` or `#` is left out. */
function pathsIn(given: string, root: string): string[] {
  const paths = given.split(/\s*\n\s*/).flatMap((line) => {
    const path = line.trim().replace(/[?#].*$/, '');
    if (path === '') return [];
    if (path.startsWith(root)) return [decoded(path.slice(root.length))];
    return /^[a-z]+:/i.test(path) ? [] : [decoded(path.replace(/^\.?\//, ''))];
  });
  return [...new Set(paths)];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch (error) {
    if (error instanceof URIError) return path;
    throw error;
  }
}

/** Asked of the server, and as a reader would get it: either may still have it. */
async function answering(paths: readonly string[], site: Site): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const path of paths) {
    const [anew, kept] = [await site.ask(path), await site.ask(path, 'default')];
    if (anew.ok || kept.ok)
      found.push({ id: 'oldAnswers', detail: `${decoded(addressOf(site.root, path))}${anew.ok ? '' : '（在缓存里）'}` });
  }
  return found;
}

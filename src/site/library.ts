import { getCollection, getEntry, render } from 'astro:content';
import { createHash } from 'node:crypto';
import type { FormerPlace } from '../article/knowledge.ts';
import { type SiteContent, takeOver } from '../intake/hand-over.ts';
import { loadGazetteer, loadFormerPlaces as readFormerPlaces } from '../intake/intake.ts';
import { loadPublished } from '../intake/readings/readings.ts';
import type { Library } from '../library/library.ts';
import { compareText } from '../library/order.ts';
import { leadSentence } from '../library/words.ts';
import { siteFolders } from './folders.ts';

let library: { version: string; answer: Promise<Library> } | undefined;
let leads: Promise<Map<string, string>> | undefined;

/** Everything that the site publishes; found out once for each reading of the site. */
export async function loadLibrary(): Promise<Library> {
  if (library && !import.meta.env.DEV) return library.answer;
  const content = takeOver(siteFolders());
  if (!content) throw new Error('Nobody has read the site: pages are made by the commands `build` and `dev`.');
  if (library?.version !== content.version) library = { version: content.version, answer: libraryOf(content) };
  return library.answer;
}

async function libraryOf({ settings, groups, practices, entries }: SiteContent): Promise<Library> {
  const folders = siteFolders();
  // The collection is that of a build: see its loader.
  const cases = import.meta.env.DEV ? entries : (await getCollection('cases')).map(({ data }) => data);
  const packs = [...cases].sort((a, b) => compareText(a.id, b.id)).map(({ pack }) => pack);
  const published = loadPublished(folders, packs);
  return {
    settings,
    groups,
    practices,
    cases: published.map(({ entry }) => entry),
    sums: new Map(published.map(({ entry, sum }) => [entry, sum])),
    gazetteer: await loadGazetteer(folders),
  };
}

let formerPlaces: Promise<FormerPlace[]> | undefined;

/** Names and codes that places no longer bear, as content/places.yaml has them. */
export function loadFormerPlaces(): Promise<FormerPlace[]> {
  if (import.meta.env.DEV) return readFormerPlaces(siteFolders());
  formerPlaces ??= readFormerPlaces(siteFolders());
  return formerPlaces;
}

/** The first sentence of each practice's guide, by the practice's id: its definition. */
export function loadLeads(): Promise<Map<string, string>> {
  if (import.meta.env.DEV) return readLeads();
  leads ??= readLeads();
  return leads;
}

async function readLeads(): Promise<Map<string, string>> {
  const practices = await getCollection('practices');
  return new Map(practices.map(({ id, body }) => [id, leadSentence(body ?? '')]));
}

/**
 * A digest of each practice's guide as the editor wrote it, by the practice's id. A guide that takes in other files has none: what it
 * shows is not in its own words alone.
 */
export async function loadGuideDigests(): Promise<Map<string, string>> {
  const practices = await getCollection('practices');
  return new Map(
    practices.flatMap(({ id, body = '' }) =>
      /^\s*(?:import|export)\s/mu.test(body) || /!\[/u.test(body)
        ? []
        : [[id, createHash('sha256').update(body).digest('base64url')] as const],
    ),
  );
}

/** The guide of a practice, as a component. */
export async function loadGuide(practice: string) {
  const entry = await getEntry('practices', practice);
  if (!entry) throw new Error(`The collection \`practices\` has no entry \`${practice}\`.`);
  return (await render(entry)).Content;
}

/** A page that the editors wrote (content/pages/), as a component with its title; undefined where there is none. */
export async function loadPage(id: 'about' | 'help') {
  const entry = await getEntry('pages', id);
  if (!entry) return undefined;
  return { ...entry.data, Content: (await render(entry)).Content };
}

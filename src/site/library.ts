import { getCollection, getEntry, render } from 'astro:content';
import { createHash } from 'node:crypto';
import type { FormerPlace } from '../article/knowledge.ts';
import { sortPractices } from '../article/knowledge.ts';
import { loadGazetteer, loadFormerPlaces as readFormerPlaces } from '../intake/intake.ts';
import { loadPublished } from '../intake/readings/readings.ts';
import type { Library } from '../library/library.ts';
import { compareText } from '../library/order.ts';
import { leadSentence } from '../library/words.ts';
import { siteFolders } from './folders.ts';
import type { Settings } from './settings.ts';

let library: { version: string; answer: Promise<Library> } | undefined;
let leads: Promise<Map<string, string>> | undefined;

/** Everything that the site publishes; read once for each reading of the site. */
export async function loadLibrary(): Promise<Library> {
  if (library && !import.meta.env.DEV) return library.answer;
  const settings = await getEntry('settings', 'site');
  if (!settings) throw new Error('The collection `settings` has no entry `site`.');
  const { version, ...rest } = settings.data;
  const current = library?.version === version ? library : { version, answer: readLibrary(rest) };
  library = current;
  return current.answer;
}

async function readLibrary(settings: Settings): Promise<Library> {
  const folders = siteFolders();
  const [entries, practices, groups, gazetteer] = await Promise.all([
    getCollection('cases'),
    getCollection('practices'),
    getCollection('groups'),
    loadGazetteer(folders),
  ]);
  const ordered = groups
    .map(({ data }) => data)
    .sort((a, b) => a.order - b.order || compareText(a.id, b.id))
    .map(({ id, name }) => ({ id, name }));
  const packs = entries.sort((a, b) => compareText(a.id, b.id)).map(({ data }) => data.pack);
  const published = loadPublished(folders, packs);
  return {
    settings,
    groups: ordered,
    practices: sortPractices(
      practices.map(({ id, data }) => ({ ...data, id })),
      ordered,
    ),
    cases: published.map(({ entry }) => entry),
    sums: new Map(published.map(({ entry, sum }) => [entry, sum])),
    gazetteer,
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

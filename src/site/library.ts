import { getCollection, getEntry, render } from 'astro:content';
import type { FormerPlace } from '../article/knowledge.ts';
import { sortPractices } from '../article/knowledge.ts';
import { loadGazetteer, loadFormerPlaces as readFormerPlaces } from '../intake/intake.ts';
import type { Library } from '../library/library.ts';
import { compareText } from '../library/order.ts';
import { leadSentence } from '../library/words.ts';
import { siteFolders } from './folders.ts';

let library: Promise<Library> | undefined;
let leads: Promise<Map<string, string>> | undefined;

/** Everything that the site publishes; read once for a build. */
export function loadLibrary(): Promise<Library> {
  if (import.meta.env.DEV) return readLibrary();
  library ??= readLibrary();
  return library;
}

async function readLibrary(): Promise<Library> {
  const [cases, practices, groups, settings, gazetteer] = await Promise.all([
    getCollection('cases'),
    getCollection('practices'),
    getCollection('groups'),
    getEntry('settings', 'site'),
    loadGazetteer(siteFolders()),
  ]);
  if (!settings) throw new Error('The collection `settings` has no entry `site`.');
  const ordered = groups
    .map(({ data }) => data)
    .sort((a, b) => a.order - b.order || compareText(a.id, b.id))
    .map(({ id, name }) => ({ id, name }));
  return {
    settings: settings.data,
    groups: ordered,
    practices: sortPractices(
      practices.map(({ id, data }) => ({ ...data, id })),
      ordered,
    ),
    cases: cases.map(({ data }) => data).sort((a, b) => compareText(a.id, b.id)),
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

import type { Case, Summary } from '../../article/schema.ts';
import { onSite, urls, withinSite } from '../../site/urls.ts';
import type { Published } from '../model/check-clips.ts';
import { type Clip, caseOfClip, isTaken } from '../model/clip.ts';
import type { Around } from '../model/make-clip.ts';

/** The site as a page's script reaches it. */
export interface Site {
  /** Absolute address of the site's root, with its closing slash. */
  root: string;
  /** Where readers on the web find it; empty for a site that is read from a disk and has no address of its own. */
  address: string;
}

/** From the script's own element: `data-root` is the site's root relative to the page, `data-address` the site's own address. */
export function siteOf({ dataset }: HTMLElement): Site {
  const root = new URL(dataset.root ?? './', document.baseURI).href;
  return { root, address: dataset.address || (/^https?:/.test(root) ? root : '') };
}

/** A page of the site as this page can link to it. */
export function pageAddress(site: Site, address: string): string {
  return onSite(site.root, address);
}

/** Throws where the site cannot be reached, and where what answers is not ours. */
async function load(site: Site, name: string): Promise<unknown> {
  const answer = await fetch(pageAddress(site, urls.data(name)), { cache: 'no-cache' });
  if (!answer.ok) throw new Error(`${answer.status} for ${name}`);
  return answer.json();
}

export async function loadCase(site: Site, id: string): Promise<Case> {
  const value = (await load(site, `cases/${id}.json`)) as Partial<Case> | null;
  if (value?.id !== id || !Array.isArray(value.blocks) || !Array.isArray(value.figures)) throw new Error(`cases/${id}.json is not a case`);
  return value as Case;
}

async function loadSummaries(site: Site): Promise<Summary[]> {
  const value = (await load(site, 'cases.json')) as { cases?: Summary[] } | null;
  if (!Array.isArray(value?.cases)) throw new Error('cases.json is not a list of cases');
  return value.cases;
}

/** What clips take from the site around their cases; names of practices stay ids where they cannot be loaded. */
export async function loadAround(site: Site): Promise<Around> {
  const value = (await load(site, 'practices.json')) as { practices?: { id: string; name: string }[] } | null;
  if (!Array.isArray(value?.practices)) throw new Error('practices.json is not a list of practices');
  return {
    names: new Map(value.practices.map(({ id, name }) => [id, name])),
    link: (entry, block) => (site.address ? onSite(site.address, urls.case(entry, block)) : ''),
  };
}

/** What the site says today of the cases of these clips, by the ids that they had. A case is gone only where the site's own list lacks it. */
export async function loadPublished(site: Site, clips: readonly Clip[]): Promise<Map<string, Published>> {
  const published = new Map<string, Published>();
  let summaries: Promise<Summary[]> | undefined;
  for (const id of new Set(clips.filter(isTaken).map(caseOfClip))) {
    const entry = await loadCase(site, id).catch(() => {
      summaries ??= loadSummaries(site);
      return findElsewhere(site, id, summaries).catch((): Published => 'unknown');
    });
    published.set(id, entry);
  }
  return published;
}

/** Under the id that it bears now. Throws where the site cannot be asked. */
async function findElsewhere(site: Site, id: string, summaries: Promise<Summary[]>): Promise<Published> {
  const summary = (await summaries).find((each) => each.id === id || each.formerIds?.includes(id));
  return summary ? loadCase(site, summary.id) : 'gone';
}

/** Absolute address of a passage's place on this site. */
export function casePage(site: Site, entry: string, block?: string): string {
  return new URL(withinSite(urls.case(entry, block)), site.root).href;
}

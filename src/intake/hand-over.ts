/** A site's reading on its way from the command that made it to the pages of the same process, whose modules are their own. */
import { createHash } from 'node:crypto';
import type { Group, Practice } from '../article/knowledge.ts';
import type { SiteFolders } from '../site/folders.ts';
import type { Settings } from '../site/settings.ts';
import type { CaseEntry, SiteSurvey } from './intake.ts';

/** What the collections and the pages are made of, beside the guides. */
export interface SiteContent {
  settings: Settings;
  groups: Group[];
  /** In the taxonomy's order. */
  practices: Practice[];
  /** What is published, by id. */
  entries: CaseEntry[];
  /** Files that are left out for their errors: `content/practices/a.mdx`. */
  broken: string[];
  /** Changes with any of the others: a pack's name changes with any word of it. */
  version: string;
}

export function contentOf({ settings, groups, practices, entries, report }: SiteSurvey): SiteContent {
  const broken = report.files.filter(({ errors }) => errors.length > 0).map(({ file }) => file);
  const content = { settings, groups, practices, broken };
  const packs = entries.map(({ pack }) => pack);
  return {
    ...content,
    entries,
    version: createHash('sha256')
      .update(JSON.stringify([content, packs]))
      .digest('hex'),
  };
}

const place = Symbol.for('casebook.content');
const shared: typeof globalThis & { [place]?: { cache: string; content: SiteContent } } = globalThis;

type Site = Pick<SiteFolders, 'cache'>;

/** Lays the reading ready for the pages of this process, in place of the one before. */
export function handOver({ cache }: Site, content: SiteContent): void {
  shared[place] = { cache, content };
}

/** Undefined where nobody has read this site. */
export function takeOver({ cache }: Site): SiteContent | undefined {
  return shared[place]?.cache === cache ? shared[place].content : undefined;
}

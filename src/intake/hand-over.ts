/** A site's reading on its way from the command that made it to the pages, whose modules are their own. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** Holds the version that the pages are to take from disk. */
const handedOver = 'CASEBOOK_READING';

const fileName = 'reading.json';

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

/** Lays the reading ready for the pages of this process and of those that it starts. */
export function handOver({ cache }: SiteFolders, survey: SiteSurvey): void {
  const content = contentOf(survey);
  writeFileSync(join(cache, fileName), JSON.stringify(content));
  process.env[handedOver] = content.version;
}

const place = Symbol.for('casebook.content');
const shared: typeof globalThis & { [place]?: SiteContent } = globalThis;

/** The same for a process that goes on while content changes, and for this process alone. */
export function handOverHere(content: SiteContent): void {
  shared[place] = content;
}

/** Undefined where nobody has handed anything over. */
export function takeOver({ cache }: SiteFolders): SiteContent | undefined {
  if (shared[place]) return shared[place];
  const version = process.env[handedOver];
  if (version === undefined) return undefined;
  const content: SiteContent = JSON.parse(readFileSync(join(cache, fileName), 'utf8'));
  if (content.version !== version) throw new Error(`${fileName} is not the reading ${version} that was handed over.`);
  return content;
}

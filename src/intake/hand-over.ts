/** A site's reading on its way from the build that made it to the loaders of its pages, which run on their own. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SiteFolders } from '../site/folders.ts';
import type { SiteSurvey } from './intake.ts';

/** What the collections are made of. */
export type SiteContent = Pick<SiteSurvey, 'settings' | 'groups' | 'entries'> & {
  /** Ids in the taxonomy's order. */
  practices: string[];
  /** Changes with any of the others. */
  version: string;
};

/** Holds the version that the loaders are to take; without it they read the site themselves. */
const handedOver = 'CASEBOOK_READING';

const fileName = 'reading.json';

export function contentOf({ settings, groups, practices, entries }: SiteSurvey): SiteContent {
  const content = { settings, groups, practices: practices.map(({ id }) => id), entries };
  return { ...content, version: createHash('sha256').update(JSON.stringify(content)).digest('hex') };
}

/** Lays the reading ready for the loaders of this process and of those that it starts. */
export function handOver({ cache }: SiteFolders, survey: SiteSurvey): void {
  const content = contentOf(survey);
  writeFileSync(join(cache, fileName), JSON.stringify(content));
  process.env[handedOver] = content.version;
}

/** Undefined where nobody has handed anything over. */
export function takeOver({ cache }: SiteFolders): SiteContent | undefined {
  const version = process.env[handedOver];
  if (version === undefined) return undefined;
  const content: SiteContent = JSON.parse(readFileSync(join(cache, fileName), 'utf8'));
  if (content.version !== version) throw new Error(`${fileName} is not the reading ${version} that was handed over.`);
  return content;
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type SiteSurvey, surveySite } from '../../../src/intake/intake.ts';
import { openPictureShelf } from '../../../src/intake/picture-shelf.ts';
import { openReadingStore, readPublished } from '../../../src/intake/readings/readings.ts';
import type { SiteMemory } from '../../../src/intake/site-memory.ts';
import { type SiteFolders, siteFolders } from '../../../src/site/folders.ts';
import { temporaryFolder, writeFiles } from '../../setup/folder.ts';

/** The parts of a program's folder on which the key of its code stands. */
const program = {
  'src/article/read.ts': 'export const one = 1;\n',
  'src/intake/intake.ts': 'export const two = 2;\n',
  'src/pages/index.astro': '<p></p>\n',
  'package-lock.json': '{}\n',
};

/** A site with a cache and a program of its own, so that a test can change any of the three. */
export function keptFolders(site: string): SiteFolders {
  return { ...siteFolders({ CASEBOOK_SITE: site }), program: temporaryFolder(program), cache: temporaryFolder() };
}

/** Lays files over those of a site; null takes one away. */
export function change(folder: string, changes: Record<string, string | Buffer | null>): void {
  for (const [path, content] of Object.entries(changes)) {
    if (content === null) rmSync(join(folder, path), { recursive: true });
    else writeFiles(folder, { [path]: content });
  }
}

export interface Build {
  /** Everything that pages and reports are made of, names of packs aside. */
  all: string;
  survey: SiteSurvey;
  /** Files that were read, in the order in which they were. */
  read: string[];
}

/** What a build does with a site's sources. */
export async function build(folders: SiteFolders, options: { holdBad?: boolean; memory?: SiteMemory } = {}): Promise<Build> {
  const store = openReadingStore(folders);
  const read: string[] = [];
  const counting = {
    ...store,
    put: (...given: Parameters<typeof store.put>) => {
      read.push(given[1].head.file);
      store.put(...given);
    },
  };
  const survey = await surveySite(folders, { ...options, store: counting, pictures: await openPictureShelf(folders) });
  store.prune();
  const { entries, report, failed, settings, groups, practices } = survey;
  const cases = entries.map(({ pack, ...summary }) => [summary, readPublished(folders, pack).entry]);
  return { all: JSON.stringify({ settings, groups, practices, cases, report, failed }), survey, read };
}

/** The same without anything kept. */
export async function cleanBuild(folders: SiteFolders, options: { holdBad?: boolean } = {}): Promise<Build> {
  return build({ ...folders, cache: temporaryFolder() }, options);
}

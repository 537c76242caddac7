/** Astro's side of the intake: the cases that were read, and the guides that editors write, which Astro renders. */
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { siteFolders } from '../site/folders.ts';
import { listFiles } from './files.ts';
import { takeOver } from './hand-over.ts';

const folders = siteFolders();

/**
 * The cases of the reading that was handed over. Not where files are watched: there Astro would write and load all entries after each
 * edit and keep every version in memory (150 MB of ten thousand articles), so pages take them from the reading (src/site/library.ts).
 */
export function caseLoader(): Loader {
  return {
    name: 'casebook-cases',
    async load({ store, parseData, watcher }) {
      store.clear();
      if (watcher) return;
      for (const entry of takeOver(folders)?.entries ?? []) {
        store.set({ id: entry.id, data: await parseData({ id: entry.id, data: { ...entry } }), digest: entry.pack });
      }
    },
  };
}

/** The guides of a folder of content/ that the reading found in order; all where nobody has read the site. */
export function guideLoader(folder: 'practices' | 'pages'): Loader {
  const base = pathToFileURL(`${resolve(folders.content, folder)}${sep}`);
  return {
    name: guideLoaderName(folder),
    // What has changed is loaded again when the site has been read again (src/site/follow-site.ts), so no file is watched here.
    load: async ({ watcher: _, ...context }) => {
      const broken = new Set(takeOver(folders)?.broken);
      const files = (await listFiles(resolve(folders.content, folder))) ?? [];
      const pattern = files.filter((file) => /\.mdx?$/.test(file) && !broken.has(`content/${folder}/${file}`));
      await glob({ pattern, base, generateId: ({ entry }) => entry.replace(/\.mdx?$/, '') }).load(context);
    },
  };
}

export function guideLoaderName(folder: 'practices' | 'pages'): string {
  return `casebook-${folder}`;
}

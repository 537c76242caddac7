/** Astro's side of the intake: the cases that were read, and the guides that editors write, which Astro renders. */
import { resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { glob, type Loader } from 'astro/loaders';
import { siteFolders } from '../site/folders.ts';
import { listFiles } from './files.ts';
import { takeOver } from './hand-over.ts';

const folders = siteFolders();

export const caseLoaderName = 'casebook-cases';

/** The cases of the reading that was handed over; a case whose pack has another name has changed. */
export function caseLoader(): Loader {
  return {
    name: caseLoaderName,
    async load({ store, parseData }) {
      const entries = new Map(takeOver(folders)?.entries.map((entry) => [entry.id, entry]));
      for (const id of store.keys()) if (!entries.has(id)) store.delete(id);
      for (const [id, entry] of entries) {
        if (store.get(id)?.digest === entry.pack) continue;
        store.set({ id, data: await parseData({ id, data: { ...entry } }), digest: entry.pack });
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

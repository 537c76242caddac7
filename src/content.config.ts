import { defineCollection } from 'astro:content';
import { practiceSchema } from './article/knowledge.ts';
import { guideLoader } from './intake/loaders.ts';
import { pageSchema } from './intake/vocabulary.ts';

/** What editors write and Astro renders. Cases, settings and groups come to the pages as they were read (src/site/library.ts). */
export const collections = {
  practices: defineCollection({ loader: guideLoader('practices'), schema: practiceSchema }),
  /** Pages that the site's owner writes: about, help. */
  pages: defineCollection({ loader: guideLoader('pages'), schema: pageSchema }),
};

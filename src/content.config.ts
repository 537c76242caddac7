import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { practiceSchema } from './article/knowledge.ts';
import { summarySchema } from './article/schema.ts';
import { caseLoader, guideLoader } from './intake/loaders.ts';
import { pageSchema } from './intake/vocabulary.ts';

export const collections = {
  /** Each source article as a typed entry with its practices; the entry's id is the case's. Its text is in the pack that it names. */
  cases: defineCollection({ loader: caseLoader(), schema: summarySchema.extend({ pack: z.string() }) }),
  /** What editors write of each practice. */
  practices: defineCollection({ loader: guideLoader('practices'), schema: practiceSchema }),
  /** Pages that the site's owner writes: about, help. */
  pages: defineCollection({ loader: guideLoader('pages'), schema: pageSchema }),
};

import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { groupSchema, practiceSchema } from './article/knowledge.ts';
import { summarySchema } from './article/schema.ts';
import { guideLoader, idOf, readingLoader } from './intake/loaders.ts';
import { pageSchema } from './intake/vocabulary.ts';
import { settingsSchema } from './site/settings.ts';

export const collections = {
  /** Each source article as a typed entry with its practices; the entry's id is the case's. Its text is in the pack that it names. */
  cases: defineCollection({
    loader: readingLoader('cases', ({ entries }) => entries.map((data) => ({ id: data.id, data }))),
    schema: summarySchema.extend({ pack: z.string() }),
  }),
  practices: defineCollection({
    loader: guideLoader('practices', (site, files) => {
      const good = new Set(site.practices);
      return files.filter((file) => good.has(idOf(file)));
    }),
    schema: practiceSchema,
  }),
  /** Pages that the site's owner writes: about, help. */
  pages: defineCollection({
    loader: guideLoader('pages', (_, files) => files.filter((file) => /\.mdx?$/.test(file))),
    schema: pageSchema,
  }),
  groups: defineCollection({
    loader: readingLoader('groups', (site) => site.groups.map((group, order) => ({ id: group.id, data: { ...group, order } }))),
    schema: groupSchema.extend({ order: z.int().nonnegative() }),
  }),
  settings: defineCollection({
    loader: readingLoader('settings', ({ settings, version }) => [{ id: 'site', data: { ...settings, version } }]),
    /** The version changes with any of the collections but `pages`. */
    schema: settingsSchema.extend({ version: z.string() }),
  }),
};

import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import { groupSchema, practiceSchema } from './article/knowledge.ts';
import { caseSchema } from './article/schema.ts';
import { guideLoader, idOf, readingLoader } from './intake/loaders.ts';
import { pageSchema } from './intake/vocabulary.ts';
import { settingsSchema } from './site/settings.ts';

export const collections = {
  /** Each source article as a typed case; the entry's id is the case's. */
  cases: defineCollection({
    loader: readingLoader('cases', (site) => site.cases.map((data) => ({ id: data.id, data }))),
    schema: caseSchema,
  }),
  practices: defineCollection({
    loader: guideLoader('practices', (site, files) => {
      const good = new Set(site.practices.map(({ id }) => id));
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
    loader: readingLoader('settings', ({ settings }) => [{ id: 'site', data: settings }]),
    schema: settingsSchema,
  }),
};

import type { Case, Summary } from './schema.ts';

/** What `data/cases.json` says of a case as it is published. */
export function summaryOf(entry: Case): Summary {
  return {
    id: entry.id,
    url: entry.url,
    ...(entry.formerIds && { formerIds: entry.formerIds }),
    file: entry.file,
    title: entry.title,
    ...(entry.place && { place: entry.place }),
    ...(entry.date && { date: entry.date }),
    practices: entry.practices.map(({ id }) => id),
    blocks: entry.blocks.length,
  };
}

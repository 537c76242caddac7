/** What `data/` holds beside the cases themselves. Addresses are relative to the site's root. */
import { z } from 'zod';
import { caseSchema, placeSchema, summarySchema } from '../article/schema.ts';
import { summaryOf } from '../article/summary.ts';
import { urls, withinSite } from '../site/urls.ts';
import { placedSpots } from './evidence.ts';
import { type Library, perLibrary } from './library.ts';
import { measuresFileSchema } from './measures-file.ts';
import { methodsInOrder } from './methods.ts';
import { casesInOrder } from './order.ts';
import { casesOf, mentionsOf, type PlaceNode, placeTree, practicesOfPlace } from './places.ts';
import { practiceCounts, practicesByGroup } from './practices.ts';

const practiceRecordSchema = z.strictObject({
  id: z.string(),
  url: z.string(),
  name: z.string(),
  english: z.string(),
  /** Id and name of its group. */
  group: z.strictObject({ id: z.string(), name: z.string() }),
  aliases: z.array(z.string()),
  related: z.array(z.string()),
  /** Numbers of passages that show it and of their cases. */
  passages: z.int().nonnegative(),
  cases: z.int().nonnegative(),
  /** Codes of the places where it was seen. */
  places: z.array(z.string()),
});

const placeRecordSchema = placeSchema.extend({
  url: z.string(),
  /** Ids of the place's own cases. */
  cases: z.array(z.string()),
  /** Number of its cases and those of the places below it. */
  casesWithin: z.int().nonnegative(),
  /** Passages of other places' cases that speak of it. */
  mentions: z.array(z.strictObject({ case: z.string(), block: z.string() })),
  /** Ids of practices that were seen in it or below it. */
  practices: z.array(z.string()),
});

const methodRecordSchema = z.strictObject({
  id: z.string(),
  url: z.string(),
  name: z.string(),
  consists: z.array(z.string()).optional(),
  practices: z.array(z.string()),
  uses: z.array(z.strictObject({ case: z.string(), name: z.string(), passages: z.array(z.string()), places: z.array(z.string()) })),
});

export const casesFileSchema = z.strictObject({ cases: z.array(summarySchema) });
export const practicesFileSchema = z.strictObject({ practices: z.array(practiceRecordSchema) });
export const placesFileSchema = z.strictObject({ places: z.array(placeRecordSchema) });
export const methodsFileSchema = z.strictObject({ methods: z.array(methodRecordSchema) });

/** `data/cases.json`, in list order. */
export function casesFile(library: Library): z.output<typeof casesFileSchema> {
  return { cases: casesInOrder(library).map(summaryOf) };
}

/** `data/practices.json`, in the taxonomy's order. */
export function practicesFile(library: Library): z.output<typeof practicesFileSchema> {
  return {
    practices: practicesByGroup(library).flatMap(({ group, practices }) =>
      practices.map(({ id, name, english, aliases, related }) => {
        const { passages, cases } = practiceCounts(library, id);
        return {
          id,
          url: withinSite(urls.practice(id)),
          name,
          english,
          group: { id: group.id, name: group.name },
          aliases,
          related,
          passages,
          cases,
          places: placedSpots(library, id).map(({ place }) => place.code),
        };
      }),
    ),
  };
}

/** `data/places.json`, in order of codes. */
export const placesFile = perLibrary((library): z.output<typeof placesFileSchema> => {
  const flat = (nodes: readonly PlaceNode[]): PlaceNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);
  return {
    places: flat(placeTree(library)).map(({ place, casesWithin }) => ({
      ...place,
      url: withinSite(urls.place(place.code)),
      cases: casesOf(library, place.code).map(({ id }) => id),
      casesWithin,
      mentions: mentionsOf(library, place.code).map(({ entry, block }) => ({ case: entry.id, block: block.id })),
      practices: practicesOfPlace(library, place.code).map(({ practice }) => practice.id),
    })),
  };
});

/** `data/methods.json`, in order of ids. */
export function methodsFile(library: Library): z.output<typeof methodsFileSchema> {
  return {
    methods: methodsInOrder(library).map(({ id, name, consists, practices, uses }) => ({
      id,
      url: withinSite(urls.method(id)),
      name,
      ...(consists.length > 0 && { consists }),
      practices,
      uses: uses.map(({ entry, method, blocks, spots }) => ({
        case: entry.id,
        name: method.name,
        passages: blocks.map((block) => block.id),
        places: spots.flatMap(({ place }) => (place ? [place.code] : [])),
      })),
    })),
  };
}

/** `data/schema.json`: a JSON Schema for each file of `data/`, under `$defs` by the file's name. */
export function schemaFile(): object {
  const files = {
    'cases.json': casesFileSchema,
    'cases/<id>.json': caseSchema,
    'practices.json': practicesFileSchema,
    'places.json': placesFileSchema,
    'methods.json': methodsFileSchema,
    'measures.json': measuresFileSchema,
  };
  const schema = (source: z.ZodType) => {
    const { $schema: _, ...rest } = z.toJSONSchema(source, { target: 'draft-2020-12' });
    return rest;
  };
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $defs: Object.fromEntries(Object.entries(files).map(([name, source]) => [name, schema(source)])),
  };
}

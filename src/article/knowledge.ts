/** What the reader of an article knows beforehand: the taxonomy, the places, the words that are no methods. Plain data. */
import { z } from 'zod';

const asciiId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/**
 * One way in which a passage shows a practice. Documented for editors in README.zh-CN.md.
 * A passage shows the practice when the weights of its signals reach 1.
 */
export const signalSchema = z.union([
  /** A phrase alone weighs 1. */
  z.string().min(2),
  z.strictObject({
    /** Words that must stand in the passage as written; or: */
    phrase: z.string().min(2).optional(),
    /** A regular expression (flag u) over the passage's cleaned text; or: */
    pattern: z.string().min(1).optional(),
    /** Two lists of words, of which one each must stand close together in one sentence, in either order. */
    together: z.tuple([z.array(z.string()).min(1), z.array(z.string()).min(1)]).optional(),
    /** 1 decides alone; two of 0.5 decide together; a negative weight speaks against. */
    weight: z.number().min(-1).max(1).default(1),
    /** The signal does not count where one of these stands in the same sentence. */
    unless: z.array(z.string()).optional(),
  }),
]);
export type Signal = z.output<typeof signalSchema>;

export const practiceSchema = z.strictObject({
  /** What readers see: `跨村联建`. */
  name: z.string().min(2),
  /** The id's words: `cross-village joint building`. */
  english: z.string().min(2),
  /** Id of a group in content/groups.yaml. */
  group: asciiId,
  /** Other names that articles and readers use: `联村党建`. */
  aliases: z.array(z.string().min(2)).default([]),
  signals: z.array(signalSchema).min(1),
  /** Place in its group; those without one stand last, by id. */
  order: z.int().positive().optional(),
  /** Ids of practices that a reader should look at next. */
  related: z.array(asciiId).default([]),
});
export type PracticeEntry = z.output<typeof practiceSchema>;
export type Practice = PracticeEntry & { id: string };

export const groupSchema = z.strictObject({ id: asciiId, name: z.string().min(2) });
export type Group = z.output<typeof groupSchema>;

/** Words that are no county's own method: slogans, documents, campaigns of the centre, standing institutions, images. content/slogans.yaml */
export const slogansSchema = z.array(z.string().min(2));
export type Slogans = z.output<typeof slogansSchema>;

/** A name or code that a place no longer bears, and today's place: one entry of content/places.yaml. */
export const formerPlaceSchema = z.strictObject({
  /** As articles write it: `沙县`. */
  name: z.string().min(2),
  /** GB/T 2260 code of its time; absent where it had none of its own. */
  code: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  /** The places that it lay in, from the province down, where they differ from today's: `["安徽省", "六安市"]`. */
  path: z.array(z.string().min(2)).min(1).max(2).optional(),
  /** Code of today's place. */
  successor: z.string().regex(/^\d{6}$/),
  /** What happened, for editors. */
  note: z.string().optional(),
});
export type FormerPlace = z.output<typeof formerPlaceSchema>;

/** The taxonomy's order: by group, then by `order`, then by id. */
export function sortPractices(practices: readonly Practice[], groups: readonly Group[]): Practice[] {
  const rank = (practice: Practice) => groups.findIndex((group) => group.id === practice.group);
  const order = (practice: Practice) => practice.order ?? Number.MAX_SAFE_INTEGER;
  return [...practices].sort((a, b) => rank(a) - rank(b) || order(a) - order(b) || (a.id < b.id ? -1 : 1));
}

/** content/watchwords.yaml: the office's own list of words to look at. */
export const watchwordSchema = z.strictObject({
  /** As it stands in articles: `扶贫`. */
  word: z.string().min(1),
  /** Why: `现用“帮扶”`. */
  reason: z.string().min(1),
  /** What to write instead, where there is one. */
  suggestion: z.string().optional(),
});
export type Watchword = z.output<typeof watchwordSchema>;

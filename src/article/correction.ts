/** content/cases/<source>.yaml: what an editor lays over the program's reading of one article. All fields are optional. */
import { z } from 'zod';
import { isFreeId, longestId } from './case-id.ts';
import { isTerm } from './redaction.ts';
import { figureSchema, methodSchema, newspaperPage, webAddressSchema } from './schema.ts';
import { readIsoDate } from './text/dates.ts';

const asciiId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: '只能用小写英文字母、数字和连字符' });
const blockId = z.string().regex(/^[a-z][0-9a-f]{6}(-\d+)?$/, { error: '应是段落编号，如 p1a2b3c' });
/** YAML reads 2022 and 350425 as numbers. */
const text = z.union([z.string(), z.number()]).transform(String);
const isoDate = text.refine((value) => readIsoDate(value) !== undefined, { error: '应写成 2022-11-08、2022-11 或 2022，而且是真有的日子' });
const reason = z.string().min(1);
/** Words of the figure that is meant: its number counts figures in a passage, and may come to mean another one. */
const figureWords = z.string().min(1);
const caseId = asciiId
  .max(longestId, { error: `不能超过 ${longestId} 个字符` })
  .refine(isFreeId, { error: '不能只是数字，也不能是 index、con 这类另有用处的名称' });

export const correctionSchema = z.strictObject({
  /** Id and address of the case: `datian-2022`. */
  id: caseId.optional(),
  /** Ids under which the case was published before: their addresses lead on to today's. */
  formerIds: z.array(caseId).default([]),
  title: z.string().min(1).optional(),
  /** `2022-11-08`, `2022-11` or `2022`. */
  date: isoDate.optional(),
  source: z
    .strictObject({
      name: z.string().optional(),
      /** Page of the newspaper: `3`, `A02`. */
      page: text.pipe(newspaperPage).optional(),
      url: webAddressSchema.optional(),
      author: z.string().optional(),
      editor: z.string().optional(),
    })
    .optional(),
  /** GB/T 2260 code; `none` for an article about no place. */
  place: text.optional(),
  rights: z.strictObject({ publish: z.enum(['full', 'excerpt', 'link']).optional(), notice: z.string().optional() }).optional(),
  /** `true` or the reason: the case is not published. */
  hold: z.union([z.boolean(), z.string().min(1)]).optional(),
  /** Why an article with a classification mark, revisions or comments may be published all the same. */
  release: reason.optional(),
  /** Words that must not be published, such as a private person's name: each is shown as 某. A number loses digits in YAML, so it stands in quotation marks. */
  redact: z
    .array(z.string({ error: '应是文字；电话、证件号码请加引号，如 "13800000000"' }).refine(isTerm, { error: '不能是空白' }))
    .default([]),
  /** Says that a person has checked the whole case. */
  review: z.strictObject({ date: isoDate.optional() }).optional(),
  /** Words to replace, in the text as cleaned; `find` must occur exactly once in the case, or in `block`. */
  text: z.array(z.strictObject({ block: blockId.optional(), find: z.string().min(1), replace: z.string(), reason })).default([]),
  /** Structure: kind and level of a block, a split before words, a join with the next block; the words for a picture. */
  blocks: z
    .array(
      z.strictObject({
        block: blockId,
        kind: z.enum(['heading', 'paragraph', 'caption']).optional(),
        level: z.union([z.literal(2), z.literal(3)]).optional(),
        /** The second part begins with these words. */
        splitBefore: z.string().min(1).optional(),
        joinNext: z.literal(true).optional(),
        /** Pictures only: what it shows, for readers who do not see it. */
        alt: z.string().min(1).optional(),
        /** Takes the block off the page. */
        remove: z.literal(true).optional(),
        reason: z.string().optional(),
      }),
    )
    .default([]),
  practices: z
    .strictObject({
      add: z.array(z.strictObject({ block: blockId, practice: asciiId, words: z.array(z.string()).default([]) })).default([]),
      /** Without `block`: everywhere in the case. */
      remove: z.array(z.strictObject({ practice: asciiId, block: blockId.optional() })).default([]),
    })
    .optional(),
  figures: z
    .strictObject({
      add: z.array(figureSchema.omit({ id: true, practices: true })).default([]),
      change: z
        .array(
          z.strictObject({
            id: z.string(),
            quote: figureWords.optional(),
            set: figureSchema.omit({ id: true, passage: true, practices: true }).partial(),
          }),
        )
        .default([]),
      remove: z
        .array(z.union([z.string().transform((id) => ({ id })), z.strictObject({ id: z.string(), quote: figureWords })]))
        .default([]),
    })
    .optional(),
  methods: z
    .strictObject({
      add: z.array(methodSchema.omit({ id: true })).default([]),
      remove: z.array(z.string()).default([]),
    })
    .optional(),
  problems: z
    .strictObject({
      add: z.array(z.strictObject({ text: z.string().min(2), practice: asciiId.nullable().default(null), passage: blockId })).default([]),
      /** Words of the problem as the page shows them. */
      remove: z.array(z.string()).default([]),
    })
    .optional(),
  /** Flags looked at and found to be in order. */
  accept: z.array(z.strictObject({ flag: z.string().min(1), reason, by: z.string().min(1) })).default([]),
});
export type Correction = z.output<typeof correctionSchema>;

/**
 * The published shape of a case: what `data/cases/<id>.json` holds and what pages are made from.
 * Addresses and fields are a contract with readers of `data/`: add to it, never rename.
 */
import { z } from 'zod';

const blockId = z.string().regex(/^[a-z][0-9a-f]{6}(-\d+)?$/);
const asciiId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

export const placeSchema = z.strictObject({
  /** GB/T 2260 code, six digits; used in URLs. */
  code: z.string().regex(/^\d{6}$/),
  /** Full name as readers know it: `大田县`. */
  name: z.string(),
  level: z.enum(['province', 'city', 'county']),
  /** From the province down to the place itself: `["福建省", "三明市", "大田县"]`. */
  path: z.array(z.string()).min(1).max(3),
});
export type Place = z.output<typeof placeSchema>;

export const caseDateSchema = z.strictObject({
  /** `2020-07-27`, `2020-07` or `2020`, as far as `precision` says. */
  value: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  /** `07:27`, local time of the source. */
  time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  precision: z.enum(['day', 'month', 'year']),
  /** Whether the source states the date or an editor supplied it. */
  basis: z.enum(['stated', 'editor']),
});
export type CaseDate = z.output<typeof caseDateSchema>;

/** An address that a page may link to: it opens a page and never runs code. */
export const webAddressSchema = z.url({ protocol: /^https?$/, error: '应是以 http:// 或 https:// 开头的网址' });

export function isWebAddress(text: string): boolean {
  return webAddressSchema.safeParse(text).success;
}

export const newspaperPage = z.string().regex(/^[A-Z]?\d{1,3}$/, { error: '应是版次，如 3 或 A02' });

export const caseSourceSchema = z.strictObject({
  /** The byline's words as they stand in the source. */
  byline: z.string().optional(),
  /** Name of the publisher: `东南网`. */
  name: z.string().optional(),
  /** Page of the newspaper that printed it: `3`, `A02`. */
  page: newspaperPage.optional(),
  url: webAddressSchema.optional(),
  author: z.string().optional(),
  editor: z.string().optional(),
  photographers: z.array(z.string()),
});
export type CaseSource = z.output<typeof caseSourceSchema>;

export const blockSchema = z.strictObject({
  /** Anchor in the page: first letter of the kind and six hex digits of SHA-256 of the cleaned text; of an image, of its file's name. */
  id: blockId,
  /** Running number of a paragraph, from 1: readers see 第11段. Other kinds have none. */
  n: z.int().positive().optional(),
  kind: z.enum(['heading', 'paragraph', 'caption', 'list', 'table', 'image']),
  /** Headings only. */
  level: z.union([z.literal(2), z.literal(3)]).optional(),
  /** Of an image: what the source says that it shows; empty where it says nothing. */
  text: z.string(),
  /** Tables only: cells row by row, the head first. */
  rows: z.array(z.array(z.string())).optional(),
  /** Images only: the file, relative to the site's root, named by its content. */
  src: z
    .string()
    .regex(/^cases\/pictures\/[0-9a-f]{16}\.(?:png|jpg|gif|webp)$/)
    .optional(),
  /** Images only: size in pixels. */
  width: z.int().positive().optional(),
  height: z.int().positive().optional(),
  /** Ids of the practices that the block shows. */
  practices: z.array(asciiId),
  /** Codes of the places that the block speaks of. */
  places: z.array(z.string().regex(/^\d{6}$/)),
});
export type Block = z.output<typeof blockSchema>;

export const casePracticeSchema = z.strictObject({
  id: asciiId,
  /** A passage is about it, or several passages show it. */
  primary: z.boolean(),
  /** Where it shows, with the words that decided, as they stand in the passage. */
  passages: z.array(z.strictObject({ block: blockId, words: z.array(z.string()) })),
});
export type CasePractice = z.output<typeof casePracticeSchema>;

export const methodSchema = z.strictObject({
  /** Pinyin of the name. */
  id: asciiId,
  /** As the source writes it: `“四联四促”跨村联建工作法`. */
  name: z.string(),
  /** What it consists of, only where the text says so. */
  consists: z.array(z.string()).optional(),
  /** Blocks that name it, in reading order. */
  passages: z.array(blockId).min(1),
});
export type Method = z.output<typeof methodSchema>;

export const problemSchema = z.strictObject({
  /** In the source's words: `乡村规模小、空心化、发展不平衡`. */
  text: z.string(),
  /** The practice that answers it in that passage; null where the passage shows none. */
  practice: asciiId.nullable(),
  passage: blockId,
});
export type CaseProblem = z.output<typeof problemSchema>;

export const figureSchema = z.strictObject({
  /** Its block's id and a running number: `p1a2b3c-1`. */
  id: z.string(),
  passage: blockId,
  /** The exact words of the passage: `累计争取各类资金超过5400万元`. */
  quote: z.string().min(1),
  /** What is counted, in the measure's own name: `各类资金`. */
  subject: z.string().min(1),
  /** In base units: `5400万元` is 54000000. */
  value: z.number(),
  /** The end of a range, or of a from-to change. */
  valueTo: z.number().optional(),
  /** Never empty: `元`, `个`, `%`, `个百分点`. */
  unit: z.string().min(1),
  /** 余 多 约 近: about; 超过 以上: over; 不足: under; 不少于: atLeast; 不超过: atMost. */
  bound: z.enum(['exact', 'about', 'over', 'under', 'atLeast', 'atMost']),
  kind: z.enum(['count', 'amount', 'share', 'growth', 'change', 'rank']),
  /** What the value is counted per: `户`, `年`. */
  per: z.string().optional(),
  /** `2021`, `2019/2021`; only as far as the text says. */
  period: z.string().optional(),
  /** Code of the place whose figure it is; not always the article's place. */
  place: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  /** A name below county level whose figure it is: `龙地村`. */
  scope: z.string().optional(),
  status: z.enum(['done', 'planned', 'problem']),
  practices: z.array(asciiId),
});
export type Figure = z.output<typeof figureSchema>;

export const correctionNoteSchema = z.strictObject({ block: blockId, reason: z.string() });

export const caseSchema = z.strictObject({
  id: asciiId,
  /** Relative to the site's root: `cases/<id>.html`. */
  url: z.string(),
  /** Ids that it had before; their addresses lead here. */
  formerIds: z.array(asciiId).optional(),
  /** `seeds/<name>`. */
  file: z.string(),
  /** SHA-256 of the source's bytes, hex. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  title: z.string().min(1),
  /** The place that the article as a whole reports on. */
  place: placeSchema.optional(),
  date: caseDateSchema.optional(),
  /** Latest year that the text speaks of as past, where no date is known. */
  notBefore: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  source: caseSourceSchema,
  rights: z.strictObject({
    /** The source's own words about its rights. */
    notice: z.string().optional(),
    publish: z.enum(['full', 'excerpt', 'link']),
  }),
  review: z.strictObject({ state: z.enum(['machine', 'reviewed']), date: z.string().optional() }),
  practices: z.array(casePracticeSchema),
  methods: z.array(methodSchema),
  problems: z.array(problemSchema),
  figures: z.array(figureSchema),
  blocks: z.array(blockSchema),
  /** Where the editor changed words. */
  corrections: z.array(correctionNoteSchema),
});
export type Case = z.output<typeof caseSchema>;

export const summarySchema = z.strictObject({
  id: asciiId,
  url: z.string(),
  formerIds: z.array(asciiId).optional(),
  file: z.string(),
  title: z.string(),
  place: placeSchema.optional(),
  date: caseDateSchema.optional(),
  practices: z.array(asciiId),
  /** Number of blocks. */
  blocks: z.int().nonnegative(),
});
export type Summary = z.output<typeof summarySchema>;

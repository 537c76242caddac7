import { z } from 'zod';
import { displayValue } from '../article/figures/quantities.ts';
import { urls, withinSite } from '../site/urls.ts';
import { periodWords } from './figure-words.ts';
import { type Library, perLibrary } from './library.ts';
import { type MeasuredPlace, sharedMeasures } from './measures.ts';
import { figureRows } from './practices.ts';
import { blockLabel } from './words.ts';

const measureRecordSchema = z.strictObject({
  /** What makes two figures figures of one measure; not for readers. */
  key: z.string(),
  /** In the words of the first place. */
  subject: z.string(),
  unit: z.string(),
  values: z.array(
    z.strictObject({
      /** Code of the place. */
      place: z.string(),
      /** With its bound and unit, as a reader sees it: `超过5400万元`. */
      text: z.string(),
      /** In the words of this source. */
      subject: z.string(),
      /** In words: `2021年`; only as far as the text says. */
      period: z.string().optional(),
      /** The exact words of the passage. */
      quote: z.string(),
      case: z.string(),
      title: z.string(),
      /** Its page, within the site. */
      url: z.string(),
      /** Anchor of the passage, and how a reader names it: `第11段`. */
      block: z.string(),
      passage: z.string(),
      review: z.enum(['machine', 'reviewed']),
    }),
  ),
});

export const measuresFileSchema = z.strictObject({ measures: z.array(measureRecordSchema) });

/** `data/measures.json`: what was reached, measured alike in two places or more; those of the most places first. */
export const measuresFile = perLibrary((library: Library): z.output<typeof measuresFileSchema> => {
  const rows = library.practices.flatMap(({ id }) => figureRows(library, id));
  return {
    measures: sharedMeasures(rows).map(({ key, subject, unit, places }) => ({ key, subject, unit, values: places.map(valueAt) })),
  };
});

function valueAt({ place, figure, evidence: { entry, block } }: MeasuredPlace) {
  const { prefix, value, unit } = displayValue(figure);
  return {
    place: place.code,
    text: `${prefix}${value}${unit}`,
    subject: figure.subject,
    ...(figure.period && { period: periodWords(figure.period) }),
    quote: figure.quote,
    case: entry.id,
    title: entry.title,
    url: withinSite(urls.case(entry.id)),
    block: block.id,
    passage: blockLabel(block),
    review: entry.review.state,
  };
}

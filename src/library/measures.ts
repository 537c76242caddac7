import type { Figure, Place } from '../article/schema.ts';
import { append } from './collect.ts';
import type { FoundFigure, PracticeRow } from './practices.ts';

/** One place's value of a measure. */
export interface MeasuredPlace extends FoundFigure {
  place: Place;
  /** 0 to 1, of the largest value. */
  length: number;
}

/** Figures of the same subject, unit and kind that two places or more have. */
export interface Measure {
  /** `联村党组织 个 count` */
  key: string;
  subject: string;
  unit: string;
  places: MeasuredPlace[];
  /** Some of the figures nobody has checked. */
  unreviewed: boolean;
}

const charted: readonly Figure['kind'][] = ['count', 'amount', 'share', 'growth'];

/** What makes two figures figures of one measure. */
export function measureKey({ subject, unit, kind, per = '' }: Pick<Figure, 'subject' | 'unit' | 'kind' | 'per'>): string {
  return [subject, unit, kind, per].filter(Boolean).join(' ');
}

/**
 * Measures that can stand in a chart, those of the most places first, then in the order of the rows: single values that were reached, of the place itself
 * and not of a part of it. A place that gives two values for one measure is left out: which one holds is not known.
 */
export function sharedMeasures(rows: readonly PracticeRow[]): Measure[] {
  const found = new Map<string, (FoundFigure & { place: Place })[]>();
  for (const { spot, figures, moreFigures } of rows) {
    if (!spot.place) continue;
    for (const item of [...figures, ...moreFigures]) {
      if (isComparable(item.figure, spot.place)) append(found, measureKey(item.figure), { ...item, place: spot.place });
    }
  }
  const measures = [...found].flatMap(([key, items]) => {
    const single = items.filter(({ place, figure }) =>
      items.every((other) => other.place.code !== place.code || other.figure.value === figure.value),
    );
    const places = single.filter(({ place }, index) => single.findIndex((other) => other.place.code === place.code) === index);
    const [first] = places;
    return first && places.length > 1 ? [measureOf(key, first.figure, places)] : [];
  });
  return measures.sort((a, b) => b.places.length - a.places.length);
}

function isComparable(figure: Figure, place: Place): boolean {
  const isOwn = figure.scope === undefined && (figure.place === undefined || figure.place === place.code);
  return isOwn && figure.status === 'done' && figure.valueTo === undefined && figure.value > 0 && charted.includes(figure.kind);
}

function measureOf(key: string, { subject, unit, per }: Figure, items: (FoundFigure & { place: Place })[]): Measure {
  const most = Math.max(...items.map(({ figure }) => figure.value));
  return {
    key,
    subject,
    unit: per ? `${unit}/${per}` : unit,
    places: items.map((item) => ({ ...item, length: item.figure.value / most })),
    unreviewed: items.some(({ evidence }) => evidence.entry.review.state !== 'reviewed'),
  };
}

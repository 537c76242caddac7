import type { Figure, Place } from '../article/schema.ts';
import { append } from './collect.ts';
import { isGeneral, measureKey } from './measure-names.ts';
import type { FigureRow, FoundFigure } from './practices.ts';

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
  /** In the words of the first place. */
  subject: string;
  unit: string;
  places: MeasuredPlace[];
  /** Places with smaller values that a chart has no room for. */
  left: number;
  /** Some of the figures nobody has checked. */
  unreviewed: boolean;
}

type Found = FoundFigure & { place: Place };

const comparable: readonly Figure['kind'][] = ['count', 'amount', 'share', 'growth'];
/** What grows with the size of the place. */
const sums: readonly Figure['kind'][] = ['count', 'amount'];

/**
 * Measures that two of the rows have or more, those of the most places first, then in the order of the rows: single values that
 * were reached, of the place itself and not of a part of it. A place that gives two values for one measure is left out: which
 * one holds is not known.
 */
export function sharedMeasures(rows: readonly FigureRow[]): Measure[] {
  return measuresIn(rows, onePerPlace);
}

/**
 * Those of them that can stand in a chart: counts and amounts beside those of places of the same level only, for a province has
 * more of everything than its counties.
 */
export function chartedMeasures(rows: readonly FigureRow[]): Measure[] {
  return measuresIn(rows, (items) => ofOneLevel(onePerPlace(items))).map(largest);
}

/** Bars of one chart. */
const mostBars = 20;

/** The measure with its largest values alone, in the order of the rows. */
function largest(measure: Measure): Measure {
  const byValue = measure.places.map((item, at) => ({ item, at })).sort((a, b) => b.item.length - a.item.length || a.at - b.at);
  const chosen = byValue.slice(0, mostBars).sort((a, b) => a.at - b.at);
  return { ...measure, places: chosen.map(({ item }) => item), left: measure.places.length - chosen.length };
}

function measuresIn(rows: readonly FigureRow[], choose: (items: readonly Found[]) => Found[]): Measure[] {
  const found = new Map<string, Found[]>();
  for (const { spot, figures, moreFigures } of rows) {
    if (!spot.place) continue;
    for (const item of [...figures, ...moreFigures]) {
      if (isComparable(item.figure, spot.place)) append(found, measureKey(item.figure), { ...item, place: spot.place });
    }
  }
  const measures = [...found].flatMap(([key, items]) => {
    const places = choose(items);
    const [first] = places;
    return first && places.length > 1 ? [measureOf(key, first.figure, places)] : [];
  });
  return measures.sort((a, b) => b.places.length - a.places.length);
}

function isComparable(figure: Figure, place: Place): boolean {
  const isOwn = figure.scope === undefined && (figure.place === undefined || figure.place === place.code);
  const isReached = figure.status === 'done' && figure.valueTo === undefined && figure.value > 0;
  return isOwn && isReached && comparable.includes(figure.kind) && !isGeneral(figure);
}

function onePerPlace(items: readonly Found[]): Found[] {
  const byPlace = Map.groupBy(items, ({ place }) => place.code);
  return [...byPlace.values()].flatMap((own) => {
    const [first] = own;
    return first && own.every(({ figure }) => figure.value === first.figure.value) ? [first] : [];
  });
}

/** Of counts and amounts those of the level that has most of them, the lower one where two have as many. */
function ofOneLevel(items: readonly Found[]): Found[] {
  if (!items.some(({ figure }) => sums.includes(figure.kind))) return [...items];
  const levels = (['county', 'city', 'province'] as const).map((level) => items.filter(({ place }) => place.level === level));
  return levels.reduce((best, level) => (level.length > best.length ? level : best));
}

function measureOf(key: string, { subject, per }: Figure, items: readonly Found[]): Measure {
  const most = Math.max(...items.map(({ figure }) => figure.value));
  const unit = [...new Set(items.map(({ figure }) => figure.unit))].join('、');
  return {
    key,
    subject,
    unit: per ? `${unit}/${per}` : unit,
    places: items.map((item) => ({ ...item, length: item.figure.value / most })),
    left: 0,
    unreviewed: items.some(({ evidence }) => evidence.entry.review.state !== 'reviewed'),
  };
}

import { displayValue } from '../article/figures/quantities.ts';
import type { Case, Figure } from '../article/schema.ts';
import { append } from './collect.ts';
import { blocksOf } from './evidence.ts';
import { type Library, perLibrary } from './library.ts';
import { isGeneral, measureKey, measureName } from './measure-names.ts';
import { casesInOrder } from './order.ts';
import { blockLabel } from './words.ts';

/** Another number for the same measure of the same owner and time: one of the two may be wrong, or they count differently. */
export interface OtherValue {
  entry: Case;
  figure: Figure;
}

/** Where no time is written, only a name of so many characters says that the same is meant. */
const tellingName = 4;

const figuresByMeasure = perLibrary((library) => {
  const found = new Map<string, OtherValue[]>();
  for (const entry of casesInOrder(library)) {
    for (const figure of entry.figures) append(found, sameMeasure(figure), { entry, figure });
  }
  return found;
});

function sameMeasure(figure: Figure): string {
  return [measureKey(figure), figure.place ?? '', figure.scope ?? '', figure.status, figure.period ?? ''].join('|');
}

/**
 * Numbers that stand against a figure, its own article's first, then in list order. Within an article a time need not be
 * written; across articles place and time must be.
 */
export function otherValues(library: Library, entry: Pick<Case, 'id'>, figure: Figure): OtherValue[] {
  const here = figure.period !== undefined || (measureName(figure).length >= tellingName && !isGeneral(figure));
  const elsewhere = figure.period !== undefined && figure.place !== undefined && !isGeneral(figure);
  const others = (figuresByMeasure(library).get(sameMeasure(figure)) ?? []).filter(
    ({ figure: other }) => other.value !== figure.value || other.valueTo !== figure.valueTo,
  );
  return [
    ...others.filter((other) => here && other.entry.id === entry.id),
    ...others.filter((other) => elsewhere && other.entry.id !== entry.id),
  ];
}

/** `本文另写“党组织45个”（第7段）`, or the other article's title in front. */
export function otherValueText({ entry, figure }: OtherValue, home: Pick<Case, 'id'>): string {
  const label = blockLabel(blocksOf(entry).get(figure.passage) ?? { kind: 'paragraph' });
  const where = entry.id === home.id ? '本文' : `《${entry.title}》`;
  return `${where}另写“${figure.quote}”（${label}）`;
}

/** `45个`, each number once: what stands beside a figure before anything is unfolded. */
export function otherNumbers(others: readonly OtherValue[]): string[] {
  return [
    ...new Set(
      others.map(({ figure }) => {
        const { prefix, value, unit } = displayValue(figure);
        return `${prefix}${value}${unit}`;
      }),
    ),
  ];
}

import { displayValue } from '../article/figures/quantities.ts';
import type { Case, Figure } from '../article/schema.ts';
import { append } from './collect.ts';
import { blocksOf } from './evidence.ts';
import { type Library, perCase, perLibrary } from './library.ts';
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

/** Figures that something stands against, by the ids of their cases: few of all figures. */
const contradicted = perLibrary((library) => {
  const found = new Map<string, Map<Figure, OtherValue[]>>();
  const everywhere = new Map<string, OtherValue[]>();
  for (const entry of casesInOrder(library)) {
    const { comparable, here } = ownContradictions(entry);
    for (const { measure, value } of comparable) append(everywhere, measure, value);
    if (here.size > 0) found.set(entry.id, new Map(here));
  }
  for (const group of everywhere.values()) {
    for (const [one, others] of standingAgainst(group)) {
      const ofCase = found.get(one.entry.id) ?? new Map<Figure, OtherValue[]>();
      found.set(one.entry.id, ofCase.set(one.figure, others));
    }
  }
  return found;
});

/** What a case says of contradictions by itself: the figures that those of other articles can stand against, and those of its own that do. */
const ownContradictions = perCase((entry) => {
  const comparable: { measure: string; value: OtherValue }[] = [];
  const alone = new Map<string, OtherValue[]>();
  for (const figure of entry.figures) {
    const name = measureName(figure);
    const general = isGeneral(figure, name);
    if (!isTelling(figure, name, general)) continue;
    const measure = sameMeasure(figure, name);
    if (standsElsewhere(figure, general)) comparable.push({ measure, value: { entry, figure } });
    else append(alone, measure, { entry, figure });
  }
  const here = new Map(
    [...alone.values()].flatMap((group) => standingAgainst(group).map(([{ figure }, others]) => [figure, others] as const)),
  );
  return { comparable, here };
});

/** Without this nothing can stand against it. */
function isTelling(figure: Figure, name: string, general: boolean): boolean {
  return figure.period !== undefined || (name.length >= tellingName && !general);
}

function sameMeasure(figure: Figure, name: string): string {
  return [measureKey(figure, name), figure.place ?? '', figure.scope ?? '', figure.status, figure.period ?? ''].join('|');
}

/** Whether a figure of another article can stand against it: those of one measure, owner and time can all, or none. */
function standsElsewhere(figure: Figure, general: boolean): boolean {
  return figure.period !== undefined && figure.place !== undefined && !general;
}

/** Each figure of one measure with those that stand against it, where there are any. */
function standingAgainst(group: readonly OtherValue[]): [OtherValue, OtherValue[]][] {
  if (!hasTwoValues(group)) return [];
  return group.flatMap((one): [OtherValue, OtherValue[]][] => {
    const others = othersIn(group, one);
    return others.length > 0 ? [[one, others]] : [];
  });
}

function hasTwoValues(group: readonly OtherValue[]): boolean {
  return group.some(({ figure }) => differs(figure, group[0]?.figure));
}

function differs(figure: Figure, other: Figure | undefined): boolean {
  return other?.value !== figure.value || other.valueTo !== figure.valueTo;
}

function othersIn(group: readonly OtherValue[], { entry, figure }: OtherValue): OtherValue[] {
  const elsewhere = standsElsewhere(figure, isGeneral(figure));
  const others = group.filter(({ figure: other }) => differs(figure, other));
  return [...others.filter((other) => other.entry.id === entry.id), ...others.filter((other) => elsewhere && other.entry.id !== entry.id)];
}

const none: ReadonlyMap<Figure, readonly OtherValue[]> = new Map();

/** The figures of a case that something stands against. */
export function contradictionsIn(library: Library, entry: Pick<Case, 'id'>): ReadonlyMap<Figure, readonly OtherValue[]> {
  return contradicted(library).get(entry.id) ?? none;
}

/**
 * Numbers that stand against a figure of a case, its own article's first, then in list order. Within an article a time need not be
 * written; across articles place and time must be.
 */
export function otherValues(library: Library, entry: Pick<Case, 'id'>, figure: Figure): readonly OtherValue[] {
  return contradictionsIn(library, entry).get(figure) ?? [];
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

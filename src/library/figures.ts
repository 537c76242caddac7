import type { Figure } from '../article/schema.ts';
import { append } from './collect.ts';
import { sentenceRange } from './marking.ts';

const kinds: Figure['kind'][] = ['amount', 'change', 'growth', 'share', 'rank', 'count'];

/** A sentence that sums up: 截至目前，全县共有联村党组织42个. */
const summary = /截至|目前|至今|累计|共[有计]|全[省市县区旗镇乡村]/u;
/** What was put in, not what came of it. */
const input =
  /^(?:[^，]{0,6}(?:共|已|先后|每年))?(?:投入|投资|安排|下拨|拨付|统筹|整合|选派|派出|组织|举办|开展|培训|召开|印发|发放|走访|制定)/u;

/**
 * The figures that say most, in reading order, and the rest: three, or as many as `limit`. What was done comes before what is planned
 * or wrong, results of a summing-up sentence before others and those before inputs, and of each kind one before a second of
 * any. A share that says 占 of the figure before it goes with that figure and is not counted.
 * `textOf` gives the text of the figure's passage.
 */
export function pickFigures(
  figures: readonly Figure[],
  limit = 3,
  textOf: (figure: Figure) => string = () => '',
): { shown: Figure[]; rest: Figure[] } {
  const seen = new Map<string, number>();
  const ranked = withTheirShares(figures, textOf)
    .map((group, index) => {
      const [figure] = group;
      const weight = weightOf(figure, textOf(figure));
      const key = `${weight} ${figure.kind}`;
      const round = seen.get(key) ?? 0;
      seen.set(key, round + 1);
      return { group, index, round, weight, kind: kinds.indexOf(figure.kind) };
    })
    .sort((a, b) => a.weight - b.weight || a.round - b.round || a.kind - b.kind || a.index - b.index);
  const chosen = new Set(ranked.slice(0, Math.max(0, limit)).flatMap(({ group }) => group));
  return { shown: figures.filter((figure) => chosen.has(figure)), rest: figures.filter((figure) => !chosen.has(figure)) };
}

/** 0 what came of it, as its sentence sums up; 1 other figures; 2 inputs; 3 what is planned or wrong. */
function weightOf(figure: Figure, text: string): number {
  if (figure.status !== 'done') return 3;
  if (input.test(figure.quote)) return 2;
  const { start, end } = sentenceRange(text, Math.max(0, text.indexOf(figure.quote)));
  return summary.test(text.slice(start, end)) ? 0 : 1;
}

function withTheirShares(figures: readonly Figure[], textOf: (figure: Figure) => string): [Figure, ...Figure[]][] {
  const groups: [Figure, ...Figure[]][] = [];
  for (const figure of figures) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && isShareOf(figure, before, textOf(figure))) last.push(figure);
    else groups.push([figure]);
  }
  return groups;
}

function isShareOf(figure: Figure, before: Figure, text: string): boolean {
  if (figure.kind !== 'share' || before.passage !== figure.passage || before.status !== figure.status || !figure.quote.startsWith('占'))
    return false;
  const at = text.indexOf(before.quote);
  const next = text.indexOf(figure.quote, at + before.quote.length);
  return at >= 0 && next >= 0 && next - at - before.quote.length <= 1;
}

/** Words that tell a figure that was not reached from one that was; empty for what was done. */
export function statusText(status: Figure['status']): string {
  return { done: '', planned: '计划', problem: '问题' }[status];
}

/** Figures of each block of a case, by block id. */
export function figuresByPassage(figures: readonly Figure[]): Map<string, Figure[]> {
  const found = new Map<string, Figure[]>();
  for (const figure of figures) append(found, figure.passage, figure);
  return found;
}

/**
 * How many figures stand in the margin before the rest is folded, so that the notes are hardly longer than their passage: a
 * line of reading text holds 38 characters; two practices fit one line of notes.
 */
export function figureRoom(text: string, practices: number): number {
  const lines = Math.ceil(text.length / 38) * 1.2;
  return Math.min(3, Math.max(1, Math.floor(lines - practices / 2 - 1.5)));
}

/** The running number of a figure's id, which begins with its passage's. */
export function numberInPassage({ id, passage }: Pick<Figure, 'id' | 'passage'>): string {
  return id.slice(passage.length + 1);
}

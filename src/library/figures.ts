import type { Figure } from '../article/schema.ts';
import { append } from './collect.ts';

const kinds: Figure['kind'][] = ['amount', 'change', 'growth', 'share', 'rank', 'count'];

/**
 * The figures that say most, in reading order, and the rest. What was done comes before what is planned or wrong, and of
 * each kind one before a second of any.
 */
export function pickFigures(figures: readonly Figure[], limit = 3): { shown: Figure[]; rest: Figure[] } {
  const seen = new Map<string, number>();
  const ranked = figures
    .map((figure, index) => {
      const kind = `${figure.status} ${figure.kind}`;
      const round = seen.get(kind) ?? 0;
      seen.set(kind, round + 1);
      return { figure, index, round, late: figure.status === 'done' ? 0 : 1 };
    })
    .sort(
      (a, b) => a.late - b.late || a.round - b.round || kinds.indexOf(a.figure.kind) - kinds.indexOf(b.figure.kind) || a.index - b.index,
    );
  const chosen = new Set(ranked.slice(0, limit).map(({ figure }) => figure));
  return { shown: figures.filter((figure) => chosen.has(figure)), rest: figures.filter((figure) => !chosen.has(figure)) };
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

import { displayValue } from '../article/figures/quantities.ts';
import type { Figure } from '../article/schema.ts';
import type { Library } from './library.ts';

export const statuses: Record<Figure['status'], string> = { done: '完成', planned: '计划', problem: '问题' };

/**
 * A figure in one line: `永安市联村党组织：42个（2021年，完成）`. The bound is as its source prints it; the owner is named
 * where it is not `home`, the code of the place under which the figure stands.
 */
export function figureWords(library: Library, figure: Figure, home?: string): string {
  const { prefix, value, unit } = displayValue(figure);
  const place = figure.place && figure.place !== home ? (library.gazetteer.byCode(figure.place)?.name ?? '') : '';
  const per = figure.per && !unit.endsWith(figure.per) ? [`每${figure.per}`] : [];
  const notes = [...per, ...(figure.period ? [periodWords(figure.period)] : []), statuses[figure.status]];
  return `${place}${figure.scope ?? ''}${figure.subject}：${prefix}${value}${unit}（${notes.join('，')}）`;
}

/** `2021` is 2021年, `2021-09` 2021年9月, `2019/2021` 2019年至2021年, `2020/..` 2020年以来. */
export function periodWords(period: string): string {
  const [from = '', to] = period.split('/');
  if (to === undefined) return monthWords(from);
  return to === '..' ? `${monthWords(from)}以来` : `${monthWords(from)}至${monthWords(to)}`;
}

function monthWords(date: string): string {
  const [year, month] = date.split('-');
  return `${year}年${month ? `${Number(month)}月` : ''}`;
}

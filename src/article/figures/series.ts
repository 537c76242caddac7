/** Numbers that stand in a row with a row of names: 覆盖率分别为100%、98.47%, 三项指标3个100%. */
import { clauseAt } from './clauses.ts';
import { nameBefore } from './name-before.ts';
import { namesMeasure, veil } from './name-heads.ts';
import type { Named, Passage } from './named.ts';
import type { Quantity } from './quantities.ts';

/** One number of a row with its own name. */
interface Member {
  quantity: Quantity;
  subject: string;
}

/** 覆盖率、选举成功率3个100%: one hundred per cent of each. */
export function equalShares(run: readonly Quantity[], name: string): Member[] | undefined {
  const [count, share] = run;
  if (run.length !== 2 || !count || share?.measure !== 'share' || count.measure !== 'things') return undefined;
  const parts = name.split(/[、和及]/u);
  return (parts.length === count.value ? parts : [name || '指标']).map((subject) => ({ quantity: share, subject }));
}

const respectively = /分别(?:为|达到?了?|是|有|增长了?|提高了?到?|下降了?|完成|占)?$/u;

/** Of a number in a row behind 分别, the name in the same position. */
export function respective(q: Quantity, at: Passage, named: readonly Named[]): Member[] | undefined {
  const { text, all, owners } = at;
  if (!at.hasRows) return undefined;
  const [from, to] = clauseAt(text, q.start, q.end);
  const here = all.filter(({ start, end }) => start >= from && end <= to);
  const row = here.slice(
    Math.max(
      here.findIndex(({ start }) => respectively.test(text.slice(from, start))),
      0,
    ),
  );
  const [first] = row;
  if (!first || !respectively.test(text.slice(from, first.start)) || !isRow(text, row)) return undefined;
  const start = Math.max(from, named.findLast(({ quantity }) => !row.includes(quantity))?.own[1] ?? 0);
  const subject = splitNames(nameBefore(text.slice(start, first.start), owners).name, row.length)[row.indexOf(q)];
  return subject ? [{ quantity: q, subject }] : undefined;
}

const isRow = (text: string, row: readonly Quantity[]): boolean =>
  row.every((q, i) => i === 0 || /^[、和及]$/u.test(text.slice(row[i - 1]?.end, q.start)));

/** The last `count` names of an enumeration; a measure that only the last one carries goes to all. */
function splitNames(name: string, count: number): string[] {
  const veiled = veil(name);
  const marks = [...veiled.matchAll(/[、和及与]/gu)].map((match) => match.index).slice(-(count - 1));
  if (marks.length < count - 1) return [];
  const parts = [0, ...marks.map((mark) => mark + 1)].map((start, i) => name.slice(start, marks[i] ?? name.length));
  const measure =
    /(?:(?:党的?)?(?:组织|工作)|[\p{Script=Han}]{2})?(?:覆盖率|率|比例|占比|满意度|收入|产值|总额)$/u.exec(parts.at(-1) ?? '')?.[0] ?? '';
  return parts.map((part) => (measure && !namesMeasure(part) ? part + measure : part));
}

/** Numbers in a table: the cell counts what its row and its column are called. */
import { halfWidth, parseNumeral } from './numerals.ts';
import { findQuantities, type Quantity } from './quantities.ts';
import { measureOf, unitSource } from './units.ts';

export interface CellFigure {
  /** The cell as printed. */
  quote: string;
  subject: string;
  quantity: Quantity;
}

const unitInBrackets = new RegExp(`[（(](?:单位[:：])?(?<scale>[万亿])?(?<unit>${unitSource})[）)]`, 'u');
const scales: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/** The head is the first row, names stand in the first column; a cell without a unit takes it from a bracket in its head or its row's name. */
export function findCellFigures(rows: readonly (readonly string[])[]): CellFigure[] {
  const [head = [], ...body] = rows;
  return body.flatMap(([label = '', ...cells]) =>
    cells.flatMap((cell, i) => {
      const title = head[i + 1] ?? '';
      const quantity = cellQuantity(cell.trim(), title, label);
      const subject = `${withoutUnit(label)}${withoutUnit(title)}`;
      return quantity && /\p{Script=Han}/u.test(subject) ? [{ quote: cell.trim(), subject, quantity }] : [];
    }),
  );
}

const withoutUnit = (name: string): string => name.replace(unitInBrackets, '').trim();

function cellQuantity(cell: string, title: string, label: string): Quantity | undefined {
  const [printed, ...others] = findQuantities(cell);
  if (printed && others.length === 0 && printed.start === 0 && printed.end === cell.length)
    return printed.measure === 'span' ? undefined : printed;
  const { scale = '', unit } = (unitInBrackets.exec(halfWidth(title)) ?? unitInBrackets.exec(halfWidth(label)))?.groups ?? {};
  const value = /^[\d０-９]/u.test(cell) ? parseNumeral(cell) : undefined;
  if (unit === undefined || value === undefined) return undefined;
  const words = { prefix: '', value: cell, unit: scale + unit };
  const base = { start: 0, end: cell.length, bound: 'exact' as const, trailing: false, han: false, words };
  return { ...base, value: value * (scales[scale] ?? 1), unit, measure: measureOf(unit) };
}

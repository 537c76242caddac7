import type { Library } from '../library/library.ts';
import { countIn, practiceColumns } from '../library/practice-columns.ts';
import type { TableRow } from '../library/practice-table.ts';
import { attribute, html, type Markup } from './html.ts';
import { practiceCell } from './practice-cell.ts';
import { spotName } from './spot-name.ts';

/** The rows of a practice's table: places beside what each does. */
export function practiceRows(library: Library, rows: readonly TableRow[]): Markup {
  return html`${rows.map((row, at) => {
    const { spot } = row;
    const above = spot.place && spot.place.path.length > 1 && html`<span class="spot-above">${spot.place.path.at(-2)}</span>`;
    const name = attribute('data-name', spot.place?.name);
    return html`<tr data-spot="${spot.anchor}"${name}><th scope="row" data-sort="${at}">${spotName(spot)}${above}</th>${cellsOf(library, row)}</tr>`;
  })}`;
}

function cellsOf(library: Library, row: TableRow): Markup[] {
  return practiceColumns.map(({ id, label }) => {
    const count = countIn(row, id);
    const silent = attribute('class', count === 0 ? 'cell-silent' : undefined);
    return html`<td${silent} data-label="${label}" data-column="${id}" data-sort="${count}">${practiceCell(library, row, id)}</td>`;
  });
}

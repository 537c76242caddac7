import type { Place } from '../article/schema.ts';
import type { Library } from '../library/library.ts';
import type { Measure } from '../library/measures.ts';
import type { PairPractice } from '../library/pair-page.ts';
import { countIn, practiceColumns } from '../library/practice-columns.ts';
import { figureTrust } from './figure.ts';
import { html, type Markup } from './html.ts';
import { practiceCell } from './practice-cell.ts';
import { spotName } from './spot-name.ts';

/** The rows of a practice's table as columns. What none of the places says stands in one line below. */
export function sideBySide(library: Library, { practice, rows, measures }: PairPractice): Markup {
  const said = practiceColumns.filter(({ id }) => rows.some((row) => countIn(row, id) > 0));
  const silent = practiceColumns.filter((column) => !said.includes(column));
  const places = rows.flatMap(({ spot: { place } }) => (place ? [place] : []));
  const heads = rows.map(({ spot, passages }, at) => html`<th scope="col" class="place-${at + 1}">${spotName(spot, passages)}</th>`);
  const lines = said.map(({ id, label }) => {
    const cells = rows.map((row, at) => html`<td class="place-${at + 1}" data-label="${label}">${practiceCell(library, row, id)}</td>`);
    return html`<tr><th scope="row">${label}</th>${cells}</tr>`;
  });
  return html`<table class="side-by-side"><caption class="visually-hidden">${practice.name}，${places.map(({ name }) => name).join('与')}</caption><thead><tr><td></td>${heads}</tr></thead><tbody>${markedMeasureRows(library, measures, places)}${lines}</tbody></table>${
    silent.length > 0 && html`<p class="silent both-silent">${silent.map(({ label }) => label).join('、')}：两地原文都未写。</p>`
  }`;
}

/** Rows of one measure each; `places` in the order of the columns. */
export function measureRows(library: Library, measures: readonly Measure[], places: readonly Place[]): Markup {
  return html`${measures.map((measure) => html`<tr>${measureCells(library, measure, places, measure.subject)}</tr>`)}`;
}

/** Among rows of other kinds. */
function markedMeasureRows(library: Library, measures: readonly Measure[], places: readonly Place[]): Markup[] {
  return measures.map(
    (measure) => html`<tr class="same-measure">${measureCells(library, measure, places, `同项：${measure.subject}`)}</tr>`,
  );
}

function measureCells(library: Library, measure: Measure, places: readonly Place[], label: string): Markup {
  const cells = places.map(({ code }, at) => {
    const value = measure.places.find(({ place }) => place.code === code);
    const shown = value ? figureTrust(library, value.evidence.entry, value.figure) : html`<span class="silent">原文未写</span>`;
    return html`<td class="place-${at + 1}" data-label="${label}">${shown}</td>`;
  });
  return html`<th scope="row">${label}</th>${cells}`;
}

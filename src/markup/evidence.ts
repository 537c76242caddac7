import type { AreaPart, EvidenceItem } from '../library/areas.ts';
import type { Evidence, Spot } from '../library/evidence.ts';
import type { Library } from '../library/library.ts';
import type { GroupPart } from '../library/pagination.ts';
import { attribute, html, type Markup } from './html.ts';
import { quote } from './quote.ts';
import { spotName } from './spot-name.ts';

/** Passages place by place; those of one city or province are one stretch, to which the matrix leads. */
export function evidenceItems(library: Library, items: readonly EvidenceItem[]): Markup {
  return html`${items.map((item) => ('inside' in item ? areaPart(library, item.inside) : spotPart(library, item.part)))}`;
}

function areaPart(library: Library, { area, counts, isAllAround, items }: AreaPart): Markup {
  const head = isAllAround ? 'area-name same-as-around' : 'area-name';
  return html`<div class="area"${attribute('id', counts && area.anchor)}><p class="${head}">${area.place.name}${counts ? html`<span class="nobr">${counts.spots}地${counts.passages}段</span>` : '（续）'}</p>${evidenceItems(library, items)}</div>`;
}

function spotPart(library: Library, { group: spot, items, continued }: GroupPart<Spot, Evidence>): Markup {
  const { place } = spot;
  const above = place && place.path.length > 1 && html`<span class="spot-path">${place.path.slice(0, -1).join('')}</span>`;
  return html`<section class="spot"${attribute('id', continued ? undefined : spot.anchor)}><h3 class="spot-head">${spotName(spot)}${above}${continued && html`<span class="spot-path">（续）</span>`}</h3><div class="spot-quotes">${items.map((item) => quote(library, item))}</div></section>`;
}

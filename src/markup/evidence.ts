import type { Area, AreaPart, EvidenceItem } from '../library/areas.ts';
import type { Evidence, Spot } from '../library/evidence.ts';
import type { Library } from '../library/library.ts';
import type { GroupPart } from '../library/pagination.ts';
import { attribute, html, type Markup } from './html.ts';
import { quote } from './quote.ts';
import { spotName } from './spot-name.ts';

/** Passages place by place; those of one city or province are one stretch, to which the matrix leads. `around` is the area around them. */
export function evidenceItems(library: Library, items: readonly EvidenceItem[], around?: Area): Markup {
  return html`${items.map((item) => ('inside' in item ? areaPart(library, item.inside, around) : spotPart(library, item.part)))}`;
}

function areaPart(library: Library, { area, continued, items }: AreaPart, around: Area | undefined): Markup {
  const head = area.spots === around?.spots ? 'area-name same-as-around' : 'area-name';
  return html`<div class="area"${attribute('id', continued ? undefined : area.anchor)}><p class="${head}">${area.place.name}${continued && '（续）'}<span class="nobr">${area.spots}地${area.passages}段</span></p>${evidenceItems(library, items, area)}</div>`;
}

function spotPart(library: Library, { group: spot, items, continued }: GroupPart<Spot, Evidence>): Markup {
  const { place } = spot;
  const above = place && place.path.length > 1 && html`<span class="spot-path">${place.path.slice(0, -1).join('')}</span>`;
  return html`<section class="spot"${attribute('id', continued ? undefined : spot.anchor)}><h3 class="spot-head">${spotName(spot)}${above}${continued && html`<span class="spot-path">（续）</span>`}</h3><div class="spot-quotes">${items.map((item) => quote(library, item))}</div></section>`;
}

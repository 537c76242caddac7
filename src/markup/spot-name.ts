import type { Spot } from '../library/evidence.ts';
import { urls } from '../site/urls.ts';
import { html, type Markup } from './html.ts';

/** A spot's name; its link goes to `href` instead of the place's or case's page. */
export function spotName({ place, entry }: Spot, href?: string): Markup {
  return html`${place && html`<a class="spot-name" href="${href ?? urls.place(place.code)}">${place.name}</a>`}${entry && html`<a class="spot-name" href="${href ?? urls.case(entry.id)}">${entry.title}</a>`}`;
}

import type { Case } from '../article/schema.ts';
import { caseDateNote, caseDateText } from '../library/words.ts';
import { urls } from '../site/urls.ts';
import { html, type Markup } from './html.ts';

interface Options {
  /** The place links to its page. */
  linked?: boolean;
  withSource?: boolean;
  /** Only the place's own name and the date. */
  brief?: boolean;
}

/** Place and date of a case in a line. */
export function caseFacts(entry: Case, { linked = false, withSource = false, brief = false }: Options = {}): Markup {
  const note = brief ? '' : caseDateNote(entry);
  return html`<ul class="facts"><li>${placeOf(entry, linked, brief)}</li><li>${caseDateText(entry)}${note && html`<span class="facts-more">（${note}）</span>`}</li>${
    withSource && entry.source.name && html`<li>${entry.source.name}</li>`
  }</ul>`;
}

function placeOf({ place }: Case, linked: boolean, brief: boolean): Markup | string {
  const path = place?.path ?? [];
  const name = path.at(-1);
  if (!place || !name) return '地区未注明';
  const above = brief ? '' : path.slice(0, -1).join('');
  return html`${above && html`<span class="facts-more">${above}</span>`}${linked ? html`<a href="${urls.place(place.code)}">${name}</a>` : name}`;
}

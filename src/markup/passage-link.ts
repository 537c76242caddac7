import type { Block, Case } from '../article/schema.ts';
import { blockLabel } from '../library/words.ts';
import { urls } from '../site/urls.ts';
import { html, type Markup } from './html.ts';

/** To a passage, where the case is clear from what stands around. */
export function passageLink({ id }: Pick<Case, 'id'>, block: Block): Markup {
  return html`<a class="passage-link" href="${urls.case(id, block.id)}">${blockLabel(block)}</a>`;
}

/** To a passage; a screen reader hears whose it is. */
export function titledPassageLink({ id, title }: Pick<Case, 'id' | 'title'>, block: Block): Markup {
  return html`<a class="passage-link" href="${urls.case(id, block.id)}"><span class="visually-hidden">《${title}》</span>${blockLabel(block)}</a>`;
}

/** To a passage of the page's own case. */
export function ownPassageLink(block: Block): Markup {
  return html`<a class="passage-link" href="${`#${block.id}`}">${blockLabel(block)}</a>`;
}

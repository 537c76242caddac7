import { html, type Markup } from './html.ts';

/**
 * On a narrow screen a line that unfolds the `.fold-body` behind it; nothing on a wide one. A tick box, because a `details`
 * cannot be closed on a phone and open on a desk without a script. `label` says what is folded away, with its amount.
 */
export function phoneFold(id: string, label: string): Markup {
  return html`<input class="fold-check" type="checkbox" id="${id}"><label class="fold-label" for="${id}">${label}</label>`;
}

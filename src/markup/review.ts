import type { Case } from '../article/schema.ts';
import { reviewText } from '../library/words.ts';
import { html, type Markup } from './html.ts';

/** Who vouches for what was read from a case. */
export function review(entry: Pick<Case, 'review'>): Markup {
  return html`<span class="review ${entry.review.state}">${reviewText(entry)}</span>`;
}

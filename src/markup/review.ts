import type { Case } from '../article/schema.ts';
import { reviewText } from '../library/words.ts';
import { html, type Markup } from './html.ts';

/** Who vouches for what was read from a case. */
export function review({ review: { state } }: Pick<Case, 'review'>): Markup {
  return reviews[state];
}

const reviews = { machine: reviewOf('machine'), reviewed: reviewOf('reviewed') };

function reviewOf(state: Case['review']['state']): Markup {
  return html`<span class="review ${state}">${reviewText({ review: { state } })}</span>`;
}

import type { Case } from '../article/schema.ts';
import { titleClauses } from '../library/titles.ts';
import { html, type Markup } from './html.ts';

/** Characters that a line of a phone holds in the largest letters: a shorter clause is not broken. */
const shortClause = 10;

/** A title or heading that breaks where it may. */
export function title(text: string): Markup {
  const clauses = titleClauses(text).map(({ gap, words }) => ({
    gap,
    words: words.join('').length > shortClause ? words : [words.join('')],
  }));
  if (clauses.length === 1 && clauses[0]?.words.length === 1) return html`${text}`;
  return html`${clauses.map(
    ({ gap, words }) =>
      html`${gap && ' '}<span class="title-part">${words.map((word, at) => html`${at > 0 && html`<wbr>`}${word}`)}</span>`,
  )}`;
}

const known = new WeakMap<Pick<Case, 'title'>, Markup>();

/** The title of a case, which stands on many pages. */
export function caseTitle(entry: Pick<Case, 'title'>): Markup {
  const markup = known.get(entry) ?? title(entry.title);
  known.set(entry, markup);
  return markup;
}

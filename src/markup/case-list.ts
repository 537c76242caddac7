import type { Case } from '../article/schema.ts';
import { blocksOf } from '../library/evidence.ts';
import { type Library, practiceName } from '../library/library.ts';
import { sentencesWith } from '../library/marking.ts';
import { practicesInOrder } from '../library/order.ts';
import { ageFact } from '../library/trust.ts';
import { urls } from '../site/urls.ts';
import { caseFacts } from './case-facts.ts';
import { html, type Markup } from './html.ts';
import { markedText } from './marked.ts';
import { passageLink } from './passage-link.ts';
import { review } from './review.ts';
import { caseTitle } from './title.ts';

interface Options {
  /** Level of the titles. */
  heading: 'h2' | 'h3';
  /** Names of practices shown of each case. */
  limit: number;
}

export function caseList(library: Library, cases: readonly Case[], { heading, limit }: Options): Markup {
  return html`<ul class="case-list">${cases.map((entry) => {
    const link = html`<a href="${urls.case(entry.id)}">${caseTitle(entry)}</a>`;
    const head = heading === 'h2' ? html`<h2 class="case-title">${link}</h2>` : html`<h3 class="case-title">${link}</h3>`;
    return html`<li>${head}${caseFacts(entry)}${entry.practices.length > 0 && practicesOf(library, entry, limit)}</li>`;
  })}</ul>`;
}

/** Primary practices first. */
function practicesOf(library: Library, entry: Case, limit: number): Markup {
  const ids = (primary: boolean) => entry.practices.filter((practice) => practice.primary === primary).map(({ id }) => id);
  const shown = [...practicesInOrder(library, ids(true)), ...practicesInOrder(library, ids(false))].slice(0, limit);
  const links = shown.map((id, at) => html`${at > 0 && '、'}<a href="${urls.practice(id)}">${practiceName(library, id)}</a>`);
  const more = entry.practices.length > limit && html`<span class="soft">等${entry.practices.length}项</span>`;
  return html`<div class="case-practices">${links}${more}${groundsOf(library, entry, shown)}</div>`;
}

/** What the practices named in a case's row rest on: of each the first sentence that shows it, its words marked. */
function groundsOf(library: Library, entry: Case, practices: readonly string[]): Markup | false {
  const grounds = practices.flatMap((id) => {
    const [first] = entry.practices.find((practice) => practice.id === id)?.passages ?? [];
    const block = first && blocksOf(entry).get(first.block);
    if (!block) return [];
    const sentence = sentencesWith(block.text, first.words)[0] ?? block.text;
    return [
      html`<div><dt>${practiceName(library, id)}</dt><dd><span class="source-words">${markedText(sentence, first.words)}</span> ${passageLink(entry, block)}</dd></div>`,
    ];
  });
  return (
    grounds.length > 0 &&
    html`<details class="trust case-grounds" name="trust"><summary>原句<span class="visually-hidden">（${entry.title}的做法）</span></summary><div class="trust-body"><dl>${grounds}</dl><ul class="trust-facts"><li>${ageFact(entry)}</li><li>${review(entry)}</li></ul></div></details>`
  );
}

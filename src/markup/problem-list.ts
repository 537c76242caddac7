import type { ProblemEntry } from '../library/problems.ts';
import { html, type Markup } from './html.ts';
import { titledPassageLink } from './passage-link.ts';
import { review } from './review.ts';
import { spotName } from './spot-name.ts';
import { trust } from './trust.ts';

/** Problems in the words of their sources, each with its places and its sentence. */
export function problemList(problems: readonly ProblemEntry[]): Markup {
  const rows = problems.map(({ problem: { text }, entry, block, spots }) => {
    const claim = html`原句<span class="visually-hidden">（${text}）</span>`;
    const source = [spots.map((spot) => spotName(spot)), titledPassageLink(entry, block), review(entry)];
    return html`<li><p class="source-words">${text}</p><div class="problem-source">${source}${trust(claim, { entry, block, words: [text] })}</div></li>`;
  });
  return html`<ul class="problem-list">${rows}</ul>`;
}

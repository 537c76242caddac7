/** A case on one strip, above its text. */
import type { Case } from '../article/schema.ts';
import { decidingWords } from '../library/evidence.ts';
import { type Glance, glance } from '../library/glance.ts';
import { type Library, practicesById } from '../library/library.ts';
import { pageOfProblems, problemAnchor } from '../library/problems.ts';
import { urls } from '../site/urls.ts';
import { ownFigureTrust } from './figure.ts';
import { html, type Markup } from './html.ts';
import { ownPassageLink } from './passage-link.ts';
import { phoneFold } from './phone-fold.ts';
import { review } from './review.ts';
import { ownTrustBeside } from './trust.ts';

/** Entries of each of its parts. */
const mostEntries = 3;

/** Nothing where nothing was read from the case. */
export function glanceStrip(library: Library, entry: Case): Markup | false {
  const { problems, methods, practices, results } = glance(library, entry, mostEntries);
  const parts = [
    { name: '难题', items: problems.map((found) => problemItem(library, entry, found)) },
    { name: '做法', items: [...methods.map((found) => methodItem(entry, found)), ...practices.map((found) => practiceItem(entry, found))] },
    { name: '成效', items: results.map((found) => resultItem(library, entry, found)) },
  ].filter(({ items }) => items.length > 0);
  if (parts.length === 0) return false;
  const label = `一览：${parts.map(({ name, items }) => `${name}${items.length}条`).join('，')}`;
  const lists = parts.map(({ name, items }) => html`<div class="glance-part"><h2>${name}</h2><ul>${items}</ul></div>`);
  return html`<section class="glance" aria-label="一览">${phoneFold('glance-fold', label)}<div class="fold-body glance-parts">${lists}${note(entry)}</div></section>`;
}

function problemItem(library: Library, entry: Case, { problem, block }: Glance['problems'][number]): Markup {
  const practice = practicesById(library).get(problem.practice ?? '');
  const href = urls.problems(pageOfProblems(library, practice?.id), problemAnchor(practice));
  const grounds = ownTrustBeside({ entry, block, words: [problem.text] });
  return html`<li><a class="source-words quiet-link" href="${href}">${problem.text}</a>${ownPassageLink(block)}${grounds}</li>`;
}

function methodItem(entry: Case, { method, block }: Glance['methods'][number]): Markup {
  const { id, name, consists } = method;
  const parts = consists && html`<span class="soft small">${consists.join('、')}</span>`;
  const grounds = ownTrustBeside({ entry, block, words: [name, ...(consists ?? [])] });
  return html`<li><a class="source-words" href="${urls.method(id)}">${name}</a>${parts}${ownPassageLink(block)}${grounds}</li>`;
}

function practiceItem(entry: Case, { id, name, block }: Glance['practices'][number]): Markup {
  const grounds = ownTrustBeside({ entry, block, words: decidingWords(entry, block, id) });
  return html`<li><a href="${urls.practice(id)}">${name}</a>${ownPassageLink(block)}${grounds}</li>`;
}

function resultItem(library: Library, entry: Case, { figure, block }: Glance['results'][number]): Markup {
  return html`<li>${ownFigureTrust(library, entry, figure)}${ownPassageLink(block)}</li>`;
}

function note(entry: Case): Markup {
  const text =
    entry.review.state === 'reviewed'
      ? '本页的做法、数据、工作法和难题已由编辑对照原文核过。'
      : '以上和文旁的摘录由程序做出，未经人核对，引用前请看原文。';
  return html`<p class="glance-note small soft">${review(entry)}${text}</p>`;
}

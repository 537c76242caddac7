/** Named methods, each with what it consists of, who uses it and its sentence. */
import { type Library, practiceName } from '../library/library.ts';
import { methodUsers } from '../library/method-page.ts';
import type { MethodEntry, MethodUse } from '../library/methods.ts';
import { urls } from '../site/urls.ts';
import { html, type Markup } from './html.ts';
import { review } from './review.ts';
import { spotName } from './spot-name.ts';
import { type Grounds, trust } from './trust.ts';

/** Users that a row of a list names. */
const usersInList = 12;

/** The list of all methods, with the practices that each belongs to. */
export function methodList(library: Library, methods: readonly MethodEntry[]): Markup {
  const rows = methods.map((method) => {
    const practices = method.practices.map((id) => html`<a href="${urls.practice(id)}">${practiceName(library, id)}</a>`);
    return html`<li><h2 class="method-name">${nameOf(method)}</h2>${consistsOf(method)}<p class="method-practices">${practices}</p>${usersOf(method)}</li>`;
  });
  return html`<ul class="method-list with-practices">${rows}</ul>`;
}

/** Methods on the page of a practice that they belong to. */
export function methodsOfPractice(methods: readonly MethodEntry[]): Markup {
  const rows = methods.map(
    (method) => html`<li><h3 class="method-name">${nameOf(method)}</h3>${consistsOf(method)}${usersOf(method)}</li>`,
  );
  return html`<ul class="method-list">${rows}</ul>`;
}

function nameOf({ id, name }: MethodEntry): Markup {
  return html`<a href="${urls.method(id)}">${name}</a>`;
}

function consistsOf({ consists }: MethodEntry): Markup {
  const parts =
    consists.length > 0 ? html`<span class="source-words">${consists.join('、')}</span>` : html`<span class="silent">内容原文未说明</span>`;
  return html`<p class="method-consists">${parts}</p>`;
}

function usersOf(method: MethodEntry): Markup {
  const { id, name, uses } = method;
  const { spots, left } = methodUsers(method, usersInList);
  const more = left > 0 && html`<a class="soft" href="${urls.method(id)}">等${spots.length + left}处</a>`;
  const reviews = [...new Map(uses.map(({ entry }) => [entry.review.state, entry])).values()].map(review);
  const first = firstUse(uses);
  const claim = html`原句<span class="visually-hidden">（${name}）</span>`;
  return html`<div class="method-users">${spots.map((spot) => spotName(spot))}${more}${reviews}${first && trust(claim, first)}</div>`;
}

/** The first passage that names the method. */
function firstUse(uses: readonly MethodUse[]): Grounds | undefined {
  const use = uses.find(({ blocks }) => blocks.length > 0);
  const [block] = use?.blocks ?? [];
  return use && block && { entry: use.entry, block, words: [use.method.name, ...(use.method.consists ?? [])] };
}

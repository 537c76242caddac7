/** What a place's page lists beside its cases. */
import type { Place } from '../article/schema.ts';
import type { Library } from '../library/library.ts';
import type { PlaceHead, PlacePageView, PlacePracticeView } from '../library/place-page.ts';
import { urls } from '../site/urls.ts';
import { html, type Markup } from './html.ts';
import { titledPassageLink } from './passage-link.ts';
import { plainQuote } from './quote.ts';
import { review } from './review.ts';
import { trustBeside } from './trust.ts';

/** What a place and those below it do, each with the sentence that says so; of many places the first, and the way to all. */
export function placePractices({ isLeaf, practices }: PlaceHead): Markup {
  return html`<dl class="place-practices ${isLeaf ? 'compact' : 'of-area'}">${practices.map(practiceLine)}</dl>`;
}

function practiceLine({ id, name, spots, all }: PlacePracticeView): Markup {
  const items = spots.map(({ label, of, href, count, first }) => {
    return html`<li><a class="nobr" href="${href}">${label}${count}段</a>${first && trustBeside(of, first)}</li>`;
  });
  const rest = all && html`<li><a class="nobr" href="${all.href}">全部${all.spots}地</a></li>`;
  return html`<div id="${id}"><dt><a href="${urls.practice(id)}">${name}</a></dt><dd><ul class="inline-list">${items}${rest}</ul></dd></div>`;
}

export function placeMethods(methods: PlacePageView['methods']): Markup {
  const rows = methods.map(({ method: { id, name }, use: { entry, method, blocks } }) => {
    const words = [method.name, ...(method.consists ?? [])];
    const grounds = blocks.slice(0, 1).map((block) => trustBeside(name, { entry, block, words }));
    return html`<li><a class="source-words" href="${urls.method(id)}">${name}</a>${review(entry)}${grounds}</li>`;
  });
  return html`<ul class="plain-list">${rows}</ul>`;
}

export function placeProblems(problems: PlacePageView['problems']): Markup {
  const rows = problems.map(({ problem: { text }, entry, block }) => {
    const grounds = trustBeside(text, { entry, block, words: [text] });
    return html`<li><span class="source-words">${text}</span>${titledPassageLink(entry, block)}${review(entry)}${grounds}</li>`;
  });
  return html`<ul class="plain-list">${rows}</ul>`;
}

/** Passages of other places' cases that speak of it, its name marked. */
export function placeMentions(library: Library, { name }: Place, mentions: PlacePageView['mentions']): Markup {
  const quotes = mentions.map(({ entry, block }) => {
    return plainQuote(library, { entry, block, words: [block.text.includes(name) ? name : name.slice(0, -1)] });
  });
  return html`<div class="spot-quotes">${quotes}</div>`;
}

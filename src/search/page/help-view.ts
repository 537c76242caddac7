import type { NothingHelp, PracticeCard } from './answer.ts';
import { element } from './elements.ts';
import { emptyRequest, type SearchRequest, withoutFilters, writeAddress } from './request.ts';

/** The practice that the query names, apart from the hits. `lead`: the first sentence of its guide. */
export function practiceView(card: PracticeCard, lead: string, typed: string): Node[] {
  const alias = card.alias ? [element('span', { class: 'soft' }, `又称“${card.alias}”`)] : [];
  const silent = card.silentPlaces > 0 ? `，其中${card.silentPlaces}地未用“${typed}”一词` : '';
  const all = element('a', { href: writeAddress({ ...emptyRequest, practice: card.id }) }, `${card.cases}篇案例`);
  const count = card.cases === 0 ? ['库中还没有案例'] : [all, `，${card.places}地${silent}`];
  return [
    element('h2', {}, '做法：', element('a', { href: `practices/${card.id}.html` }, card.name)),
    ...alias,
    ...(lead ? [element('p', {}, lead)] : []),
    element('p', { class: 'soft' }, ...count),
  ];
}

/** What to do when nothing is found. */
export function nothingView(help: NothingHelp, request: SearchRequest): Node[] {
  const link = (label: string, to: SearchRequest) => element('a', { href: writeAddress(to) }, label);
  const items: HTMLElement[] = [];
  if (help.unfiltered > 0) items.push(element('li', {}, '不加筛选条件：', link(`有${help.unfiltered}篇`, withoutFilters(request))));
  if (help.terms.length > 1) {
    for (const term of help.terms) {
      const said = term.count === 0 ? `“${term.text}”在全库没有出现` : `“${term.text}”单独出现在${term.count}篇`;
      const without = term.withoutCount > 0 ? ['；去掉它，', link(`有${term.withoutCount}篇`, term.without)] : [];
      items.push(element('li', {}, said, ...without));
    }
  } else {
    for (const term of help.terms) if (term.count === 0) items.push(element('li', {}, `“${term.text}”在标题和正文里没有原样出现`));
  }
  if (help.near.length > 0) {
    const near = help.near.flatMap(({ text, count }) => [link(text, { ...withoutFilters(request), q: text }), `（${count}篇）　`]);
    items.push(element('li', {}, '相近的写法：', ...near));
  }
  if (help.practices.length > 0) {
    const practices = help.practices.flatMap(({ id, name }) => [element('a', { href: `practices/${id}.html` }, name), '　']);
    items.push(element('li', {}, '相近的做法：', ...practices));
  }
  items.push(element('li', {}, '换几个原文里可能用的字，或从下面的做法、', element('a', { href: 'places/index.html' }, '地区'), '找起'));
  return [element('h2', {}, '没有找到'), element('ul', {}, ...items)];
}

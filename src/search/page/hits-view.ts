import type { Hit, HitPassage, MarkedText, SearchAnswer } from './answer.ts';
import { element } from './elements.ts';
import { type SearchRequest, writeAddress } from './request.ts';

/** Practices named in a hit's line before 等. */
const practicesNamed = 3;

/** One entry of the list of hits. */
export function hitView(hit: Hit): HTMLLIElement {
  const more = hit.more > 0 ? [element('p', { class: 'hit-more' }, `另有${hit.more}段`)] : [];
  const passages =
    hit.passages.length > 0 ? [element('ul', { class: 'hit-passages' }, ...hit.passages.map((passage) => passageView(hit, passage)))] : [];
  return element(
    'li',
    { class: 'hit', 'data-case': hit.id },
    element('h3', {}, element('a', { href: hit.url }, ...marked(hit.title))),
    element('p', { class: 'hit-facts' }, factsOf(hit)),
    ...passages,
    ...more,
  );
}

/** Pixels outside the window within which a hit's passages are asked for. */
const nearby = 600;

/** Calls with a hit's id when the reader comes near it, for the hits whose passages are not there yet. Stops by `disconnect`. */
export function watchHits(list: HTMLElement, hits: readonly Hit[], comesNear: (id: string) => void): IntersectionObserver {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        comesNear((target as HTMLElement).dataset.case ?? '');
      }
    },
    { rootMargin: `${nearby}px` },
  );
  const later = new Set(hits.filter(({ isWhole }) => !isWhole).map(({ id }) => id));
  for (const item of list.children) if (later.has((item as HTMLElement).dataset.case ?? '')) observer.observe(item);
  return observer;
}

function passageView(hit: Hit, passage: HitPassage): HTMLLIElement {
  const section = passage.section ? [element('span', { class: 'hit-section' }, passage.section)] : [];
  return element(
    'li',
    {},
    element(
      'p',
      { class: 'hit-where', 'data-clip': wordless.test(passage.anchor) ? undefined : '' },
      element('a', { href: `${hit.url}#${passage.anchor}` }, passageName(passage)),
      ...section,
    ),
    element('p', { class: 'hit-words' }, ...marked(passage.text)),
  );
}

/** Blocks that nobody takes into the folder: headings and pictures. */
const wordless = /^[hi]/;

/** By the first letter of a block's id. */
const kinds: Record<string, string> = { h: '小标题', c: '图片说明', t: '表格', l: '列表', i: '图片' };

function passageName({ n, anchor }: HitPassage): string {
  return n > 0 ? `第${n}段` : (kinds[anchor.charAt(0)] ?? '原文');
}

function marked({ text, marks, cutBefore, cutAfter }: MarkedText): (Node | string)[] {
  const nodes: (Node | string)[] = cutBefore ? ['……'] : [];
  let at = 0;
  for (const [start, end] of marks) {
    nodes.push(text.slice(at, start), element('mark', {}, text.slice(start, end)));
    at = end;
  }
  nodes.push(text.slice(at));
  if (cutAfter) nodes.push('……');
  return nodes;
}

function factsOf({ place, date, notBefore, practices }: Hit): string {
  const named = practices.slice(0, practicesNamed).join('、') + (practices.length > practicesNamed ? `等${practices.length}项做法` : '');
  const when = date ? dateInWords(date) : notBefore ? `不早于${notBefore}年` : '日期未注明';
  return [place, when, named].filter((fact) => fact !== '').join('　');
}

/** `2020-07-27` as 2020年7月27日. */
function dateInWords(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month ? `${month}月` : ''}${day ? `${day}日` : ''}`;
}

/** Links to the other pages of the list. */
export function pagesView({ pages, total, hits }: SearchAnswer, request: SearchRequest): Node[] {
  if (pages <= 1 || hits.length === 0) return [];
  const page = Math.min(request.page, pages);
  const link = (label: string, to: SearchRequest) => element('a', { href: writeAddress(to) }, label);
  return [
    ...(page > 1 ? [link('上一页', { ...request, page: page - 1 })] : []),
    element('span', {}, `第${page}页，共${pages}页`),
    ...(page < pages ? [link('下一页', { ...request, page: page + 1 })] : []),
    link(`全部列出（${total}篇）`, { ...request, page: 1, all: true }),
  ];
}

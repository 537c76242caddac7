import type { Case, CaseDate, CaseSource } from '../article/schema.ts';

/**
 * A reference after GB/T 7714—2025, numbered style, in the forms of its examples:
 *
 * - 8.5.3, an article in a newspaper: `作者. 题名[N]. 报名，2022-08-16（17）. 地址.`, with an address `[N/OL]`. Only where a
 *   newspaper, the day and the page are known: a day alone may be that of a page on the web.
 * - 8.11.3, a page on the web: `作者. 题名[EB/OL]. （2025-02-17）. 地址.` Without an address the site's name stands before the
 *   date, as 8.14 and 8.15 have it for what is found by the name of a platform.
 *
 * 7.1.2: three authors at most, then 等; 7.1.3: an unknown author is left out. Chinese entries have full-width commas and
 * brackets, points and square brackets are half-width, and every entry ends with a point. What the source does not say is
 * left out, never guessed: that holds for the kind of medium too, and for the day on which somebody read a page.
 */
export function citation(entry: Pick<Case, 'title' | 'date' | 'source'>): string {
  const { source, date } = entry;
  const medium = mediumOf(source, date);
  const parts = [authors(source.author), `${entry.title}${medium.mark}`, medium.published(source, date), source.url];
  return parts.flatMap((part) => (part ? [`${part}.`] : [])).join(' ');
}

interface Medium {
  mark: string;
  published: (source: CaseSource, date: CaseDate | undefined) => string;
}

const newspaper = /报(?:社)?$/u;
const online = /网|客户端|微信|公众号|APP|在线|平台/iu;

const media = {
  newspaper: { mark: '[N]', published: inNewspaper },
  newspaperOnline: { mark: '[N/OL]', published: inNewspaper },
  web: { mark: '[EB/OL]', published: (source, date) => `${source.url ? '' : (source.name ?? '')}${date ? `（${date.value}）` : ''}` },
  unknown: { mark: '', published: (source, date) => [source.name, date?.value].filter(Boolean).join('，') },
} as const satisfies Record<string, Medium>;

function mediumOf({ name = '', page, url }: CaseSource, date: CaseDate | undefined): Medium {
  if (newspaper.test(name) && date?.precision === 'day' && page) return url ? media.newspaperOnline : media.newspaper;
  return url || online.test(name) ? media.web : media.unknown;
}

function inNewspaper({ name, page }: CaseSource, date: CaseDate | undefined): string {
  return `${name}，${date?.value}（${page}）`;
}

const mostAuthors = 3;

function authors(text: string | undefined): string {
  const names = authorNames(text);
  return [...names.slice(0, mostAuthors), ...(names.length > mostAuthors ? ['等'] : [])].join('，');
}

/** Names as the source separates them; those that it runs together stay so. */
export function authorNames(text: string | undefined): string[] {
  const names = (text ?? '').split(/[、，,；;]|\s+(?=\p{Script=Han}{2})/u).map((name) => name.trim());
  return names.filter((name) => name !== '');
}

import type { Case } from '../article/schema.ts';

const newspaper = /报(?:社)?$/u;
const online = /网|客户端|微信|公众号|APP|在线|平台/iu;

/**
 * A reference after GB/T 7714: author, title, medium, publisher, date, address. What the source does not say is left out;
 * the medium is given only where an address or the publisher's name shows it.
 */
export function citation(entry: Pick<Case, 'title' | 'date' | 'source'>): string {
  const { author, name, url } = entry.source;
  const medium = mediumMark(name, url);
  const date = entry.date && medium === '[EB/OL]' ? `(${entry.date.value})` : entry.date?.value;
  const published = [name, date].filter((part) => part !== undefined).join('，');
  const parts = [author, `${entry.title}${medium}`, published].filter((part) => part !== undefined && part !== '');
  return `${parts.map((part) => `${part}.`).join(' ')}${url ? ` ${url}` : ''}`;
}

function mediumMark(name: string | undefined, url: string | undefined): string {
  if (name && newspaper.test(name)) return url ? '[N/OL]' : '[N]';
  return url || (name && online.test(name)) ? '[EB/OL]' : '';
}

import type { Case } from '../article/schema.ts';
import { onSite, urls } from '../site/urls.ts';
import { authorNames } from './citation.ts';
import { type Library, perLibrary, practiceName } from './library.ts';
import { casesInOrder } from './order.ts';
import { xmlDeclaration, xmlElement } from './xml.ts';

const longestSummary = 120;
const mostEntries = 50;

/**
 * `feeds/cases.xml`: an Atom feed (RFC 4287) of the newest cases. Every entry of such a feed must say when it was updated,
 * and the day on which an article appeared is all that is known: only cases with a known day are in it, and it says so.
 * Undefined where the site's address is not known (an entry's id must be one for good) or no case has a day.
 */
export function casesFeed(library: Library): string | undefined {
  const { address, name, owner } = library.settings;
  const entries = datedEntries(library).slice(0, mostEntries);
  const [newest] = entries;
  if (!address || !newest) return undefined;
  const link = (path: string) => onSite(address, path);
  const elements = [
    xmlElement('id', link(urls.feed())),
    xmlElement('title', `${name}：注明发表日期的案例`),
    xmlElement('subtitle', '只列知道发表日期的案例；时间是原文发表的时间，未注明时刻的记作当日零时（北京时间）。'),
    xmlElement('updated', newest.updated),
    xmlElement('link', undefined, { rel: 'self', type: 'application/atom+xml', href: link(urls.feed()) }),
    xmlElement('link', undefined, { rel: 'alternate', type: 'text/html', href: link(urls.cases()) }),
    `<author>${xmlElement('name', owner ?? name)}</author>`,
    ...entries.map(({ entry, updated }) => entryElement(library, entry, updated, link)),
  ];
  return `${xmlDeclaration}\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">\n${elements.join('\n')}\n</feed>\n`;
}

/** Whether the site has a feed that pages can point to. */
export const hasFeed = perLibrary((library) => casesFeed(library) !== undefined);

interface DatedEntry {
  entry: Case;
  /** `2020-07-27T07:27:00+08:00` */
  updated: string;
}

/** Lists put the newest first and cases without a date last. */
function datedEntries(library: Library): DatedEntry[] {
  return casesInOrder(library).flatMap((entry) =>
    entry.date?.precision === 'day' ? [{ entry, updated: `${entry.date.value}T${entry.date.time ?? '00:00'}:00+08:00` }] : [],
  );
}

function entryElement(library: Library, entry: Case, updated: string, link: (path: string) => string): string {
  const address = link(urls.case(entry.id));
  const opening = entry.blocks.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  const elements = [
    xmlElement('id', address),
    xmlElement('title', entry.title),
    xmlElement('updated', updated),
    xmlElement('link', undefined, { rel: 'alternate', type: 'text/html', href: address }),
    ...authorNames(entry.source.author).map((author) => `<author>${xmlElement('name', author)}</author>`),
    ...entry.practices.map(({ id }) => xmlElement('category', undefined, { term: id, label: practiceName(library, id) })),
    opening && xmlElement('summary', opening.length > longestSummary ? `${opening.slice(0, longestSummary)}……` : opening),
    xmlElement('rights', entry.rights.notice),
  ];
  return `<entry>\n${elements.filter((element) => element !== '').join('\n')}\n</entry>`;
}

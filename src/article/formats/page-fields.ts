/** What a web page says of its article in fields of its own: meta elements, schema.org data, its `<title>`. */
import type { Manuscript } from '../manuscript.ts';
import { isWebAddress } from '../schema.ts';
import { datePattern, readDate } from '../text/dates.ts';
import { isOutlet } from '../text/unlabelled.ts';

/** `lines` are all lines of the page. */
export function statedByPage(document: Document, lines: readonly string[]): Manuscript['stated'] {
  const stated = statedByMeta(document);
  const title = (document.querySelector('title')?.textContent ?? '').trim();
  return { ...text('title', namedInTitle(title, lines)), ...text('name', paperIn(title)), ...stated };
}

/** `左江日报多媒体数字报` has the paper's name. */
function paperIn(title: string): string | undefined {
  const paper = /^(?<paper>\p{Script=Han}{2,10}报)(?:多媒体)?(?:数字报|电子报|电子版)(?:刊|平台)?$/u.exec(title)?.groups?.paper;
  return paper && isOutlet(paper) ? paper : undefined;
}

/** Shortest line that can be meant by the title of a page: a site's or column's name is shorter. */
const shortestTitle = 8;

/** The longest line that the page's `<title>` begins with: `县域党建：……_共产党员网` has the article's title, `新闻详情` has none. */
function namedInTitle(title: string, lines: readonly string[]): string | undefined {
  const plain = (words: string) => words.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  const whole = plain(title);
  const named = lines.filter((line) => plain(line).length >= shortestTitle && whole.startsWith(plain(line)));
  return named.reduce<string | undefined>((longest, line) => (longest && longest.length >= line.length ? longest : line), undefined);
}

/** Accounts are named by their page; this is where all of them stand. */
const platform = '微信公众平台';

/** Names of meta elements by field, the conventions of Chinese government sites first. */
const metaNames: Readonly<Record<'title' | 'name' | 'author' | 'editor' | 'date' | 'url', readonly string[]>> = {
  title: ['ArticleTitle', 'og:title', 'twitter:title'],
  name: ['ContentSource', 'source', 'og:site_name', 'publisher'],
  author: ['Author', 'article:author', 'og:article:author'],
  editor: ['Editor', 'contenteditor', 'editor'],
  date: ['PubDate', 'publishdate', 'article:published_time', 'og:release_date', 'firstpublishedtime', 'pubdate'],
  url: ['Url', 'og:url'],
};

function statedByMeta(document: Document): Manuscript['stated'] {
  const metas = [...document.querySelectorAll('meta')].map((meta) => ({
    name: (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '').toLowerCase(),
    content: (meta.getAttribute('content') ?? '').trim(),
  }));
  const linked = linkedData(document);
  const stated = (field: keyof typeof metaNames) =>
    metaNames[field]
      .map((name) => metas.find((meta) => meta.name === name.toLowerCase() && !['', platform].includes(meta.content))?.content)
      .find(Boolean) ?? linked[field];
  const url = stated('url');
  return {
    ...text('title', stated('title')),
    ...text('name', stated('name')?.replace(/^(?:信息|文章|稿件)?来源\s*[：:]\s*/u, '')),
    ...text('author', stated('author')),
    ...text('editor', stated('editor')),
    ...(url && isWebAddress(url) ? { url } : {}),
    ...statedDate(stated('date')),
  };
}

function text<Field extends string>(field: Field, value: string | undefined): { [key in Field]?: string } {
  return (value ? { [field]: value } : {}) as { [key in Field]?: string };
}

function statedDate(value: string | undefined): Pick<Manuscript['stated'], 'date' | 'time' | 'precision'> {
  const match = value ? datePattern.exec(value) : null;
  const date = match ? readDate(match) : undefined;
  if (!date || date.precision === 'year') return {};
  return { date: date.value, precision: date.precision, ...(date.time ? { time: date.time } : {}) };
}

/** What schema.org data says; broken JSON says nothing. */
function linkedData(document: Document): Partial<Record<keyof typeof metaNames, string>> {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const article = parseArticle(script.textContent ?? '');
    if (article) return article;
  }
  return {};
}

function parseArticle(json: string): Partial<Record<keyof typeof metaNames, string>> | undefined {
  const data = safeJson(json);
  if (typeof data !== 'object' || data === null) return undefined;
  const fields = data as Record<string, unknown>;
  const named = (value: unknown) =>
    typeof value === 'string' ? value : typeof value === 'object' && value !== null ? (value as Record<string, unknown>).name : undefined;
  const found = {
    title: fields.headline,
    author: named(fields.author),
    name: named(fields.publisher),
    date: fields.datePublished,
    url: fields.url,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => typeof value === 'string' && value !== ''));
}

function safeJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

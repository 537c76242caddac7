/**
 * Labels that pages of government sites carry for the national platforms: 《政府网站发展指引》（国办发〔2017〕47号）, annex on
 * labels of pages. Those of the site stand on every page, those of the column on every page of a column, those of the
 * content on the page of an article. A label without a content is not written.
 */
import { type Problem, problem } from '../article/catalogue.ts';
import type { Case } from '../article/schema.ts';
import { type Section, sectionNames } from '../site/sections.ts';
import type { Settings } from '../site/settings.ts';
import { onSite, urls } from '../site/urls.ts';
import { type Library, practiceName } from './library.ts';

/** One `<meta>`. */
export interface Label {
  name: string;
  content: string;
}

/** What a page is about, as far as its labels say. */
export interface LabelledPage {
  /** The column that it belongs to; home and the pages that editors write have none. */
  section?: Section | undefined;
  /** One sentence about the page. */
  description?: string | undefined;
  /** The article that it shows. A list and a practice show none. */
  entry?: Case | undefined;
}

interface Rule<Of> {
  name: string;
  content: (of: Of, library: Library) => string | undefined;
  /** What the article does not say where it is empty, as an editor knows it. */
  field?: string;
  /** The field of content/site.yaml without which it is empty everywhere. With neither, the label is never empty. */
  setting?: keyof Settings;
}

const siteRules: readonly Rule<Settings>[] = [
  { name: 'SiteName', content: ({ siteName, name }) => siteName ?? name },
  { name: 'SiteDomain', content: ({ address }) => address && new URL(address).hostname, setting: 'address' },
  { name: 'SiteIDCode', content: ({ siteIdCode }) => siteIdCode, setting: 'siteIdCode' },
];

const columnTypeRule: Rule<Settings> = { name: 'ColumnType', content: ({ columnType }) => columnType, setting: 'columnType' };

const articleRules: readonly Rule<Case>[] = [
  { name: 'ArticleTitle', content: ({ title }) => title },
  { name: 'PubDate', content: ({ date }) => date && [date.value, date.time].filter(Boolean).join(' '), field: '日期' },
  { name: 'ContentSource', content: ({ source }) => source.name, field: '来源' },
  {
    name: 'Keywords',
    content: ({ practices }, library) => practices.map(({ id }) => practiceName(library, id)).join(','),
    field: '做法',
  },
  { name: 'Author', content: ({ source }) => source.author, field: '作者' },
  { name: 'Description', content: caseSummary, field: '首段文字' },
  {
    name: 'Url',
    content: ({ id }, { settings }) => settings.address && onSite(settings.address, urls.case(id)),
    setting: 'address',
  },
];

/** At most this many characters of the first paragraph. */
const summaryLength = 120;

/** The beginning of a case's text, for search engines; empty where no paragraph is published. */
export function caseSummary({ blocks }: Pick<Case, 'blocks'>): string {
  const first = blocks.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  return [...first].slice(0, summaryLength).join('');
}

/** The labels of a page, in the order of the annex. */
export function pageLabels(library: Library, page: LabelledPage): Label[] {
  const { settings } = library;
  const filled = <Of>(rules: readonly Rule<Of>[], of: Of) =>
    rules.map(({ name, content }) => ({ name, content: content(of, library) ?? '' }));
  const { section, entry } = page;
  return [
    ...filled(siteRules, settings),
    ...(section ? columnLabels(section, entry ? undefined : page.description) : []),
    ...(section ? filled([columnTypeRule], settings) : []),
    ...(entry ? filled(articleRules, entry) : []),
  ].filter(({ content }) => content !== '');
}

/** The annex asks a column's own pages for a description and keywords, too. */
function columnLabels(section: Section, description: string | undefined): Label[] {
  const ColumnName = sectionNames[section];
  const about = description ? { ColumnDescription: description, ColumnKeywords: ColumnName } : {};
  return Object.entries({ ColumnName, ...about }).map(([name, content]) => ({ name, content }));
}

/** The labels that all pages or some articles go without: one problem a label, in the order of the annex. */
export function emptyLabels(library: Library): Problem[] {
  const { settings, cases } = library;
  return [
    ...[...siteRules, columnTypeRule].flatMap((rule) => emptyIn([settings], rule, library)),
    ...articleRules.flatMap((rule) => emptyIn(cases, rule, library)),
  ];
}

function emptyIn<Of>(all: readonly Of[], { name, content, field, setting }: Rule<Of>, library: Library): Problem[] {
  const count = all.filter((of) => !content(of, library)).length;
  if (count === 0) return [];
  if (setting) return [problem('emptySiteLabel', { label: name, field: setting })];
  return field ? [problem('emptyCaseLabel', { label: name, count, of: all.length, field })] : [];
}

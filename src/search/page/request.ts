/** What a reader asks for; everything of it stands in the address. Empty strings ask for nothing. */
export interface SearchRequest {
  q: string;
  /** Id of a practice. */
  practice: string;
  /** Id of a group of practices. */
  group: string;
  /** Code of a province, a city or a county. */
  place: string;
  /** `2020`, or `unknown` for cases without a date. */
  year: string;
  sort: 'relevance' | 'date';
  /** From 1. */
  page: number;
  /** Every hit on one page. */
  all: boolean;
}

export const emptyRequest: SearchRequest = { q: '', practice: '', group: '', place: '', year: '', sort: 'relevance', page: 1, all: false };

export const filterNames = ['practice', 'group', 'place', 'year'] as const;
export type FilterName = (typeof filterNames)[number];

/** Characters of a query that are looked at; more would load much of the index. */
export const longestQuery = 100;

export function readAddress(search: string): SearchRequest {
  const values = new URLSearchParams(search);
  const value = (name: string) => (values.get(name) ?? '').trim();
  return {
    q: value('q').slice(0, longestQuery).trim(),
    practice: value('practice'),
    group: value('group'),
    place: value('place'),
    year: value('year'),
    sort: value('sort') === 'date' ? 'date' : 'relevance',
    page: Math.max(1, Math.floor(Number(value('page')) || 1)),
    all: value('all') === '1',
  };
}

/** `search.html?q=…`, relative to the site's root; what is not asked for is left out. */
export function writeAddress(request: SearchRequest): string {
  const values = new URLSearchParams();
  if (request.q) values.set('q', request.q);
  for (const name of filterNames) if (request[name]) values.set(name, request[name]);
  if (request.sort === 'date') values.set('sort', 'date');
  if (request.all) values.set('all', '1');
  else if (request.page > 1) values.set('page', String(request.page));
  const query = values.toString();
  return query ? `search.html?${query}` : 'search.html';
}

export function hasFilter(request: SearchRequest): boolean {
  return filterNames.some((name) => request[name] !== '');
}

/** Nothing is asked for: the page shows ways in instead of a list. */
export function isIdle(request: SearchRequest): boolean {
  return request.q === '' && !hasFilter(request);
}

export const withoutFilters = (request: SearchRequest): SearchRequest => ({
  ...request,
  practice: '',
  group: '',
  place: '',
  year: '',
  page: 1,
});

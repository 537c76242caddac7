/**
 * The only module that makes addresses. They are root-absolute; a step after the build makes the links of every page
 * relative. The names of the files are a contract (docs of `data/` and other people's links): add to them, never rename.
 */

/** Further pages of a list stand beside its first one: `/cases/2.html`. */
const listPage = (folder: string, page: number) => (page > 1 ? `/${folder}/${page}.html` : `/${folder}/index.html`);

/** Further pages of an entry stand in a folder of its name: `/practices/brands/2.html`. */
const entryPage = (entry: string, page: number) => (page > 1 ? `/${entry}/${page}.html` : `/${entry}.html`);

const withAnchor = (address: string, anchor?: string) => (anchor ? `${address}#${anchor}` : address);

export const urls = {
  home: () => '/index.html',
  search: (query?: string) => `/search.html${query ? `?q=${encodeURIComponent(query)}` : ''}`,
  matrix: () => '/matrix.html',
  about: () => '/about.html',
  help: () => '/help.html',
  cases: (page = 1) => listPage('cases', page),
  case: (id: string, block?: string) => withAnchor(`/cases/${id}.html`, block),
  practices: (group?: string) => withAnchor('/practices/index.html', group),
  practice: (id: string, page = 1, anchor?: string) => withAnchor(entryPage(`practices/${id}`, page), anchor),
  places: () => '/places/index.html',
  place: (code: string, page = 1) => entryPage(`places/${code}`, page),
  methods: (page = 1) => listPage('methods', page),
  method: (id: string) => `/methods/${id}.html`,
  problems: (page = 1, anchor?: string) => withAnchor(entryPage('problems', page), anchor),
  data: (name: string) => `/data/${name}`,
};

/** An address relative to the site's root, as `data/` gives it: `cases/x.html`. */
export function withinSite(address: string): string {
  return address.replace(/^\//, '');
}

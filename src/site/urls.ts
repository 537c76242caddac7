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
  /** The site's folder, for scripts that make addresses themselves. */
  root: () => '/',
  home: () => '/index.html',
  search: (query?: string) => `/search.html${query ? `?q=${encodeURIComponent(query)}` : ''}`,
  /** Of `level` or of one province where they are not the whole matrix: `/matrix/city.html`, `/matrix/350000.html`. */
  matrix: (part?: string) => (part ? `/matrix/${part}.html` : '/matrix.html'),
  /** Two to four places side by side, chosen by a script. */
  compare: () => '/compare.html',
  /** Two places side by side; the anchor is a practice of both. */
  pair: (id: string, practice?: string) => withAnchor(`/compare/${id}.html`, practice),
  /** What the reader has taken in, kept in the reader's browser. */
  clips: () => '/clips.html',
  about: () => '/about.html',
  help: () => '/help.html',
  cases: (page = 1) => listPage('cases', page),
  case: (id: string, block?: string) => withAnchor(`/cases/${id}.html`, block),
  /** `src` of an image's block. */
  picture: (src: string) => `/${src}`,
  practices: (group?: string) => withAnchor('/practices/index.html', group),
  practice: (id: string, page = 1, anchor?: string) => withAnchor(entryPage(`practices/${id}`, page), anchor),
  places: () => '/places/index.html',
  /** The anchor is a practice on the first page. */
  place: (code: string, page = 1, practice?: string) => withAnchor(entryPage(`places/${code}`, page), practice),
  methods: (page = 1) => listPage('methods', page),
  method: (id: string, page = 1) => entryPage(`methods/${id}`, page),
  problems: (page = 1, anchor?: string) => withAnchor(entryPage('problems', page), anchor),
  data: (name: string) => `/data/${name}`,
  /** The practice's evidence to take away. */
  practiceExtract: (id: string, format: 'md' | 'csv') => `/data/practices/${id}.${format}`,
  /** Made only where the site's own address is known. */
  feed: () => '/feeds/cases.xml',
  sitemap: () => '/sitemap.xml',
};

/** An address relative to the site's root, as `data/` gives it: `cases/x.html`. */
export function withinSite(address: string): string {
  return address.replace(/^\//, '');
}

/** An address on the web; `site` is the site's own, with or without its closing slash: `https://dj.example.gov.cn/anli/`. */
export function onSite(site: string, address: string): string {
  return new URL(withinSite(address), site.endsWith('/') ? site : `${site}/`).href;
}

/** An address for paper: on the web where the site's own is known, else within the site. */
export function printedAddress(site: string | undefined, address: string): string {
  return site ? onSite(site, address) : withinSite(address);
}

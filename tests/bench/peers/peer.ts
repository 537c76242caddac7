/** What all peers are given and asked. */

/** An article as every peer gets it. */
export interface PeerArticle {
  /** Without an ending; in ASCII. */
  name: string;
  title: string;
  paragraphs: string[];
}

/** A generator of static sites, with its own best settings as its documentation gives them. */
export interface Peer {
  name: string;
  /** What is installed into a folder of its own, pinned. */
  packages: { from: 'npm' | 'debian'; pinned: readonly string[] };
  /** Path of an article's source, and what is in it. */
  source(article: PeerArticle): { path: string; text: string };
  /** Everything else: settings, layouts, the page that lists all articles. */
  files(articles: readonly PeerArticle[]): Record<string, string>;
  /** Run in the folder; relative to it. */
  build: readonly string[];
  /** What is built, relative to the folder. */
  out: string;
  /** Address of an article's page in it. */
  page(article: PeerArticle): string;
  /** How a reader searches, by selectors; undefined where it brings no search. */
  search?: PeerSearch;
}

export interface PeerSearch {
  /** Opens the field; empty where it stands open. */
  open: string;
  field: string;
  hit: string;
}

/** A page of Markdown with a title on top. */
export function markdown({ title, paragraphs }: PeerArticle, more: Record<string, string> = {}): string {
  const fields = Object.entries({ title, ...more }).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${fields.join('\n')}\n---\n\n${paragraphs.map(plain).join('\n\n')}\n`;
}

/** Signs that Markdown, or a template language in it, would read stand for themselves. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>#{}|~$!&]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** `check.json`: what check.html compares a server's answers with. */
export interface CheckList {
  /** Made from the bytes of all other files: two builds with the same one are the same site. */
  build: string;
  /** One file of every type, and of every way to be kept; the larger ones, which a server compresses. */
  files: CheckedFile[];
  /** Headers that a server should send, by their names. */
  headers: Record<string, string>;
}

export interface CheckedFile {
  /** Relative to the site's root. */
  path: string;
  /** Media type without parameters. */
  mime: string;
  charset?: 'utf-8';
  isText: boolean;
  caching: 'lasting' | 'fresh';
  bytes: number;
  sha256: string;
}

/** Where the build's name goes in check.html. */
export const buildMark = 'data-build="to be written by the build"';

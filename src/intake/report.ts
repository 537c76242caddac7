import type { RemovedLine, Span } from '../article/article.ts';
import type { Problem } from '../article/catalogue.ts';

/** What the program found in one file: a source, a correction, a guide, a list. */
export interface FileReport {
  /** Relative to the site's folder, with forward slashes: `seeds/a.txt`. */
  file: string;
  /** Id of the case that the file became. */
  case?: string;
  /** Not published, by a correction's `hold` or by --hold-bad. */
  held: boolean;
  errors: Problem[];
  flags: Problem[];
  /** Flags that an editor accepted. */
  accepted: Problem[];
  removed: RemovedLine[];
  /** Offsets in the decoded text; with those of `removed` they partition it, white space aside. */
  spans: { piece: string; span: Span }[];
}

/** `npm run check -- --json`. Files in order of their names. */
export interface Report {
  files: FileReport[];
}

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

/** The report with flags laid over it by file; a file that it does not name yet gets an entry. */
export function withFlags(report: Report, flags: ReadonlyMap<string, readonly Problem[]>): Report {
  const known = report.files.map((file) => ({ ...file, flags: [...file.flags, ...(flags.get(file.file) ?? [])] }));
  const named = new Set(known.map(({ file }) => file));
  const added = [...flags].filter(([file, found]) => !named.has(file) && found.length > 0).map(([file, found]) => flagged(file, found));
  return { files: [...known, ...added].sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

function flagged(file: string, flags: readonly Problem[]): FileReport {
  return { file, held: false, errors: [], flags: [...flags], accepted: [], removed: [], spans: [] };
}

/** The report of a whole site: its folders, what editors wrote, and every source. */
import { type Problem, problem } from '../article/catalogue.ts';
import type { Draft } from '../article/draft.ts';
import type { SourceReading } from './conflicts.ts';
import type { CorrectionFile } from './corrections.ts';
import type { FileReport } from './report.ts';

/** Folders that a site cannot do without, and a site without a single article. */
export function folderReports(seeds: readonly string[] | undefined, content: readonly string[] | undefined): FileReport[] {
  const reports: FileReport[] = [];
  if (seeds === undefined) reports.push(contentReport('seeds/', [problem('missingFolder', { folder: 'seeds' })], false));
  else if (seeds.length === 0) reports.push(contentReport('seeds/', [problem('noSources')], false));
  if (content === undefined) reports.push(contentReport('content/', [problem('missingFolder', { folder: 'content' })], false));
  return reports;
}

/** Files whose errors hold back themselves alone; without settings or groups there is no site. */
const holdable = /^content\/(?:practices|cases)\//;

export function contentReport(file: string, errors: Problem[], holdBad: boolean): FileReport {
  return { file, held: holdBad && holdable.test(file), errors, flags: [], accepted: [], removed: [], spans: [] };
}

export function sourceReport(
  { read, errors, correction, held }: SourceReading,
  holdBad: boolean,
  { removed, spans }: Pick<Draft, 'removed' | 'spans'>,
): FileReport {
  const { file, id, flags, accepted } = read.head;
  const bad = errors.length > 0 || Boolean(correction?.errors.length);
  return { file, case: id, held: held || (holdBad && bad), errors, flags, accepted, removed, spans };
}

/** A held article holds its correction's errors with it. */
export function correctionReport({ file, errors }: CorrectionFile, readings: readonly SourceReading[], holdBad: boolean): FileReport {
  const held = readings.some((source) => source.correction?.file === file && source.held);
  return { ...contentReport(file, errors, holdBad), held: held || holdBad };
}

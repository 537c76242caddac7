/** What a look at all published cases says of the signals that the editors wrote. Never stops publishing. */
import { join } from 'node:path';
import { type Problem, problem } from '../article/catalogue.ts';
import type { SiteFolders } from '../site/folders.ts';
import { listFiles } from './files.ts';
import { type PracticeReport, silentWords } from './practice-report.ts';
import type { FileReport, Report } from './report.ts';

/** Flags of one practice: signals that never fire, and practices that always show together with it. */
export function practiceFlags({ signals, silent, twins }: PracticeReport): Problem[] {
  return [
    ...(silent.length > 0 ? [problem('silentSignal', { count: silent.length, of: signals, words: silentWords(silent) })] : []),
    ...twins.map(({ name, passages }) => problem('twinPractices', { other: name, count: passages })),
  ];
}

/** The report with the flags of each practice under its file, in order of names. */
export function withPracticeFlags(report: Report, practices: readonly PracticeReport[], files: ReadonlyMap<string, string>): Report {
  const flags = new Map(practices.map((practice) => [files.get(practice.id) ?? '', practiceFlags(practice)]));
  const known = report.files.map((file) => ({ ...file, flags: [...file.flags, ...(flags.get(file.file) ?? [])] }));
  const named = new Set(known.map(({ file }) => file));
  const added = [...flags].filter(([file, found]) => !named.has(file) && found.length > 0).map(([file, found]) => flagged(file, found));
  return { files: [...known, ...added].sort((a, b) => (a.file < b.file ? -1 : 1)) };
}

function flagged(file: string, flags: Problem[]): FileReport {
  return { file, held: false, errors: [], flags, accepted: [], removed: [], spans: [] };
}

/** `content/practices/<id>.mdx` or `.md`, by id. */
export async function practiceFiles(folders: SiteFolders): Promise<Map<string, string>> {
  const names = (await listFiles(join(folders.content, 'practices'))) ?? [];
  const guides = names.filter((name) => /\.mdx?$/.test(name));
  return new Map(guides.map((name) => [name.replace(/\.mdx?$/, ''), `content/practices/${name}`]));
}

/** What a look at all published cases says of the signals that the editors wrote. Never stops publishing. */
import { join } from 'node:path';
import { type Problem, problem } from '../article/catalogue.ts';
import type { SiteFolders } from '../site/folders.ts';
import { listFiles } from './files.ts';
import { type PracticeReport, silentWords } from './practice-report.ts';

/** Flags of one practice: signals that never fire, and practices that always show together with it. */
export function practiceFlags({ signals, silent, twins }: PracticeReport): Problem[] {
  return [
    ...(silent.length > 0 ? [problem('silentSignal', { count: silent.length, of: signals, words: silentWords(silent) })] : []),
    ...twins.map(({ name, passages }) => problem('twinPractices', { other: name, count: passages })),
  ];
}

/** Flags of all practices, by their files. */
export function flagsOfPractices(practices: readonly PracticeReport[], files: ReadonlyMap<string, string>): Map<string, Problem[]> {
  return new Map(practices.map((practice) => [files.get(practice.id) ?? '', practiceFlags(practice)]));
}

/** `content/practices/<id>.mdx` or `.md`, by id. */
export async function practiceFiles(folders: SiteFolders): Promise<Map<string, string>> {
  const names = (await listFiles(join(folders.content, 'practices'))) ?? [];
  const guides = names.filter((name) => /\.mdx?$/.test(name));
  return new Map(guides.map((name) => [name.replace(/\.mdx?$/, ''), `content/practices/${name}`]));
}

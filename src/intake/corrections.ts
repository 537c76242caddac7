/** content/cases/*.yaml, by the name of the source that each corrects. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Problem, problem } from '../article/catalogue.ts';
import { type Correction, correctionSchema } from '../article/correction.ts';
import type { SiteFolders } from '../site/folders.ts';
import { type Checked, checkYaml } from './documents.ts';
import { listFiles } from './files.ts';
import type { FileMemory } from './site-memory.ts';

export type CheckedCorrection = Checked<Correction>;

export interface CorrectionFile {
  /** `content/cases/<source>.yaml` */
  file: string;
  /** Undefined where the file cannot be used. */
  correction?: Correction;
  errors: Problem[];
}

/** `a` for `seeds/a.txt` and `content/cases/a.yaml`. */
export function sourceName(file: string): string {
  const name = file.slice(file.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot < 0 ? name : name.slice(0, dot);
}

/** `memory` holds what files said before. */
export async function readCorrections(
  folders: SiteFolders,
  sources: readonly string[],
  memory?: FileMemory<CheckedCorrection>,
): Promise<Map<string, CorrectionFile>> {
  const folder = join(folders.content, 'cases');
  const corrections = new Map<string, CorrectionFile>();
  const known = new Set(sources.map(sourceName));
  for (const name of ((await listFiles(folder)) ?? []).filter((entry) => /\.ya?ml$/.test(entry))) {
    const file = `content/cases/${name}`;
    const source = sourceName(name);
    const checked = await readCorrection(join(folder, name), memory);
    const errors = [...checked.errors, ...(known.has(source) ? [] : [problem('correctionWithoutSource', { source })])];
    const earlier = corrections.get(source);
    if (earlier) earlier.errors.push(problem('duplicateCorrection', { other: file }));
    else corrections.set(source, { file, ...(checked.value ? { correction: checked.value } : {}), errors });
  }
  return corrections;
}

async function readCorrection(path: string, memory: FileMemory<CheckedCorrection> | undefined): Promise<CheckedCorrection> {
  const known = memory?.recall(path);
  if (known) return known;
  const checked = checkYaml(await readFile(path, 'utf8'), correctionSchema);
  memory?.remember(path, checked);
  return checked;
}

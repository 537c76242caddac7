import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Outcome, program, startProgram } from './command.ts';
import { temporaryFolder } from './folder.ts';

/** A copy of the program with the same packages; `changes` says for a file of it which words stand for which. */
export function programCopy(changes: Record<string, [find: string, by: string]>): string {
  const folder = join(temporaryFolder(), 'program');
  for (const name of ['src', 'public', 'astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(program, name), join(folder, name), { recursive: true });
  }
  const packages = join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(program, 'node_modules')).filter((each) => !each.startsWith('.'))) {
    symlinkSync(join(program, 'node_modules', name), join(packages, name), 'junction');
  }
  for (const [path, words] of Object.entries(changes)) changeCopy(folder, path, words);
  return folder;
}

/** Changes words in a file of a copy, which must be there. */
export function changeCopy(folder: string, path: string, [find, by]: [find: string, by: string]): void {
  const file = join(folder, path);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(find)) throw new Error(`${path} has no ${find}.`);
  writeFileSync(file, text.replace(find, by));
}

/** Runs a command of a copy. */
export function runCopy(folder: string, args: readonly string[], env: Record<string, string>): Promise<Outcome> {
  const { PATH = '', HOME = '' } = process.env;
  return startProgram(process.execPath, [join(folder, 'src/cli/main.mjs'), ...args], { PATH, HOME, ...env }, folder).outcome;
}

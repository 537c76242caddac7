import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { siteFolders } from '../site/folders.ts';
import type { Run } from './commands.ts';

const { program } = siteFolders();

/** Programs of the checkout, started with the runtime that runs this one, whatever `node` the machine has. */
const tools = {
  vitest: 'node_modules/vitest/vitest.mjs',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  astro: 'node_modules/astro/bin/astro.mjs',
};

export const test: Run = (_given, args) => runTests(['unit', 'site'], args);

/** All three run, whatever the first say; the tests last, so that their line of counts closes the output. */
export const testFully: Run = async (_given, args) => {
  const before = [await runTool('biome', ['check', '.']), await runTool('astro', ['check', '--minimumSeverity', 'warning'])];
  return Math.max(...before, await runTests(['full'], args));
};

function runTests(projects: readonly string[], args: readonly string[]): Promise<number> {
  const chosen = projects.flatMap((project) => ['--project', project]);
  return runTool('vitest', ['run', '--config', 'tests/vitest.config.ts', ...chosen, ...args]);
}

function runTool(tool: keyof typeof tools, args: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(program, tools[tool]), ...args], { cwd: program, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
}

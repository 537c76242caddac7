import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { siteFolders } from '../site/folders.ts';
import { Refusal } from '../site/refusal.ts';
import type { Run } from './run.ts';

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
  const file = join(program, tools[tool]);
  if (!existsSync(file)) throw new Refusal(`没有 ${tool}，不能运行测试`, '离线包里没有测试；在程序文件夹里请先运行 npm ci。');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...args], { cwd: program, stdio: 'inherit' });
    child.on('error', reject);
    child.on('exit', (status) => resolve(status ?? 1));
  });
}

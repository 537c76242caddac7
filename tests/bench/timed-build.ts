import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { program } from '../setup/command.ts';
import { usageOfTree } from './process-tree.ts';

/** One stage of a build, by the line that it prints when it begins. */
export interface Stage {
  name: string;
  /** Seconds. */
  wall: number;
  /** Seconds of CPU time of the whole process tree. */
  cpu: number;
  /** Bytes, the highest seen. */
  memory: number;
}

/** The command line. */
export const main = fileURLToPath(new URL('../../src/cli/main.mjs', import.meta.url));

/** Milliseconds between two looks at the process tree. */
const interval = 200;

/** A stage's line ends so; lines of progress within a stage do not. */
const stageLine = /^(?<name>.+?)(?:（.*）)?……$/u;

/** Builds a site with the real command, in a process tree of its own. Throws what it printed where it fails. */
export async function timedBuild(site: string, out: string, options: readonly string[] = []): Promise<Stage[]> {
  const child = spawn(process.execPath, [main, 'build', ...options], {
    cwd: program,
    env: { ...process.env, CASEBOOK_SITE: site, CASEBOOK_OUT: out },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const pid = child.pid;
  if (pid === undefined) throw new Error('The build did not start.');
  const stages: Stage[] = [];
  let printed = '';
  let memory = 0;
  let [wallThen, cpuThen] = [performance.now(), 0];
  const look = () => {
    const usage = usageOfTree(pid);
    memory = Math.max(memory, usage.memory);
    return usage.cpu;
  };
  const next = (name: string) => {
    const [wall, cpu] = [performance.now(), look()];
    stages.push({ name, wall: (wall - wallThen) / 1000, cpu: cpu - cpuThen, memory });
    [wallThen, cpuThen, memory] = [wall, cpu, 0];
  };
  let current = '启动';
  createInterface({ input: child.stdout }).on('line', (line) => {
    printed += `${line}\n`;
    const begun = stageLine.exec(line)?.groups?.name;
    if (begun === undefined && !line.startsWith('完成')) return;
    next(current);
    current = begun ?? '结束';
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    printed += text;
  });
  const looking = setInterval(look, interval);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  clearInterval(looking);
  if (status !== 0) throw new Error(`The build ended with status ${status}:\n${printed}`);
  return stages;
}

/** One row for the whole build. */
export function total(stages: readonly Stage[]): Stage {
  return {
    name: '合计',
    wall: stages.reduce((sum, { wall }) => sum + wall, 0),
    cpu: stages.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: Math.max(...stages.map(({ memory }) => memory)),
  };
}

import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The checkout's root. */
export const program = fileURLToPath(new URL('../..', import.meta.url));

const main = fileURLToPath(new URL('../../src/cli/main.mjs', import.meta.url));

export interface Outcome {
  /** Exit status; null where a signal ended it. */
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the real command line as a process of its own. `env` is laid over an environment without settings of this program. */
export function startCasebook(args: readonly string[], env: Record<string, string> = {}) {
  const { CASEBOOK_SITE, CASEBOOK_OUT, PORT, NODE_ENV, INIT_CWD, ...rest } = process.env;
  return startProgram(process.execPath, [main, ...args], { ...withoutVitest(rest), ...env });
}

/** Starts a program with exactly this environment. */
export function startProgram(path: string, args: readonly string[], env: NodeJS.ProcessEnv, cwd = program) {
  const child = spawn(path, args, { cwd, env });
  const outcome = new Promise<Outcome>((resolve, reject) => {
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  return { child, outcome };
}

/** Runs a command to its end. */
export function casebook(args: readonly string[], env: Record<string, string> = {}): Promise<Outcome> {
  return startCasebook(args, env).outcome;
}

/** Vite behaves otherwise where these are set. */
function withoutVitest(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !/^(VITEST|TEST$|VITE_|DEV$|PROD$|MODE$|SSR$|BASE_URL$)/.test(name)));
}

import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout } from 'node:timers/promises';

/** Milliseconds in which a server must answer. */
const patience = 20_000;

export interface RunningProgram {
  /** Address of the server's root, with a closing slash. */
  url: string;
  stop(): Promise<void>;
}

/** Starts a server in the foreground and waits until it answers; what it said is in the error where it does not. */
export async function run(command: readonly string[], port: number, env: Record<string, string> = {}): Promise<RunningProgram> {
  const [program = '', ...args] = command;
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const url = `http://127.0.0.1:${port}/`;
  for (const begun = performance.now(); ; await setTimeout(50)) {
    if (child.exitCode !== null || performance.now() - begun > patience) {
      await stop(child);
      throw new Error(`${command.join(' ')} does not serve:\n${said}`);
    }
    if (await answers(url)) return { url, stop: () => stop(child) };
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await (await fetch(url)).arrayBuffer();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await Promise.race([ended, setTimeout(5000).then(() => child.kill('SIGKILL'))]);
  await ended;
}

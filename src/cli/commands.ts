import { Refusal } from '../site/refusal.ts';
import type { Run } from './run.ts';
import { tellFailure } from './tell-failure.ts';

/** What can follow `npm run <name> --`. */
export type Option = '--hold-bad' | '--clean' | '--json' | '--practice 编号' | '--replace' | '--to 文件夹' | '平台……' | '文件' | '文件夹';

interface Command {
  /** One line for the list of commands. */
  summary: string;
  options: readonly Option[];
  /** Everything after the name goes on as it stands: the command, or the program that it starts, reads it. */
  passesOn?: boolean;
  /** Reads the command's own modules, which take a second where Astro is among them. */
  load(): Promise<Run>;
}

const commands: Record<string, Command> = {
  start: {
    summary: '生成网站并在本机打开服务',
    options: ['--hold-bad', '--clean'],
    load: async () => (await import('./start.ts')).start,
  },
  build: { summary: '生成网站', options: ['--hold-bad', '--clean'], load: async () => (await import('./build.ts')).build },
  dev: { summary: '边改边看，供改程序和样式的人使用', options: [], load: async () => (await import('./dev.ts')).develop },
  preview: { summary: '打开已经生成的网站，不重新生成', options: [], load: async () => (await import('./preview.ts')).preview },
  check: {
    summary: '只检查内容，不生成；--json 供程序读取',
    options: ['--json', '--hold-bad'],
    load: async () => (await import('./check.ts')).check,
  },
  report: {
    summary: '列出每项做法由哪些段落、哪些词语判定，哪些段落差一点',
    options: ['--practice 编号', '--json'],
    passesOn: true,
    load: async () => (await import('./report.ts')).report,
  },
  import: {
    summary: '把文章放进 seeds/：后面写文件或文件夹',
    options: [],
    passesOn: true,
    load: async () => (await import('./import.ts')).importFiles,
  },
  verify: {
    summary: '拿清单核对拷贝好的网站：后面写文件夹',
    options: ['文件夹'],
    passesOn: true,
    load: async () => (await import('./verify.ts')).verify,
  },
  package: {
    summary: '把生成的网站打成一个 zip，文件名带日期',
    options: ['文件'],
    passesOn: true,
    load: async () => (await import('./package.ts')).packSite,
  },
  kit: {
    summary: '制作离线包：运行环境、程序和内容，每种平台一个',
    options: ['平台……', '--to 文件夹'],
    passesOn: true,
    load: async () => (await import('./kit.ts')).kit,
  },
  backup: {
    summary: '把 seeds/、content/、public/ 备份成一个 zip',
    options: ['文件'],
    passesOn: true,
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    summary: '从备份恢复；--replace 先把现有的移到一旁',
    options: ['文件', '--replace'],
    passesOn: true,
    load: async () => (await import('./backup.ts')).restore,
  },
  test: { summary: '运行测试', options: [], passesOn: true, load: async () => (await import('./test.ts')).test },
  'test:full': {
    summary: '运行耗时更长的检查：格式、类型、整机测试',
    options: [],
    passesOn: true,
    load: async () => (await import('./test.ts')).testFully,
  },
};

/** Runs one command; what goes wrong is told, and ends with status 1. */
export async function run(args: readonly string[]): Promise<void> {
  try {
    const [name = '', ...rest] = args;
    const command = await commandOf(name, rest).load();
    const status = await command(new Set(rest), rest);
    if (status !== undefined) await exit(status);
  } catch (error) {
    tellFailure(error);
    await exit(1);
  }
}

function commandOf(name: string, args: readonly string[]): Command {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Refusal(name === '' ? '没有写命令' : `没有“${name}”这个命令`, `可用的命令：\n${listOfCommands()}`);
  const unknown = command.passesOn ? undefined : args.find((arg) => !command.options.some((option) => option === arg));
  if (unknown === undefined) return command;
  const options = command.options.length > 0 ? `可用的选项：${command.options.join(' ')}` : '这个命令没有选项。';
  throw new Refusal(`命令 ${name} 没有“${unknown}”这个选项`, `${options}\n${listOfCommands()}`);
}

function listOfCommands(): string {
  return Object.entries(commands)
    .map(([name, { summary, options }]) => `  npm run ${name}${options.length > 0 ? ` -- [${options.join('] [')}]` : ''}    ${summary}`)
    .join('\n');
}

/** Leaves once everything printed has reached its reader: a pipe may still be full. */
async function exit(status: number): Promise<void> {
  for (const stream of [process.stdout, process.stderr]) await new Promise((resolve) => stream.write('', resolve));
  process.exit(status);
}

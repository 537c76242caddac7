// Plain JavaScript that Node 12 can parse, so that an old runtime gets a message instead of a syntax error.
// Everything else is TypeScript, which Node runs directly from 22.18 on.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const oldest = [22, 18];

function isNewEnough(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);
}

/** The runtime that `npm ci` brought for this platform, or undefined where no such package exists. */
function pinnedRuntime() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  const path = fileURLToPath(new URL(`../../node_modules/node-${platform}-${process.arch}/bin/${binary}`, import.meta.url));
  return existsSync(path) ? path : undefined;
}

function runWith(runtime) {
  const child = spawn(runtime, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`无法启动 ${runtime}：${error.message}。请删除 node_modules 后重新运行 npm ci。`);
    process.exit(1);
  });
  child.on('exit', (code) => process.exit(code === null ? 1 : code));
}

if (isNewEnough(process.versions.node)) {
  import('./commands.ts').then((commands) => commands.run(process.argv.slice(2)));
} else {
  const runtime = pinnedRuntime();
  if (runtime) {
    runWith(runtime);
  } else {
    const needed = oldest.join('.');
    console.error(`本程序需要 Node.js ${needed} 或更新版本，当前是 ${process.versions.node}。`);
    console.error('请先在程序文件夹中运行 npm ci；若仍有此提示，请从 https://nodejs.org/zh-cn 安装 24 LTS 版。');
    console.error(`Casebook needs Node.js ${needed} or newer; this is ${process.versions.node}.`);
    console.error('Run npm ci in the program folder; if this message stays, install 24 LTS from https://nodejs.org/.');
    process.exit(1);
  }
}

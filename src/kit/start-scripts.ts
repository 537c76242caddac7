import type { Platform } from './platforms.ts';

/** A file that the kit holds besides the program and the site. */
export interface StartFile {
  path: string;
  text: string;
  isExecutable: boolean;
}

/** What a person starts, and what to read first. */
export function startFiles(platform: Platform): StartFile[] {
  const runtime = `node_modules/${platform.runtime.package}/${platform.runtime.program}`;
  return platform.os === 'win32'
    ? [
        { path: 'casebook.cmd', text: windowsScript(runtime), isExecutable: true },
        // Older editors of Windows know UTF-8 by its mark alone.
        { path: '使用说明.txt', text: `\ufeff${introduction('casebook')}`.replaceAll('\n', '\r\n'), isExecutable: false },
      ]
    : [
        { path: 'casebook', text: posixScript(runtime), isExecutable: true },
        { path: '使用说明.txt', text: introduction('./casebook'), isExecutable: false },
      ];
}

/** Runs in the kit's folder, as npm does; `INIT_CWD` is npm's name for the folder where the command was typed. */
function posixScript(runtime: string): string {
  return `#!/bin/sh
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd -P) || exit 1
INIT_CWD=$(pwd)
CASEBOOK_LAUNCHER=./casebook
export INIT_CWD CASEBOOK_LAUNCHER
cd -- "$here" || exit 1
exec "$here/${runtime}" "$here/src/cli/main.mjs" "$@"
`;
}

/** 65001 is UTF-8. Without arguments somebody has clicked on it: the list of commands must stay to be read. */
function windowsScript(runtime: string): string {
  return [
    '@echo off',
    'setlocal',
    'chcp 65001 >nul',
    'set "INIT_CWD=%CD%"',
    'set "CASEBOOK_LAUNCHER=casebook"',
    'pushd "%~dp0"',
    `"%~dp0${runtime.replaceAll('/', '\\')}" "%~dp0src\\cli\\main.mjs" %*`,
    'set "casebook_status=%errorlevel%"',
    'popd',
    'if "%~1"=="" pause',
    'exit /b %casebook_status%',
    '',
  ].join('\r\n');
}

function introduction(launcher: string): string {
  const onWindows = launcher === 'casebook';
  return `党建案例库（Casebook）离线包

这里有程序、运行环境和内容，不用联网，不用安装。
${onWindows ? '请解压到路径短的文件夹，例如 D:\\casebook，在其中打开命令提示符（cmd）运行：' : '请解压到自己有写权限的文件夹，在其中打开终端运行：'}

  ${launcher} check                检查内容
  ${launcher} import 文件          放入文章
  ${launcher} build                生成网站到 dist
  ${launcher} preview              在本机打开生成的网站
  ${launcher} backup               备份 seeds、content、public
  ${launcher} restore 备份文件     从备份恢复
  ${launcher}                      列出全部命令

手册 README.zh-CN.md 和程序的提示里写的“npm run 命令 -- 参数”，在这里写“${launcher} 命令 参数”。
检验程序自身的 npm test 不在离线包里。

seeds 里有收到的原件，其中可能有没有发布、已经撤下或要隐去的内容：请只交给可以看原件的人。
`;
}

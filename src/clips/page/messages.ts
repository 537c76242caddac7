import type { ClipsProblem } from '../model/parse.ts';
import type { Kept } from './storage.ts';

/** What a reader is told where the folder could not be kept; empty where it was. */
export function keptMessage(kept: Kept): string {
  return {
    kept: '',
    full: '浏览器为本站留的空间已满，最近的改动没有存住，离开本页就没有了。请先导出文件，再从摘编夹移出一些。',
    forbidden: '浏览器不允许本站保存内容（可能是无痕窗口或安全设置），摘编离开本页就没有了。请先导出文件，或换普通窗口再摘。',
  }[kept];
}

/** What a reader is told of a text that could not be read, a file's or the browser's. */
export function problemMessage(problem: ClipsProblem): string {
  if (problem.kind === 'newer') return `它是新版本程序写的（格式${problem.version}），这里的程序较旧，读不懂`;
  if (problem.kind === 'partly') return `其中${problem.unread}条已损坏，读不懂`;
  return problem.kind === 'not-json' ? '它不是完整的 JSON 文件，可能没有下载完或被改动过' : '它不是从摘编夹导出的文件';
}

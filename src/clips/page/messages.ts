import type { ClipState } from '../model/check-clips.ts';
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

/** What a reader is told after the clips were held against the site. */
export function checkedMessage(states: readonly ClipState[]): string {
  const count = (state: ClipState) => states.filter((each) => each === state).length;
  const parts: [number: number, text: string][] = [
    [count('changed') + count('hidden'), '条原文已改动'],
    [count('withdrawn'), '条已撤下'],
    [count('unchecked'), '条没有核对：取不到原文，摘编原样保留'],
  ];
  const told = parts.filter(([number]) => number > 0).map(([number, text]) => `${number}${text}`);
  return told.length > 0 ? `${told.join('，')}。` : '都与本站现在的原文一致。';
}

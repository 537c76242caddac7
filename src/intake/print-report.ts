import type { Problem } from '../article/catalogue.ts';
import { withoutInvisible } from '../article/text/invisible.ts';
import type { FileReport, Report } from './report.ts';

/** The report for a person at a terminal, in Chinese: errors first, then what to look at, then one line of totals. */
export function printReport(report: Report, options: { errorsOnly?: boolean } = {}): string {
  const sections = report.files.map((file) => fileLines(file, options.errorsOnly ?? false)).filter((lines) => lines.length > 0);
  return withoutInvisible([...sections.map((lines) => lines.join('\n')), totals(report)].join('\n\n'));
}

/** What a build says and goes on: one line each. */
export function printWarnings(problems: readonly Problem[]): string {
  return withoutInvisible(problems.map(({ message, hint }) => `提示 ${message}${hint}`).join('\n'));
}

function fileLines(file: FileReport, errorsOnly: boolean): string[] {
  const lines = [...file.errors.map((error) => problemLine(file, '错误', error)), ...(errorsOnly ? [] : detailLines(file))];
  if (lines.length === 0) return [];
  return [`${file.file}${file.held ? '（暂不发布）' : ''}`, ...lines];
}

function detailLines(file: FileReport): string[] {
  const removed = file.removed.map(({ text, reason }) => `  去除 ${reason}：${text.length > 40 ? `${text.slice(0, 40)}……` : text}`);
  return [
    ...file.flags.map((flag) => problemLine(file, '待核', flag)),
    ...file.accepted.map((flag) => `  已认可 ${flag.id}：${flag.message}`),
    ...removed,
  ];
}

function problemLine(file: FileReport, level: '错误' | '待核', { id, message, hint, block, line }: Problem): string {
  const where = [line ? `第 ${line} 行` : '', block ? `段落 ${block}` : ''].filter(Boolean).join('，');
  const name = level === '待核' ? `（编号 ${id}）` : '';
  return `  ${level} ${where ? `${where}：` : ''}${message}${name}\n       ${file.held && level === '错误' ? '已暂不发布。' : ''}${hint}`;
}

function totals({ files }: Report): string {
  const count = (of: (file: FileReport) => number) => files.reduce((sum, file) => sum + of(file), 0);
  const sources = files.filter((file) => file.file.startsWith('seeds/') && file.file !== 'seeds/').length;
  const held = files.filter((file) => file.held && file.file.startsWith('seeds/')).length;
  return `共 ${sources} 篇文章：错误 ${count((file) => file.errors.length)} 处，待核 ${count((file) => file.flags.length)} 处，已认可 ${count((file) => file.accepted.length)} 处，暂不发布 ${held} 篇。`;
}

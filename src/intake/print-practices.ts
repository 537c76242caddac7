/** Reports on practices for a person at a terminal, in Chinese. */
import { type FiredSignal, type PracticeReport, type ReportedPassage, silentWords } from './practice-report.ts';

/** All that is known of each practice: its passages, near misses and signals. */
export function printPractices(practices: readonly PracticeReport[]): string {
  return practices.map((practice) => practiceLines(practice).join('\n')).join('\n\n');
}

function practiceLines({ id, name, passages, nearMisses, silent, twins }: PracticeReport): string[] {
  return [
    `${name}（${id}）：${passages.length} 段，差一点的 ${nearMisses.length} 段`,
    ...byCase(passages),
    ...(nearMisses.length > 0 ? ['  差一点：', ...byCase(nearMisses).map((line) => `  ${line}`)] : []),
    ...twins.map((twin) => `  总是与“${twin.name}”一起出现：${twin.passages} 段`),
    ...silent.map(({ field, words }) => `  没有出现过的线索 ${field}：${words}`),
  ];
}

function byCase(passages: readonly ReportedPassage[]): string[] {
  return [...Map.groupBy(passages, (passage) => passage.case)].flatMap(([id, own]) => [
    `  ${own[0]?.title ?? ''}（${id}）`,
    ...own.flatMap((passage) => passageLines(passage).map((line) => `    ${line}`)),
  ]);
}

function passageLines(passage: ReportedPassage): string[] {
  const { n, block, score, missing, opening, words } = passage;
  const place = n === undefined ? block : `第${n}段`;
  const short = missing === undefined ? '' : `，还差 ${missing} 分`;
  return [`${place}（${block}） ${score} 分${short}：${opening}……`, `  判断词：${words.join('、') || '无'}`, `  ${account(passage)}`];
}

/** How the score came about: `跨村联建 1，联村 0.5（打算和表态），小标题或全篇主题 +0.5`. */
function account({ signals, context }: ReportedPassage): string {
  const parts = [...signals.map(signalText), ...contextText(context)];
  return parts.length > 0 ? `得分：${parts.join('，')}` : '得分：没有线索，由小标题或编辑的更正定下';
}

function signalText({ words, weight, reasons }: FiredSignal): string {
  return `${words} ${weight}${reasons.length > 0 ? `（${reasons.join('；')}）` : ''}`;
}

function contextText(context: number): string[] {
  if (context === 0) return [];
  return [context > 0 ? `小标题、全篇主题或更正 +${context}` : `打折扣 ${context}`];
}

/** What `npm run check` says of all practices together, short; empty where there is nothing to say. */
export function printPracticeSummary(practices: readonly PracticeReport[]): string {
  const silent = practices.filter((practice) => practice.silent.length > 0);
  const count = silent.reduce((sum, practice) => sum + practice.silent.length, 0);
  const pairs = practices.flatMap((practice, i) =>
    practice.twins
      .filter((twin) => practices.findIndex(({ id }) => id === twin.id) > i)
      .map((twin) => `“${practice.name}”与“${twin.name}”（${twin.passages} 段）`),
  );
  const lines = [
    ...(silent.length > 0
      ? [
          `  没有出现过的线索共 ${count} 条。案例还少时，多半只是没遇到这种写法；案例多了仍不出现的，请检查字句：`,
          ...silent.map(
            ({ id, name, signals, silent: own }) => `    ${name}（${id}） ${signals} 条中 ${own.length} 条：${silentWords(own)}`,
          ),
        ]
      : []),
    ...(pairs.length > 0 ? [`  总是一起出现：${pairs.join('、')}`] : []),
  ];
  return lines.length > 0 ? ['做法的线索（不影响发布；逐条看：npm run report -- --practice 编号）', ...lines].join('\n') : '';
}

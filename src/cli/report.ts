import { nearest } from '../article/correct.ts';
import { readSite } from '../intake/intake.ts';
import { type PracticeReport, reportPractices } from '../intake/practice-report.ts';
import { printPractices } from '../intake/print-practices.ts';
import { openReadingStore } from '../intake/readings/readings.ts';
import { siteFolders } from '../site/folders.ts';
import { Refusal } from '../site/refusal.ts';
import type { Run } from './run.ts';

/** For the editors of content/practices/: which passages show each practice, and why. */
export const report: Run = async (_given, args) => {
  const { json, practice } = readArguments(args);
  const folders = siteFolders();
  const site = await readSite(folders, { store: openReadingStore(folders) });
  const practices = chosen(reportPractices(site), practice);
  if (json) console.log(JSON.stringify({ practices }, null, 2));
  else console.log(printPractices(practices));
  if (site.failed) console.error('\n有的文件有错误，没有算进来。请运行 npm run check 查看。');
  return 0;
};

function readArguments(args: readonly string[]): { json: boolean; practice?: string } {
  let json = false;
  let practice: string | undefined;
  for (let i = 0; i < args.length; i += 1) {
    const [, name = args[i], value] = /^(--practice)=(.*)$/.exec(args[i] ?? '') ?? [];
    if (name === '--json') json = true;
    else if (name === '--practice') {
      practice = value ?? args[i + 1] ?? '';
      if (value === undefined) i += 1;
    } else throw new Refusal(`命令 report 没有“${args[i]}”这个选项`, usage);
  }
  return { json, ...(practice === undefined ? {} : { practice }) };
}

const usage = '可用的选项：--practice 编号（只看一项做法） --json（供程序读取）';

function chosen(practices: readonly PracticeReport[], id: string | undefined): readonly PracticeReport[] {
  if (id === undefined) return practices;
  const found = practices.filter((practice) => practice.id === id);
  if (found.length > 0) return found;
  const near = nearest(
    id,
    practices.map((practice) => practice.id),
  );
  throw new Refusal(
    `没有编号为“${id}”的做法${near ? `，是否指“${near}”` : ''}`,
    '编号就是 content/practices/ 里的文件名（不含后缀）；文件有错误的做法不在其中，请先运行 npm run check。',
  );
}

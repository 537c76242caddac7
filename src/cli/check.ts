import { readSite } from '../intake/intake.ts';
import { printReport } from '../intake/print-report.ts';
import { siteFolders } from '../site/folders.ts';
import type { Run } from './commands.ts';

export const check: Run = async (given) => {
  const { report, cases, failed } = await readSite(siteFolders(), { holdBad: given.has('--hold-bad') });
  if (given.has('--json')) {
    console.log(JSON.stringify(report, null, 2));
  } else {
    console.log(printReport(report));
    console.log(failed ? '内容有错误，请按上面的提示改正。' : `内容没有错误：可以发布 ${cases.length} 篇案例。`);
  }
  return failed ? 1 : 0;
};

import { readSite } from '../intake/intake.ts';
import { flagsOfPractices, practiceFiles } from '../intake/practice-flags.ts';
import { reportPractices } from '../intake/practice-report.ts';
import { printPracticeSummary } from '../intake/print-practices.ts';
import { printReport } from '../intake/print-report.ts';
import { openReadingStore } from '../intake/readings/readings.ts';
import { withFlags } from '../intake/report.ts';
import { vanishedFlags } from '../intake/vanished.ts';
import { siteFolders } from '../site/folders.ts';
import { readEarlierOutput } from '../site/output/earlier-output.ts';
import type { Run } from './run.ts';

export const check: Run = async (given) => {
  const folders = siteFolders();
  const site = await readSite(folders, { holdBad: given.has('--hold-bad'), store: openReadingStore(folders) });
  const { cases, failed } = site;
  const earlier = readEarlierOutput(folders.out);
  const report = earlier ? withFlags(site.report, vanishedFlags(earlier, site)) : site.report;
  // Signals are judged by what they find: without cases there is nothing to judge them by.
  const practices = cases.length > 0 ? reportPractices(site) : [];
  if (given.has('--json')) {
    console.log(JSON.stringify(withFlags(report, flagsOfPractices(practices, await practiceFiles(folders))), null, 2));
  } else {
    const result = failed ? '内容有错误，请按上面的提示改正。' : `内容没有错误：可以发布 ${cases.length} 篇案例。`;
    console.log([printReport(report), printPracticeSummary(practices), result].filter(Boolean).join('\n\n'));
  }
  return failed ? 1 : 0;
};

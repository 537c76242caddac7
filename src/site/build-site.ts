import { rmSync } from 'node:fs';
import { handOver } from '../intake/hand-over.ts';
import { type SiteSurvey, surveySite } from '../intake/intake.ts';
import { openPictureShelf } from '../intake/picture-shelf.ts';
import { printReport, printWarnings } from '../intake/print-report.ts';
import { openReadingStore, readPublished } from '../intake/readings/readings.ts';
import { settingsFlags } from '../intake/settings-flags.ts';
import { emptyLabels } from '../library/labels.ts';
import type { Library } from '../library/library.ts';
import { refuseWithoutPagefind, writeSearchIndex } from '../search/build.ts';
import { writeCheckList } from './check/write-check-list.ts';
import { type DanglingLink, danglingLinks } from './check-links.ts';
import { FileSums } from './file-sums.ts';
import { refuseUnknownTypes } from './file-types.ts';
import { filesOf } from './files-of.ts';
import type { FileFacts } from './finish-page.ts';
import type { SiteFolders } from './folders.ts';
import { makePages } from './make-pages.ts';
import { openOutput } from './output.ts';
import { Refusal } from './refusal.ts';
import { writeServerFiles } from './servers/server-files.ts';
import { writeSums } from './sums.ts';

export interface BuildOptions {
  /** Publish the rest where a source has errors. */
  holdBad: boolean;
  /** Start without anything that earlier builds kept. */
  clean: boolean;
  /** Takes one line of progress in Chinese. */
  say: (line: string) => void;
}

/** Builds the whole site beside its output and swaps it in at the end. Throws a `Refusal` where content or place forbid it. */
export async function buildSite(folders: SiteFolders, { holdBad, clean, say }: BuildOptions): Promise<{ pages: number }> {
  const output = openOutput(folders);
  try {
    if (clean) rmSync(folders.cache, { recursive: true, force: true });
    await refuseWithoutPagefind();
    say('读取文章……');
    const store = openReadingStore(folders);
    const reading = await surveySite(folders, { holdBad, store, pictures: await openPictureShelf(folders) });
    store.prune();
    const problems = printReport(reading.report, { errorsOnly: true });
    if (reading.failed) throw new Refusal(`${problems}\n\n内容有错误，没有生成；原来的输出没有改动。`, heldInstead);
    say([problems, siteWarnings(withCases(folders, reading))].filter(Boolean).join('\n\n'));
    say(`生成页面（${reading.entries.length} 篇案例、${reading.practices.length} 个做法）……`);
    handOver(folders, reading);
    const pages = await makePages(folders, reading.report, output.folder, say);
    say('建立检索索引……');
    await writeSearchIndex(withCases(folders, reading), { out: output.folder, cache: folders.cache });
    say('检查链接……');
    const files = filesOf(output.folder);
    refuseUnknownTypes(files);
    refuseInlineCode(pages);
    refuseDangling(danglingLinks(pages, files));
    writeServerFiles(output.folder, files, reading.settings.address);
    const sums = new FileSums(
      output.folder,
      [...pages].map(([file, { sum }]) => [file, sum] as const),
    );
    writeCheckList(output.folder, filesOf(output.folder), sums);
    writeSums(output.folder, sums);
    await output.publish();
    return { pages: files.filter((file) => file.endsWith('.html')).length };
  } finally {
    output.close();
  }
}

const heldInstead = '请按上面的提示改正后重新运行；也可以用 npm run build -- --hold-bad 先发布其余文章。';

/** What the site's settings and labels lack: nothing of it stops a build. */
function siteWarnings(library: Library): string {
  return printWarnings([...settingsFlags(library.settings), ...emptyLabels(library)]);
}

/** The texts stay in memory no longer than they are needed. */
function withCases(folders: SiteFolders, survey: SiteSurvey): Library {
  return { ...survey, cases: survey.entries.map(({ pack }) => readPublished(folders, pack)) };
}

function refuseInlineCode(pages: ReadonlyMap<string, FileFacts>): void {
  const found = [...pages].flatMap(([page, { code }]) => code.map((each) => ({ page, code: each })));
  if (found.length === 0) return;
  throw new Refusal(
    ['网页里有会运行的代码，没有发布：', ...found.slice(0, 20).map(({ page, code }) => `  ${page}：${code}`)].join('\n'),
    '请从 content/ 的导读或页面中删去脚本、onclick 之类的属性和 javascript: 链接，再重新运行。',
  );
}

function refuseDangling(links: readonly DanglingLink[]): void {
  if (links.length === 0) return;
  const shown = links.slice(0, 20).map(({ page, address, missing }) => `  ${page}：链接 ${address} 指向的 ${missing} 不存在`);
  const more = links.length > shown.length ? [`  ……共 ${links.length} 处`] : [];
  throw new Refusal(
    ['有链接指向不存在的页面或段落，没有发布：', ...shown, ...more].join('\n'),
    '请在 content/ 的说明或更正中改正这些链接；若不是人写的链接，请报告程序错误。',
  );
}

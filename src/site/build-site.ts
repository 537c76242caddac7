import { rmSync } from 'node:fs';
import { contentOf, handOver } from '../intake/hand-over.ts';
import { type SiteSurvey, surveySite } from '../intake/intake.ts';
import { openPictureShelf } from '../intake/picture-shelf.ts';
import { printReport, printWarnings } from '../intake/print-report.ts';
import { loadPublished, openReadingStore } from '../intake/readings/readings.ts';
import { settingsFlags } from '../intake/settings-flags.ts';
import { emptyLabels } from '../library/labels.ts';
import type { Library } from '../library/library.ts';
import { refuseWithoutPagefind, writeSearchIndex } from '../search/build.ts';
import { listName, writeCheckList } from './check/write-check-list.ts';
import { type DanglingLink, danglingLinks } from './finishing/check-links.ts';
import type { FileFacts } from './finishing/finish-page.ts';
import type { SiteFolders } from './folders.ts';
import { giveThreadsRoom, letHeapGrow } from './heap.ts';
import { FileSums } from './output/file-sums.ts';
import { refuseUnknownTypes } from './output/file-types.ts';
import { filesOf } from './output/files-of.ts';
import { openOutput } from './output/output.ts';
import { writeSums } from './output/sums.ts';
import type { Progress } from './progress.ts';
import { Refusal } from './refusal.ts';
import { makePages } from './rendering/make-pages.ts';
import type { SiteFacts } from './rendering/placing.ts';
import { writeServerFiles } from './servers/server-files.ts';
import { sideBySide } from './side-by-side.ts';

export interface BuildOptions {
  /** Publish the rest where a source has errors. */
  holdBad: boolean;
  /** Start without anything that earlier builds kept. */
  clean: boolean;
  progress: Progress;
}

/** Builds the whole site beside its output and swaps it in at the end. Throws a `Refusal` where content or place forbid it. */
export async function buildSite(folders: SiteFolders, { holdBad, clean, progress }: BuildOptions): Promise<{ pages: number }> {
  const output = openOutput(folders);
  try {
    if (clean) rmSync(folders.cache, { recursive: true, force: true });
    await refuseWithoutPagefind();
    progress.begin('读取文章');
    giveThreadsRoom();
    const { reading, problems } = await readArticles(folders, holdBad, progress);
    const library = withCases(folders, reading);
    progress.say([problems, siteWarnings(library)].filter(Boolean).join('\n\n'));
    progress.begin('生成页面和检索索引', `${reading.entries.length} 篇案例、${reading.practices.length} 个做法`);
    handOver(folders, contentOf(reading));
    const { pages, searchSums } = await makePagesAndSearch(folders, library, reading, output.folder, progress);
    progress.begin('检查链接');
    const files = filesOf(output.folder);
    refuseUnknownTypes(files);
    refuseInlineCode(pages);
    refuseDangling(danglingLinks(output.folder, pages, files));
    const published = new Set([...files, ...writeServerFiles(output.folder, files, reading.settings.address), listName]);
    const sums = new FileSums(output.folder, [...[...pages].map(([file, { sum }]) => [file, sum] as const), ...searchSums]);
    writeCheckList(output.folder, [...published], sums);
    writeSums(output.folder, sums, [...published]);
    await output.publish();
    return { pages: files.filter((file) => file.endsWith('.html')).length };
  } finally {
    output.close();
  }
}

/** What the articles say that may be published, and the words for what is wrong with others. Throws where nothing may be built. */
async function readArticles(
  folders: SiteFolders,
  holdBad: boolean,
  progress: Progress,
): Promise<{ reading: SiteSurvey; problems: string }> {
  const store = openReadingStore(folders);
  const reading = await surveySite(folders, {
    holdBad,
    store,
    pictures: await openPictureShelf(folders),
    onProgress: (done, of) => progress.step('文章', done, of),
  });
  store.prune();
  const problems = printReport(reading.report, { errorsOnly: true });
  if (reading.failed) throw new Refusal(`${problems}\n\n内容有错误，没有生成；原来的输出没有改动。`, heldInstead);
  return { reading, problems };
}

/** By how many per cent the heap may grow beside the threads that make the search index, which hold 0.7 GB, and without them. */
const growth = { besideSearch: 50, alone: 60 };

/** Side by side, search in threads of its own. Where one fails, the other has ended, too, before its failure is told. */
async function makePagesAndSearch(
  folders: SiteFolders,
  library: Library,
  survey: SiteSurvey,
  out: string,
  progress: Progress,
): Promise<{ pages: SiteFacts; searchSums: Map<string, string> }> {
  const failure = new AbortController();
  letHeapGrow(growth.besideSearch);
  const making = makePages(folders, survey, out, progress).then((pages) => {
    progress.begin('建立检索索引');
    return pages;
  });
  const indexing = writeSearchIndex(
    library,
    { out, cache: folders.cache },
    { signal: failure.signal, onProgress: (done, of) => progress.step('检索索引', done, of) },
  ).then((sums) => {
    letHeapGrow(growth.alone);
    return sums;
  });
  const [pages, searchSums] = await sideBySide([making, indexing], (reason) => failure.abort(reason));
  return { pages, searchSums };
}

const heldInstead = '请按上面的提示改正后重新运行；也可以用 npm run build -- --hold-bad 先发布其余文章。';

/** What the site's settings and labels lack: nothing of it stops a build. */
function siteWarnings(library: Library): string {
  return printWarnings([...settingsFlags(library.settings), ...emptyLabels(library)]);
}

function withCases(folders: SiteFolders, survey: SiteSurvey): Library {
  const packs = survey.entries.map(({ pack }) => pack);
  const published = loadPublished(folders, packs);
  return { ...survey, cases: published.map(({ entry }) => entry), sums: new Map(published.map(({ entry, sum }) => [entry, sum])) };
}

function refuseInlineCode(pages: ReadonlyMap<string, FileFacts>): void {
  const found = [...pages].flatMap(([page, { code }]) => code.map((each) => ({ page, code: each })));
  if (found.length === 0) return;
  throw new Refusal(
    ['网页里有会运行的代码，没有发布：', ...found.slice(0, 20).map(({ page, code }) => `  ${page}：${code}`)].join('\n'),
    '请从 content/ 的导读、页面或 public/ 的网页中删去脚本、onclick 之类的属性和 javascript: 链接，再重新运行。',
  );
}

function refuseDangling(links: readonly DanglingLink[]): void {
  if (links.length === 0) return;
  const shown = links.slice(0, 20).map(({ page, address, missing }) => `  ${page}：链接 ${address} 指向的 ${missing} 不存在`);
  const more = links.length > shown.length ? [`  ……共 ${links.length} 处`] : [];
  throw new Refusal(
    ['有链接指向不存在的页面或段落，没有发布：', ...shown, ...more].join('\n'),
    '请在 content/ 的说明、更正或 public/ 的网页中改正这些链接；若不是人写的链接，请报告程序错误。',
  );
}

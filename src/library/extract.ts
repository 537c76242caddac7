/** What a practice's page says, to take away: as Markdown for a document, as CSV for a table. */
import type { Practice } from '../article/knowledge.ts';
import { onSite, urls, withinSite } from '../site/urls.ts';
import { citation } from './citation.ts';
import { csv } from './csv.ts';
import { type Evidence, type Spot, spotsOf } from './evidence.ts';
import { figureWords } from './figure-words.ts';
import { figuresOfBlock } from './figures-of-block.ts';
import type { Library } from './library.ts';
import { markdownQuote, markdownText } from './markdown.ts';
import { practiceCounts } from './practices.ts';
import { practicesOfName } from './practices-of-name.ts';
import { blockLabel, caseDateText, reviewText } from './words.ts';

/** One passage under one place, with what it says of the practice. */
interface ExtractPassage {
  spot: Spot;
  evidence: Evidence;
  problems: string[];
  methods: string[];
  figures: string[];
  citation: string;
}

let last: { library: Library; practice: string; passages: ExtractPassage[] } | undefined;

/** Both files of a practice are made one after the other, from the same passages; those of all practices are too many to hold. */
function passagesOf(library: Library, practice: string): ExtractPassage[] {
  if (last?.library === library && last.practice === practice) return last.passages;
  const passages = spotsOf(library, practice).flatMap(({ spot, evidence }) =>
    evidence.map((item) => ({ spot, evidence: item, ...saidIn(library, item, practice, spot), citation: citation(item.entry) })),
  );
  last = { library, practice, passages };
  return passages;
}

function saidIn(library: Library, { entry, block }: Evidence, practice: string, spot: Spot) {
  return {
    problems: entry.problems.filter((problem) => problem.passage === block.id && problem.practice === practice).map(({ text }) => text),
    methods: entry.methods
      .filter(({ name, passages }) => passages.includes(block.id) && practicesOfName(entry, block, name).includes(practice))
      .map(({ name }) => name),
    figures: figuresOfBlock(library, block)
      .filter((figure) => figure.practices.includes(practice))
      .map((figure) => figureWords(library, figure, spot.place?.code)),
  };
}

/** All that both files of a practice hold. */
export function extractShows(library: Library, practice: Practice, lead: string): unknown {
  return { practice, lead, counts: practiceCounts(library, practice.id), spots: spotsOf(library, practice.id) };
}

/** `data/practices/<id>.md`; `lead` is the first sentence of the practice's guide. */
export function practiceMarkdown(library: Library, practice: Practice, lead: string): string {
  const bySpot = Map.groupBy(passagesOf(library, practice.id), ({ spot }) => spot);
  const sections = [...bySpot].flatMap(([spot, passages]) => [
    spotHeading(spot),
    ...passages.map((item) => passageMarkdown(library, item)),
  ]);
  return `${[...head(library, practice, lead), ...sections].filter((part) => part !== '').join('\n\n')}\n`;
}

function head(library: Library, practice: Practice, lead: string): string[] {
  const { passages, cases, places } = practiceCounts(library, practice.id);
  const group = library.groups.find(({ id }) => id === practice.group)?.name;
  const facts = [
    `来自${library.settings.name}${group ? `，${group}` : ''}`,
    practice.aliases.length > 0 ? `又称${practice.aliases.join('、')}` : '',
    passages > 0 ? `${places > 0 ? `${places}个地区，` : ''}${passages}段原文，${cases}篇案例` : '',
    address(library, urls.practice(practice.id)),
  ];
  const note =
    passages > 0
      ? '引文是原文；数据、难题、工作法除注明“已核”的以外由机器提取，引用前请对照原文。'
      : '库中的案例还没有写到这项做法。没有写到不等于没有做。';
  return [
    `# ${markdownText(practice.name)}`,
    markdownText(lead),
    facts
      .filter(Boolean)
      .map((fact) => `- ${markdownText(fact)}`)
      .join('\n'),
    note,
  ];
}

function spotHeading({ place, entry }: Spot): string {
  if (!place) return `## ${markdownText(entry?.title ?? '')}`;
  const above = place.path.slice(0, -1).join('');
  return `## ${markdownText(place.name)}${above ? `（${markdownText(above)}）` : ''}`;
}

function passageMarkdown(library: Library, { evidence, problems, methods, figures, citation: reference }: ExtractPassage): string {
  const { entry, block } = evidence;
  const facts = [
    ...problems.map((text) => `难题：${text}`),
    ...methods.map((name) => `工作法：${name}`),
    ...figures.map((words) => `数据：${words}`),
    `位置：${blockLabel(block)}；时间：${caseDateText(entry)}；核对：${reviewText(entry)}`,
    `出处：${reference}`,
    address(library, urls.case(entry.id, block.id)),
  ];
  return `${markdownQuote(block.text)}\n\n${facts.map((fact) => `- ${markdownText(fact)}`).join('\n')}`;
}

/** On the web where the site's address is known, else within the site. */
function address(library: Library, path: string): string {
  const { address: site } = library.settings;
  return `网页：${site ? onSite(site, path) : withinSite(path)}`;
}

type Column = [head: string, cell: (item: ExtractPassage) => string | number | undefined];

const columns: Column[] = [
  ['地区代码', ({ spot }) => spot.place?.code],
  ['地区', ({ spot }) => spot.place?.path.join('')],
  ['案例', ({ evidence }) => evidence.entry.title],
  ['时间', ({ evidence }) => caseDateText(evidence.entry)],
  ['段落', ({ evidence }) => blockLabel(evidence.block)],
  ['原文', ({ evidence }) => evidence.block.text],
  ['判断词', ({ evidence }) => evidence.words.join('、')],
  ['难题', ({ problems }) => problems.join('；')],
  ['工作法', ({ methods }) => methods.join('；')],
  ['数据', ({ figures }) => figures.join('；')],
  ['核对', ({ evidence }) => reviewText(evidence.entry)],
  ['出处', ({ citation: reference }) => reference],
  ['网页', ({ evidence }) => withinSite(urls.case(evidence.entry.id, evidence.block.id))],
];

/** `data/practices/<id>.csv`: a row for each passage under each place, in the order of the practice's page. */
export function practiceTable(library: Library, practice: Practice): string {
  const rows = passagesOf(library, practice.id).map((item) => columns.map(([, cell]) => cell(item)));
  return csv([['做法', ...columns.map(([name]) => name)], ...rows.map((row) => [practice.name, ...row])]);
}

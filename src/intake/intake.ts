/** Reads a whole site from disk: content/, seeds/ and the corrections become published cases and a report. */
import type { Knowledge } from '../article/annotate.ts';
import type { Draft } from '../article/draft.ts';
import { openSource } from '../article/formats/open.ts';
import type { Group, Practice } from '../article/knowledge.ts';
import type { Gazetteer } from '../article/places/gazetteer.ts';
import { type Reading, readOpened, type Source } from '../article/read.ts';
import type { Case, Summary } from '../article/schema.ts';
import type { SiteFolders } from '../site/folders.ts';
import type { Settings } from '../site/settings.ts';
import { type CaseTagging, isPublished, refuseEqualIds, refuseWithdrawn, type SourceReading } from './conflicts.ts';
import { type CorrectionFile, readCorrections, sourceName } from './corrections.ts';
import { listFiles } from './files.ts';
import type { PictureShelf } from './picture-shelf.ts';
import {
  openDesk,
  type Pack,
  type ReadingDesk,
  type ReadingStore,
  type ReadSource,
  readingOf,
  readSources,
  type SourceRequest,
} from './readings/readings.ts';
import { type FileReport, type Report, withFlags } from './report.ts';
import { settingsFlags } from './settings-flags.ts';
import { recallSource, rememberSource, type SiteMemory, vocabularyOf } from './site-memory.ts';
import { contentReport, correctionReport, folderReports, sourceReport } from './site-report.ts';
import { withdrawnFiles } from './takedown.ts';
import { readingVocabulary, type Vocabulary } from './vocabulary.ts';

export type { CaseTagging } from './conflicts.ts';
export { loadFormerPlaces, loadGazetteer } from './vocabulary.ts';

/** A site without the texts of its cases. */
export interface SiteFrame {
  settings: Settings;
  groups: Group[];
  practices: Practice[];
  gazetteer: Gazetteer;
  report: Report;
  /** Something is wrong that nobody has decided to hold back: nothing may be built. */
  failed: boolean;
}

/** What is said of a published case before its page is made. */
export type CaseEntry = Summary & {
  /** Name of the pack in the site's cache that holds the whole of what may be published; changes with any word of it. */
  pack: string;
};

/** A site whose cases stay on disk. What was removed from a source and its spans are not in the report. */
export interface SiteSurvey extends SiteFrame {
  /** What is published, by id. */
  entries: CaseEntry[];
}

export interface SiteReading extends SiteFrame {
  /** What is published, by id. */
  cases: Case[];
  /** Why the published cases have their practices, by id. For editors: pages and `data/` never see it. */
  taggings: CaseTagging[];
}

export interface IntakeOptions {
  /** Hold back every article, correction and guide with an error, and publish the rest. */
  holdBad?: boolean;
  /** Where to keep the pictures of articles that are published in full; without it they are let go. */
  pictures?: PictureShelf;
  /** Where readings are kept between builds; without it every source is read. */
  store?: ReadingStore;
  /** What this process read of the site before: only what has changed since is looked at. */
  memory?: SiteMemory;
  /** Called after each source. */
  onProgress?: (done: number, total: number) => void;
}

/** Never throws for what files hold: everything wrong is in the report. */
export async function surveySite(folders: SiteFolders, options: IntakeOptions & { store: ReadingStore }): Promise<SiteSurvey> {
  const intake = await takeIn(folders, options);
  return {
    ...(await frameOf(folders, intake, options, () => ({ removed: [], spans: [] }))),
    entries: intake.readings
      .filter(isPublished)
      .flatMap(({ read: { head, pack } }) => (head.summary && pack ? [{ ...head.summary, pack }] : []))
      .sort(byId),
  };
}

/** The same with all texts in memory. */
export async function readSite(folders: SiteFolders, options: IntakeOptions = {}): Promise<SiteReading> {
  const intake = await takeIn(folders, options);
  const cases: Case[] = [];
  const taggings: CaseTagging[] = [];
  const drafts = new Map<SourceReading, Draft>();
  for (const source of intake.readings) {
    const part = partsOf(source, options.store);
    const draft = part('draft');
    drafts.set(source, draft);
    const entry = part('published');
    if (!isPublished(source) || !entry) continue;
    cases.push(entry);
    const whole = readingOf(intake.desk, { draft, tagged: part('tagged') }, source.correction?.correction);
    if (whole.case && whole.tagging) taggings.push({ entry: whole.case, ...whole.tagging });
  }
  return {
    ...(await frameOf(folders, intake, options, (source) => drafts.get(source) ?? { removed: [], spans: [] })),
    cases: cases.sort(byId),
    taggings: taggings.sort((a, b) => byId(a.entry, b.entry)),
  };
}

interface Intake {
  vocabulary: Vocabulary;
  desk: ReadingDesk;
  /** Undefined where there is no folder. */
  names: string[] | undefined;
  readings: SourceReading[];
  corrections: CorrectionFile[];
  takedownErrors: FileReport['errors'];
}

/** Every source by itself and beside the others. */
async function takeIn(folders: SiteFolders, { store, memory, pictures, onProgress }: IntakeOptions): Promise<Intake> {
  const { vocabulary, knowledge } = await vocabularyOf(folders, memory);
  const names = await listFiles(folders.seeds);
  const sources = (names ?? []).map((name) => `seeds/${name}`);
  const corrections = await readCorrections(folders, sources, memory?.corrections);
  const desk = openDesk(folders, readingVocabulary(vocabulary), knowledge, { store, shelf: pictures });
  const withdrawn = withdrawnFiles(vocabulary.takedown, sources);
  const requests = sources.map((file) => ({ file, correction: corrections.get(sourceName(file))?.correction }));
  const readings = (await readChanged(desk, requests, memory, onProgress)).map((read): SourceReading => {
    const correction = corrections.get(sourceName(read.head.file));
    correction?.errors.push(...read.head.correctionErrors);
    const held = Boolean(correction?.correction?.hold) || withdrawn.files.has(read.head.file);
    return { read, errors: [...read.head.errors], correction, held };
  });
  refuseWithdrawn(readings, withdrawn.files, await withdrawnKeys(desk, withdrawn.files));
  refuseEqualIds(readings);
  await pictures?.close();
  return { vocabulary, desk, names, readings, corrections: [...corrections.values()], takedownErrors: withdrawn.errors };
}

/** All sources in the order of the requests; only those that nothing is remembered of are looked at. */
async function readChanged(
  desk: ReadingDesk,
  requests: readonly SourceRequest[],
  memory: SiteMemory | undefined,
  onProgress: IntakeOptions['onProgress'],
): Promise<ReadSource[]> {
  if (!memory) return readSources(desk, requests, onProgress);
  const known = requests.map((request) => recallSource(memory, desk, request));
  const others = requests.filter((_, at) => !known[at]);
  const read = await readSources(desk, others, onProgress);
  for (const [at, request] of others.entries()) rememberSource(memory, desk, request, read[at] as ReadSource);
  return known.map((each) => each ?? (read.shift() as ReadSource));
}

/** What the withdrawn articles are known by, as they came and without their corrections. */
async function withdrawnKeys(desk: ReadingDesk, files: ReadonlySet<string>): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  const asTheyCame = [...files].map((file) => ({ file }));
  for (const { head } of await readSources({ ...desk, shelf: undefined }, asTheyCame))
    for (const key of head.textKeys) keys.set(key, head.file);
  return keys;
}

async function frameOf(
  folders: SiteFolders,
  { vocabulary, names, readings, corrections, takedownErrors }: Intake,
  { holdBad = false }: IntakeOptions,
  draftOf: (source: SourceReading) => Pick<Draft, 'removed' | 'spans'>,
): Promise<SiteFrame> {
  const { settings, groups, practices, gazetteer } = vocabulary;
  const files = [
    ...folderReports(names, await listFiles(folders.content)),
    ...[...vocabulary.errors].map(([file, errors]) => contentReport(file, errors, holdBad)),
    ...(takedownErrors.length > 0 ? [contentReport('content/takedown.yaml', takedownErrors, holdBad)] : []),
    ...readings.map((source) => sourceReport(source, holdBad, draftOf(source))),
    ...corrections.filter(({ errors }) => errors.length > 0).map((correction) => correctionReport(correction, readings, holdBad)),
  ].sort((a, b) => (a.file < b.file ? -1 : 1));
  return {
    settings,
    groups,
    practices,
    gazetteer,
    report: withFlags({ files }, new Map([['content/site.yaml', settingsFlags(settings)]])),
    failed: files.some((file) => file.errors.length > 0 && !file.held),
  };
}

/** The parts of a source's reading, wherever it is. */
function partsOf(
  { read: { pack, whole } }: SourceReading,
  store: ReadingStore | undefined,
): <Name extends keyof Pack>(name: Name) => Pack[Name] {
  if (whole) return (name) => whole[name];
  const kept = pack === undefined ? undefined : store?.open(pack);
  if (!kept) throw new Error(`The reading ${pack} is gone from the cache.`);
  return (name) => kept.part(name);
}

/** Reads a source by the format that its name states. */
export async function readBytes(source: Source, knowledge: Knowledge): Promise<Reading> {
  return readOpened(source, await openSource(source.file, source.bytes), knowledge);
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** Reads a whole site from disk: content/, seeds/ and the corrections become published cases and a report. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knowledge } from '../article/annotate.ts';
import type { Tagging } from '../article/article.ts';
import { type Problem, problem } from '../article/catalogue.ts';
import { openSource } from '../article/formats/open.ts';
import type { Group, Practice } from '../article/knowledge.ts';
import type { Gazetteer } from '../article/places/gazetteer.ts';
import { compilePractices } from '../article/practices/practices.ts';
import { missingTerms, published, spellsTerm } from '../article/publish.ts';
import { caseId, type Reading, readOpened, type Source } from '../article/read.ts';
import type { Case } from '../article/schema.ts';
import type { SiteFolders } from '../site/folders.ts';
import type { Settings } from '../site/settings.ts';
import { type CorrectionFile, readCorrections, sourceName } from './corrections.ts';
import { listFiles } from './files.ts';
import type { PictureShelf } from './picture-shelf.ts';
import { type FileReport, type Report, withFlags } from './report.ts';
import { textKeys } from './same-article.ts';
import { settingsFlags } from './settings-flags.ts';
import { withdrawnFiles } from './takedown.ts';
import { readVocabulary, type Vocabulary } from './vocabulary.ts';

export { loadFormerPlaces, loadGazetteer } from './vocabulary.ts';

export interface SiteReading {
  settings: Settings;
  groups: Group[];
  practices: Practice[];
  gazetteer: Gazetteer;
  /** What is published, by id. */
  cases: Case[];
  /** Why the published cases have their practices, by id. For editors: pages and `data/` never see it. */
  taggings: CaseTagging[];
  report: Report;
  /** Something is wrong that nobody has decided to hold back: nothing may be built. */
  failed: boolean;
}

/** The practices of one case, with the whole case as read: before rights and redaction. */
export interface CaseTagging extends Tagging {
  entry: Case;
}

export interface IntakeOptions {
  /** Hold back every article, correction and guide with an error, and publish the rest. */
  holdBad?: boolean;
  /** Where to keep the pictures of articles that are published in full; without it they are let go. */
  pictures?: PictureShelf;
}

/** Never throws for what files hold: everything wrong is in the report. */
export async function readSite(folders: SiteFolders, options: IntakeOptions = {}): Promise<SiteReading> {
  const vocabulary = await readVocabulary(folders);
  const names = await listFiles(folders.seeds);
  const sources = (names ?? []).map((name) => `seeds/${name}`);
  const corrections = await readCorrections(folders, sources);
  const knowledge = knowledgeOf(vocabulary);
  const readings: SourceReading[] = [];
  const withdrawn = withdrawnFiles(vocabulary.takedown, sources);
  for (const file of sources) {
    const source = await readSource(folders, file, corrections.get(sourceName(file)), knowledge, options.pictures);
    readings.push({ ...source, held: source.held || withdrawn.files.has(file) });
  }
  refuseWithdrawn(readings, withdrawn.files, await withdrawnKeys(folders, withdrawn.files, knowledge));
  refuseEqualIds(readings);
  await options.pictures?.close();
  const holdBad = options.holdBad ?? false;
  const files = [
    ...folderReports(names, await listFiles(folders.content)),
    ...[...vocabulary.errors].map(([file, errors]) => contentReport(file, errors, holdBad)),
    ...(withdrawn.errors.length > 0 ? [contentReport('content/takedown.yaml', withdrawn.errors, holdBad)] : []),
    ...readings.map((reading) => sourceReport(reading, holdBad)),
    ...[...corrections.values()]
      .filter(({ errors }) => errors.length > 0)
      .map((correction) => correctionReport(correction, readings, holdBad)),
  ].sort((a, b) => (a.file < b.file ? -1 : 1));
  const { settings, groups, practices, gazetteer } = vocabulary;
  return {
    settings,
    groups,
    practices,
    gazetteer,
    cases: readings
      .flatMap((reading) => (isPublished(reading) ? [published(reading.reading.case, redactOf(reading.correction), gazetteer.byCode)] : []))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    taggings: readings
      .flatMap((reading) => (isPublished(reading) ? [{ entry: reading.reading.case, ...reading.reading.tagging }] : []))
      .sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1)),
    report: withFlags({ files }, new Map([['content/site.yaml', settingsFlags(settings)]])),
    failed: files.some((file) => file.errors.length > 0 && !file.held),
  };
}

const redactOf = (correction: CorrectionFile | undefined): readonly string[] => correction?.correction?.redact ?? [];

export function knowledgeOf({ practices, gazetteer, slogans, watchwords, settings }: Vocabulary): Knowledge {
  return {
    practices: compilePractices(practices),
    practiceIds: practices.map(({ id }) => id),
    gazetteer,
    slogans,
    watchwords,
    publish: settings.publish,
  };
}

/** Folders that a site cannot do without, and a site without a single article. */
function folderReports(seeds: readonly string[] | undefined, content: readonly string[] | undefined): FileReport[] {
  const reports: FileReport[] = [];
  if (seeds === undefined) reports.push(contentReport('seeds/', [problem('missingFolder', { folder: 'seeds' })], false));
  else if (seeds.length === 0) reports.push(contentReport('seeds/', [problem('noSources')], false));
  if (content === undefined) reports.push(contentReport('content/', [problem('missingFolder', { folder: 'content' })], false));
  return reports;
}

interface SourceReading {
  reading: Reading;
  /** The id that the case has or would have. */
  id: string;
  correction?: CorrectionFile | undefined;
  /** An editor's `hold`, or an article withdrawn in content/takedown.yaml. */
  held: boolean;
}

function isPublished(source: SourceReading): source is SourceReading & { reading: Reading & { case: Case; tagging: Tagging } } {
  const { reading, held, correction } = source;
  const whole = reading.case !== undefined && reading.tagging !== undefined;
  return whole && !held && reading.errors.length === 0 && !correction?.errors.length;
}

async function readSource(
  folders: SiteFolders,
  file: string,
  correction: CorrectionFile | undefined,
  knowledge: Knowledge,
  shelf: PictureShelf | undefined,
): Promise<SourceReading> {
  const given = correction?.correction;
  const { pictures, ...reading } = await readSourceFile(folders, file, given, knowledge);
  if (shelf && pictures && !given?.hold && reading.case?.rights.publish === 'full') await shelf.put(pictures);
  correction?.errors.push(...reading.correctionErrors, ...redactionErrors(reading.case, given));
  return { reading, id: caseId(file, given), correction, held: Boolean(given?.hold) };
}

/** A term that hides nothing is misspelt; an id of the editor's own may spell one. */
function redactionErrors(whole: Case | undefined, correction: CorrectionFile['correction']): Problem[] {
  if (!whole || !correction) return [];
  const { id, formerIds, redact } = correction;
  const chosen = [...(id ? [{ field: 'id', id }] : []), ...formerIds.map((former) => ({ field: 'formerIds', id: former }))];
  return [
    ...missingTerms(whole, redact).map((term) => problem('redactNotFound', { term })),
    ...chosen.filter((each) => spellsTerm(each.id, redact)).map((each) => problem('redactedId', each)),
  ];
}

async function readSourceFile(
  folders: SiteFolders,
  file: string,
  correction: CorrectionFile['correction'],
  knowledge: Knowledge,
): Promise<Reading> {
  try {
    return await readBytes({ file, bytes: await readFile(join(folders.site, file)) }, knowledge, correction);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
    return unread(file, problem('unreadableFile', { detail: String(error.code) }));
  }
}

/** Reads a source by the format that its name states. */
export async function readBytes(source: Source, knowledge: Knowledge, correction?: CorrectionFile['correction']): Promise<Reading> {
  return readOpened(source, await openSource(source.file, source.bytes), knowledge, correction);
}

function unread(file: string, error: Problem): Reading {
  return { file, errors: [error], correctionErrors: [], flags: [], accepted: [], removed: [], spans: [] };
}

/** What the withdrawn articles are known by, as they came and without their corrections. */
async function withdrawnKeys(folders: SiteFolders, files: ReadonlySet<string>, knowledge: Knowledge): Promise<Map<string, string>> {
  const keys = new Map<string, string>();
  for (const file of files) for (const key of textKeys(await readSourceFile(folders, file, undefined, knowledge))) keys.set(key, file);
  return keys;
}

/** An article that was withdrawn does not come back under another name. */
function refuseWithdrawn(readings: readonly SourceReading[], files: ReadonlySet<string>, keys: ReadonlyMap<string, string>): void {
  if (keys.size === 0) return;
  for (const { reading, held } of readings) {
    if (held || files.has(reading.file)) continue;
    const other = textKeys(reading).flatMap((key) => keys.get(key) ?? [])[0];
    if (other) reading.errors.push(problem('sameAsWithdrawn', { other }));
  }
}

/** The second of two equal ids is an error that names the first; an old address leads to one case. Held articles keep their ids. */
function refuseEqualIds(readings: readonly SourceReading[]): void {
  const owners = new Map<string, string>();
  for (const { reading, id } of readings) {
    const other = owners.get(id);
    if (other) reading.errors.push(problem('duplicateId', { id, other }));
    else owners.set(id, reading.file);
  }
  for (const { correction } of readings) {
    for (const id of correction?.correction?.formerIds ?? []) {
      const other = owners.get(id);
      if (other) correction?.errors.push(problem('takenFormerId', { id, other }));
      else owners.set(id, correction?.file ?? '');
    }
  }
}

/** Files whose errors hold back themselves alone; without settings or groups there is no site. */
const holdable = /^content\/(?:practices|cases)\//;

function contentReport(file: string, errors: Problem[], holdBad: boolean): FileReport {
  return { file, held: holdBad && holdable.test(file), errors, flags: [], accepted: [], removed: [], spans: [] };
}

function sourceReport({ reading, id, correction, held }: SourceReading, holdBad: boolean): FileReport {
  const { file, errors, flags, accepted, removed, spans } = reading;
  const bad = errors.length > 0 || Boolean(correction?.errors.length);
  return { file, case: id, held: held || (holdBad && bad), errors, flags, accepted, removed, spans };
}

/** A held article holds its correction's errors with it. */
function correctionReport({ file, errors }: CorrectionFile, readings: readonly SourceReading[], holdBad: boolean): FileReport {
  const held = readings.some((source) => source.correction?.file === file && source.held);
  return { ...contentReport(file, errors, holdBad), held: held || holdBad };
}

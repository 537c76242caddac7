/** content/: settings, groups, practices, slogans and former places of a site. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { areaList } from '@vant/area-data';
import { z } from 'zod';
import { type Problem, problem } from '../article/catalogue.ts';
import { nearest } from '../article/correct.ts';
import {
  type FormerPlace,
  formerPlaceSchema,
  type Group,
  groupSchema,
  type Practice,
  practiceSchema,
  slogansSchema,
  sortPractices,
  type Watchword,
  watchwordSchema,
} from '../article/knowledge.ts';
import { buildGazetteer, type Gazetteer } from '../article/places/gazetteer.ts';
import { signalProblems } from '../article/practices/practices.ts';
import type { SiteFolders } from '../site/folders.ts';
import { type Settings, settingsSchema } from '../site/settings.ts';
import { checkYaml } from './documents.ts';
import { listFiles, readText } from './files.ts';
import { checkGuide } from './guides.ts';
import type { ReadingVocabulary } from './readings/keys.ts';

export interface Vocabulary {
  settings: Settings;
  groups: Group[];
  /** In the order of their groups, then by `order`, then by id. */
  practices: Practice[];
  gazetteer: Gazetteer;
  formerPlaces: FormerPlace[];
  slogans: string[];
  watchwords: Watchword[];
  takedown: Takedown[];
  /** Errors by file, relative to the site's folder. */
  errors: Map<string, Problem[]>;
}

const formerPlacesSchema = z.array(formerPlaceSchema);

/** content/takedown.yaml: articles withdrawn as a whole. The source may stay where it is; nothing of it is published. */
export const takedownSchema = z.strictObject({
  /** Name of the file in seeds/: `003_3a30.txt`. */
  source: z.string().min(1),
  reason: z.string().min(1),
  /** Day of the decision, `2026-11-22`. */
  date: z.string().optional(),
});
export type Takedown = z.output<typeof takedownSchema>;

/** Front matter of content/pages/*. */
export const pageSchema = z.strictObject({
  title: z.string().min(1),
  description: z.string().optional(),
});

/** The part that decides how articles are read. */
export function readingVocabulary({ practices, formerPlaces, slogans, watchwords, settings }: Vocabulary): ReadingVocabulary {
  return { practices, formerPlaces, slogans, watchwords, publish: settings.publish };
}

/** The places alone, for pages that need more of them than the cases name. */
export async function loadGazetteer(folders: SiteFolders): Promise<Gazetteer> {
  return buildGazetteer(areaList, await loadFormerPlaces(folders));
}

/** Former names and codes in the order of content/places.yaml; none where a site has no such list. */
export async function loadFormerPlaces(folders: SiteFolders): Promise<FormerPlace[]> {
  return (await readList(folders, 'places.yaml', formerPlacesSchema, new Map())) ?? [];
}

/** Files and folders in content/ that a vocabulary is read from. */
export const vocabularyFiles = [
  'site.yaml',
  'groups.yaml',
  'places.yaml',
  'slogans.yaml',
  'takedown.yaml',
  'watchwords.yaml',
  'practices',
  'pages',
] as const;

/** The lists among them. */
type ListName = Extract<(typeof vocabularyFiles)[number], `${string}.yaml`>;

export async function readVocabulary(folders: SiteFolders): Promise<Vocabulary> {
  const errors = new Map<string, Problem[]>();
  const settings = await readList(folders, 'site.yaml', settingsSchema, errors);
  const groups = await readList(folders, 'groups.yaml', z.array(groupSchema), errors);
  const former = await readList(folders, 'places.yaml', formerPlacesSchema, errors);
  const slogans = await readList(folders, 'slogans.yaml', slogansSchema, errors);
  const takedown = await readList(folders, 'takedown.yaml', z.array(takedownSchema), errors);
  const watchwords = await readList(folders, 'watchwords.yaml', z.array(watchwordSchema), errors);
  const practices = await readPractices(folders, groups ?? [], errors);
  await checkPages(folders, errors);
  return {
    settings: settings ?? settingsSchema.parse({}),
    groups: groups ?? [],
    practices,
    gazetteer: buildGazetteer(areaList, former ?? []),
    formerPlaces: former ?? [],
    slogans: slogans ?? [],
    watchwords: watchwords ?? [],
    takedown: takedown ?? [],
    errors,
  };
}

/** A list that a site may leave out; undefined where it is missing or broken. */
async function readList<Schema extends z.ZodType>(
  folders: SiteFolders,
  name: ListName,
  schema: Schema,
  errors: Map<string, Problem[]>,
): Promise<z.output<Schema> | undefined> {
  const text = await readText(folders.content, name);
  if (text === undefined) return undefined;
  const checked = checkYaml(text, schema);
  if (checked.errors.length > 0) errors.set(`content/${name}`, checked.errors);
  return checked.value;
}

const guideFile = /^(?<id>.+)\.(?:mdx|md)$/;
const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

async function readPractices(folders: SiteFolders, groups: readonly Group[], errors: Map<string, Problem[]>): Promise<Practice[]> {
  const folder = join(folders.content, 'practices');
  const names = ((await listFiles(folder)) ?? []).filter((name) => guideFile.test(name));
  const idOf = (name: string) => guideFile.exec(name)?.groups?.id ?? name;
  const ids = names.map(idOf);
  const practices: Practice[] = [];
  for (const [i, name] of names.entries()) {
    const id = idOf(name);
    const checked = await checkGuide(name, await readFile(join(folder, name), 'utf8'), practiceSchema);
    const found: Problem[] = [...checked.errors];
    if (!idPattern.test(id)) found.push(problem('practiceFileName', { name }));
    const other = names[ids.indexOf(id)];
    if (ids.indexOf(id) !== i && other) found.push(problem('duplicatePractice', { other: `content/practices/${other}` }));
    if (checked.value) found.push(...practiceProblems({ id, ...checked.value }, groups, ids));
    if (found.length > 0) errors.set(`content/practices/${name}`, found);
    else if (checked.value) practices.push({ id, ...checked.value });
  }
  return sortPractices(practices, groups);
}

function practiceProblems(practice: Practice, groups: readonly Group[], ids: readonly string[]): Problem[] {
  const groupIds = groups.map((group) => group.id);
  return [
    ...(groupIds.includes(practice.group)
      ? []
      : [problem('unknownGroup', { value: practice.group, nearest: nearest(practice.group, groupIds) })]),
    ...practice.related
      .filter((id) => !ids.includes(id))
      .map((id) => problem('unknownPractice', { field: 'related', value: id, nearest: nearest(id, ids) })),
    ...signalProblems(practice).map(({ field, message }) => problem('brokenSignal', { field, detail: message })),
  ];
}

async function checkPages(folders: SiteFolders, errors: Map<string, Problem[]>): Promise<void> {
  const folder = join(folders.content, 'pages');
  for (const name of ((await listFiles(folder)) ?? []).filter((file) => guideFile.test(file))) {
    const checked = await checkGuide(name, await readFile(join(folder, name), 'utf8'), pageSchema);
    if (checked.errors.length > 0) errors.set(`content/pages/${name}`, checked.errors);
  }
}

/** One source of a site, read anew or taken from what an earlier build kept. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knowledge } from '../../article/annotate.ts';
import { type Problem, problem } from '../../article/catalogue.ts';
import type { Correction } from '../../article/correction.ts';
import { caseId, type Draft, readDraft, unreadDraft, withText } from '../../article/draft.ts';
import { openSource } from '../../article/formats/open.ts';
import { compilePractices, type Tagged } from '../../article/practices/practices.ts';
import { retagPassages, type TaxonomyChange } from '../../article/practices/retag.ts';
import { missingTerms, published, spellsTerm } from '../../article/publish.ts';
import { finishDraft, noCorrection, type Reading, tagDraft } from '../../article/read.ts';
import type { Case } from '../../article/schema.ts';
import { summaryOf } from '../../article/summary.ts';
import type { SiteFolders } from '../../site/folders.ts';
import type { PictureShelf } from '../picture-shelf.ts';
import { textKeys } from '../same-article.ts';
import { askedKey, draftKey, groundKey, practiceKey, practicesKey, type ReadingVocabulary } from './keys.ts';
import type { Pack, SourceHead } from './pack.ts';
import { packName, type ReadingStore } from './store.ts';
import { sourceMark } from './vouched.ts';

export type DeskFolders = Pick<SiteFolders, 'program' | 'site' | 'cache'>;

/** What all sources of a site are read with. */
export interface ReadingDesk {
  folders: DeskFolders;
  vocabulary: ReadingVocabulary;
  knowledge: Knowledge;
  /** Of the code that reads and of the vocabulary without its practices. */
  ground: string;
  /** Keys by id, in the taxonomy's order. */
  practices: Record<string, string>;
  allPractices: string;
  /** What changed since earlier readings, by the practices that stayed. */
  changes: Map<string, TaxonomyChange>;
  /** Without it nothing is kept. */
  store: ReadingStore | undefined;
  /** Without it the pictures are let go. */
  shelf: PictureShelf | undefined;
}

export interface SourceRequest {
  /** `seeds/<name>` */
  file: string;
  correction?: Correction | undefined;
}

/** A source that was read. */
export interface ReadSource {
  head: SourceHead;
  /** What it is kept under; undefined where it is not kept. */
  pack?: string;
  /** Given where it is not kept. */
  whole?: Pack;
}

/** Without a store each source is read, without a shelf pictures are let go. */
export function openDesk(
  folders: DeskFolders,
  vocabulary: ReadingVocabulary,
  knowledge: Knowledge,
  { store, shelf }: Pick<ReadingDesk, 'store' | 'shelf'>,
): ReadingDesk {
  return {
    folders,
    vocabulary,
    knowledge,
    ground: groundKey(store?.code ?? '', vocabulary),
    practices: Object.fromEntries(vocabulary.practices.map((practice) => [practice.id, practiceKey(practice)])),
    allPractices: practicesKey(vocabulary.practices),
    changes: new Map(),
    store,
    shelf,
  };
}

/** What an earlier reading kept; undefined where the source has to be read. */
export function keptSource(desk: ReadingDesk, request: SourceRequest): ReadSource | undefined {
  const { store, shelf } = desk;
  const draft = store && knownDraft(desk, store, request);
  if (draft === undefined) return undefined;
  const pack = packName(draft, desk.allPractices);
  const head = store?.head(pack);
  if (!head || (shelf && !shelf.holds(head.pictures))) return undefined;
  return { head, pack };
}

/** The source's key; it is read for it where the disk does not vouch for it. Undefined where it cannot be read. */
function knownDraft({ folders, ground }: ReadingDesk, { vouched }: ReadingStore, { file, correction }: SourceRequest): string | undefined {
  const path = join(folders.site, file);
  const asked = askedKey(ground, file, correction);
  const known = vouched.draft(path, asked);
  if (known !== undefined) return known;
  const mark = sourceMark(path);
  const bytes = bytesOf(folders.site, file);
  if (mark === undefined || !Buffer.isBuffer(bytes)) return undefined;
  const draft = draftKey(asked, bytes);
  vouched.noteSource(path, { mark, asked, draft });
  return draft;
}

/** Reads a source and keeps what was read. Never throws for what a file holds. */
export async function readSource(desk: ReadingDesk, request: SourceRequest): Promise<ReadSource> {
  const { store } = desk;
  const bytes = bytesOf(desk.folders.site, request.file);
  if (!Buffer.isBuffer(bytes)) {
    const whole = packOf(desk, request, unreadDraft(request.file, [bytes]), { tags: [], nearMisses: [] });
    return { head: whole.head, whole };
  }
  const draft = draftKey(askedKey(desk.ground, request.file, request.correction), bytes);
  const whole = retagged(desk, request, draft) ?? (await readAnew(desk, request, bytes));
  if (!store) return { head: whole.head, whole };
  const pack = packName(draft, desk.allPractices);
  store.put(pack, whole);
  return { head: whole.head, pack };
}

async function readAnew(desk: ReadingDesk, request: SourceRequest, bytes: Buffer): Promise<Pack> {
  const { file, correction = noCorrection } = request;
  const { draft, pictures } = readDraft({ file, bytes }, await openSource(file, bytes), desk.knowledge, correction);
  const pack = packOf(desk, request, draft, tagDraft(draft, desk.knowledge.practices));
  await desk.shelf?.put(pictures.filter(({ name }) => pack.head.pictures.includes(name)));
  return pack;
}

/** From a kept reading of the same draft, where only practices have changed and none of its pictures is missing. */
function retagged(desk: ReadingDesk, request: SourceRequest, key: string): Pack | undefined {
  const { store, shelf } = desk;
  for (const name of store?.tagged(key) ?? []) {
    const earlier = store?.open(name);
    if (!earlier) continue;
    const draft = earlier.part('draft');
    const change = changeSince(desk, earlier.part('practices'));
    const tagged = retagPassages(withText(draft.content?.blocks ?? []), earlier.part('tagged'), change);
    const pack = packOf(desk, request, draft, tagged);
    if (!shelf || shelf.holds(pack.head.pictures)) return pack;
  }
  return undefined;
}

function changeSince(desk: ReadingDesk, before: Readonly<Record<string, string>>): TaxonomyChange {
  const stayed = Object.keys(desk.practices).filter((id) => desk.practices[id] === before[id]);
  const known = desk.changes.get(stayed.join()) ?? {
    stayed: new Set(stayed),
    others: compilePractices(desk.vocabulary.practices.filter(({ id }) => !stayed.includes(id))),
    order: desk.knowledge.practiceIds,
  };
  desk.changes.set(stayed.join(), known);
  return known;
}

function packOf(desk: ReadingDesk, { file, correction }: SourceRequest, draft: Draft, tagged: Tagged): Pack {
  const reading = readingOf(desk, { draft, tagged }, correction);
  const entry = reading.case ? published(reading.case, correction?.redact ?? [], desk.knowledge.gazetteer.byCode) : null;
  const isShown = entry?.rights.publish === 'full' && !correction?.hold;
  return {
    head: {
      file,
      id: caseId(file, correction),
      errors: reading.errors,
      correctionErrors: [...reading.correctionErrors, ...redactionErrors(reading.case, correction)],
      flags: reading.flags,
      accepted: reading.accepted,
      pictures: isShown ? [...new Set(entry.blocks.flatMap(({ src }) => src?.replace(/^.*\//u, '') ?? []))] : [],
      textKeys: textKeys(reading),
      ...(entry ? { summary: summaryOf(entry) } : {}),
    },
    published: entry,
    draft,
    practices: desk.practices,
    tagged,
  };
}

/** The reading that a pack holds, unpublished words and all. */
export function readingOf(
  desk: ReadingDesk,
  { draft, tagged }: Pick<Pack, 'draft' | 'tagged'>,
  correction: Correction | undefined,
): Reading {
  return finishDraft(draft, tagged, desk.knowledge.practiceIds, correction ?? noCorrection);
}

/** A term that hides nothing is misspelt; an id of the editor's own may spell one. */
function redactionErrors(whole: Case | undefined, correction: Correction | undefined): Problem[] {
  if (!whole || !correction) return [];
  const { id, formerIds, redact } = correction;
  const chosen = [...(id ? [{ field: 'id', id }] : []), ...formerIds.map((former) => ({ field: 'formerIds', id: former }))];
  return [
    ...missingTerms(whole, redact).map((term) => problem('redactNotFound', { term })),
    ...chosen.filter((each) => spellsTerm(each.id, redact)).map((each) => problem('redactedId', each)),
  ];
}

function bytesOf(site: string, file: string): Buffer | Problem {
  try {
    return readFileSync(join(site, file));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && 'path' in error)) throw error;
    return problem('unreadableFile', { detail: String(error.code) });
  }
}

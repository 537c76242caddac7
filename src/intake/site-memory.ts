/** What a process that goes on while content changes remembers of a site, so that only what changed is read again. */
import { join } from 'node:path';
import type { Knowledge } from '../article/annotate.ts';
import { digestOf } from '../site/code-digest.ts';
import { markOf } from '../site/file-marks.ts';
import type { SiteFolders } from '../site/folders.ts';
import type { CheckedCorrection } from './corrections.ts';
import { knowledgeOf } from './readings/known.ts';
import type { ReadingDesk, ReadSource, SourceRequest } from './readings/readings.ts';
import { readingVocabulary, readVocabulary, type Vocabulary, vocabularyFiles } from './vocabulary.ts';

export interface SiteMemory {
  /** By a digest of the files that it was read from. */
  vocabulary?: { digest: string; known: KnownVocabulary };
  corrections: FileMemory<CheckedCorrection>;
  sources: FileMemory<RememberedSource>;
}

export interface KnownVocabulary {
  vocabulary: Vocabulary;
  knowledge: Knowledge;
}

interface RememberedSource {
  /** What it is kept under. */
  pack: string;
  /** What it was read with: the very correction, and the keys of the vocabulary. */
  correction: SourceRequest['correction'];
  ground: string;
  practices: string;
}

export function openMemory(): SiteMemory {
  return { corrections: new FileMemory(), sources: new FileMemory() };
}

/** content/ without the corrections, and all that is made from it for reading articles. */
export async function vocabularyOf(folders: SiteFolders, memory?: SiteMemory): Promise<KnownVocabulary> {
  const digest = memory && digestOf({ folder: folders.content, names: vocabularyFiles });
  if (memory?.vocabulary && memory.vocabulary.digest === digest) return memory.vocabulary.known;
  const vocabulary = await readVocabulary(folders);
  const known = { vocabulary, knowledge: knowledgeOf(readingVocabulary(vocabulary), vocabulary.gazetteer) };
  if (memory && digest) memory.vocabulary = { digest, known };
  return known;
}

/** What was read and kept of a source, where neither its file nor anything that it is read with has changed, and all of it is still there. */
export function recallSource({ sources }: SiteMemory, desk: ReadingDesk, { file, correction }: SourceRequest): ReadSource | undefined {
  const known = sources.recall(join(desk.folders.site, file));
  if (!known || known.correction !== correction || known.ground !== desk.ground || known.practices !== desk.allPractices) return undefined;
  const head = desk.store?.head(known.pack);
  return head && (!desk.shelf || desk.shelf.holds(head.pictures)) ? { head, pack: known.pack } : undefined;
}

export function rememberSource(
  { sources }: SiteMemory,
  desk: ReadingDesk,
  { file, correction }: SourceRequest,
  { pack }: ReadSource,
): void {
  if (!pack) return;
  sources.remember(join(desk.folders.site, file), { pack, correction, ground: desk.ground, practices: desk.allPractices });
}

/**
 * What was made from files, each for as long as it is the same file by its place on the disk, its size and its time. That may miss a
 * second change within one tick of the disk's clock, so it is for a process that is told which files change (`forget`), and nothing of
 * it outlives the process.
 */
export class FileMemory<Value> {
  readonly #known = new Map<string, { mark: string; value: Value }>();
  /** As the files were when they were asked for: what changes while it is read is read once more. */
  readonly #marks = new Map<string, string | undefined>();

  recall(path: string): Value | undefined {
    const mark = markOf(path);
    this.#marks.set(path, mark);
    const known = this.#known.get(path);
    return known && known.mark === mark ? known.value : undefined;
  }

  /** After `recall` has found nothing. */
  remember(path: string, value: Value): void {
    const mark = this.#marks.get(path);
    if (mark === undefined) this.#known.delete(path);
    else this.#known.set(path, { mark, value });
  }

  forget(path: string): void {
    this.#known.delete(path);
  }
}

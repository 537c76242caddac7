/**
 * Reads what a browser kept or a file holds. Total: any text gives a folder and, where not all of it could be read, the
 * reason. Written by hand because a schema library would weigh more than the folder's whole script.
 */
import { type Clip, type ClipPractice, type ClipProblem, emptyFolder, type Folder, type TakenClip } from './clip.ts';

/** What of a text could not be read. */
export type ClipsProblem =
  | { kind: 'not-json' }
  /** JSON, but not of ours. */
  | { kind: 'not-clips' }
  /** Written by a later version of the program. */
  | { kind: 'newer'; version: number }
  /** Some of its clips are damaged; the others were read. */
  | { kind: 'partly'; unread: number };

export interface ReadFolder {
  folder: Folder;
  problem?: ClipsProblem;
}

const format = 'casebook-clips';
const version = 1;

/** Also what an exported file holds. */
export function writeFolder({ clips, title, sources }: Folder): string {
  return JSON.stringify({ format, version, title, sources, clips });
}

export function readFolder(text: string): ReadFolder {
  const value = parseJson(text);
  if (value === undefined) return { folder: emptyFolder, problem: { kind: 'not-json' } };
  if (!isRecord(value) || value.format !== format || !Array.isArray(value.clips) || typeof value.version !== 'number') {
    return { folder: emptyFolder, problem: { kind: 'not-clips' } };
  }
  if (value.version > version) return { folder: emptyFolder, problem: { kind: 'newer', version: value.version } };
  const byId = new Map<string, Clip>();
  let unread = 0;
  for (const each of value.clips) {
    const clip = readClip(each);
    if (!clip) unread += 1;
    else if (!byId.has(clip.id)) byId.set(clip.id, clip);
  }
  const folder: Folder = {
    clips: [...byId.values()],
    title: textOf(value.title),
    sources: value.sources === 'numbered' ? 'numbered' : 'short',
  };
  return unread > 0 ? { folder, problem: { kind: 'partly', unread } } : { folder };
}

/** Undefined where there is none; nothing else that JSON can say is undefined. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const caseId = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const blockId = /^[a-z][0-9a-f]{6}(?:-\d+)?$/;
const figureId = /^[a-z][0-9a-f]{6}(?:-\d+)*$/;

function readClip(value: unknown): Clip | undefined {
  if (!isRecord(value)) return undefined;
  const { id, kind } = value;
  const [entry = '', part = ''] = textOf(id).split('#');
  if (id !== `${entry}#${part}` || !caseId.test(entry) || !figureId.test(part)) return undefined;
  const own = { id, note: textOf(value.note), added: textOf(value.added) };
  if (kind === 'withdrawn') return { kind, ...own };
  if (kind !== 'passage' && kind !== 'figure') return undefined;
  return readTaken(value, kind, { ...own, case: entry });
}

function readTaken(
  value: Record<string, unknown>,
  kind: TakenClip['kind'],
  own: Pick<TakenClip, 'id' | 'note' | 'added' | 'case'>,
): TakenClip | undefined {
  const { words, block, title } = value;
  if (typeof words !== 'string' || words === '' || typeof title !== 'string') return undefined;
  if (typeof block !== 'string' || !blockId.test(block)) return undefined;
  return {
    kind,
    ...own,
    words,
    title,
    block,
    label: textOf(value.label),
    ...optional('section', value.section),
    ...optional('subject', value.subject),
    problems: listOf(value.problems, problemOf),
    practices: listOf(value.practices, practiceOf),
    ...optional('under', value.under),
    ...placeOf(value.place),
    ...optional('date', value.date),
    ...optional('notBefore', value.notBefore),
    citation: textOf(value.citation),
    link: webAddress(textOf(value.link)),
  };
}

function problemOf(value: unknown): ClipProblem | undefined {
  if (!isRecord(value) || typeof value.text !== 'string') return undefined;
  return { text: value.text, practice: typeof value.practice === 'string' ? value.practice : null };
}

function practiceOf(value: unknown): ClipPractice | undefined {
  if (!isRecord(value) || typeof value.id !== 'string' || !caseId.test(value.id)) return undefined;
  return { id: value.id, name: textOf(value.name) || value.id };
}

function placeOf(value: unknown): Pick<TakenClip, 'place'> {
  if (!isRecord(value) || typeof value.name !== 'string') return {};
  return { place: { name: value.name, path: listOf(value.path, (part) => (typeof part === 'string' ? part : undefined)) } };
}

/** Nothing else is ever made a link. */
function webAddress(text: string): string {
  return /^https?:\/\/[^\s<>"]+$/.test(text) ? text : '';
}

function optional<K extends string>(name: K, value: unknown): Partial<Record<K, string>> {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as Record<K, string>) : {};
}

function listOf<T>(value: unknown, read: (item: unknown) => T | undefined): T[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((item) => {
    const found = read(item);
    return found === undefined ? [] : [found];
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * What a reader has taken in. It lives in the reader's browser and in the files that readers hand on, so that what an
 * older site wrote must be read by a newer one: add to these shapes, never rename.
 */

/** A passage or a figure with everything that it needs away from the site. */
export interface TakenClip {
  kind: 'passage' | 'figure';
  /** `<case>#<block>`, of a figure `<case>#<figure>`: what is taken twice is one clip. */
  id: string;
  /** The words as they were printed; lines of a list or table on lines of their own. */
  words: string;
  case: string;
  title: string;
  block: string;
  /** How a reader names the block: `第11段`. */
  label: string;
  /** The heading under which it stands. */
  section?: string;
  /** Of a figure, what is counted, with what its source says of it: `联村党组织`, `计划：村集体收入`. */
  subject?: string;
  /** What the passage answers, in the source's words, with the practice that does. */
  problems: ClipProblem[];
  practices: ClipPractice[];
  /** The practice under which it was taken. */
  under?: string;
  /** The place that the case reports on. */
  place?: { name: string; path: string[] };
  /** `2020-07-27`, as far as it is known. */
  date?: string;
  /** Latest year that the text speaks of, where no date is known. */
  notBefore?: string;
  /** After GB/T 7714. */
  citation: string;
  /** On the web; empty where the site was read from a disk. */
  link: string;
  /** The reader's own. */
  note: string;
  /** When it was taken: `2026-11-22T08:00:00.000Z`. */
  added: string;
}

/** What is left of a clip whose case was taken down: nothing of the case. */
export interface WithdrawnClip {
  kind: 'withdrawn';
  id: string;
  note: string;
  added: string;
}

export type Clip = TakenClip | WithdrawnClip;

export interface ClipPractice {
  id: string;
  name: string;
}

export interface ClipProblem {
  text: string;
  /** Null where the passage shows no practice that answers it. */
  practice: string | null;
}

/** How a document names the source of a clip: （大田县，不早于2021年） or a number of a list after GB/T 7714. */
export type SourceStyle = 'short' | 'numbered';

/** Everything that is kept; clips stand in the reader's order. */
export interface Folder {
  clips: Clip[];
  /** Of the document; empty where the reader has not given it one. */
  title: string;
  sources: SourceStyle;
}

export const emptyFolder: Folder = { clips: [], title: '', sources: 'short' };

/** The document's title where the reader has not given it one. */
export const defaultTitle = '基层党建经验摘编';

export function isTaken(clip: Clip): clip is TakenClip {
  return clip.kind !== 'withdrawn';
}

export function clipId(entry: string, part: string): string {
  return `${entry}#${part}`;
}

export function caseOfClip({ id }: Pick<Clip, 'id'>): string {
  return id.slice(0, id.indexOf('#'));
}

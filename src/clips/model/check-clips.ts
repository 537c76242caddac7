/** Holds clips against what the site publishes today. */
import type { Case } from '../../article/schema.ts';
import { type Clip, caseOfClip, clipId, isTaken, type TakenClip } from './clip.ts';
import { joinNotes } from './folder.ts';
import { type Around, clipOf } from './make-clip.ts';

/** What the site says of a case today; `unknown` where it cannot be asked. */
export type Published = Case | 'gone' | 'unknown';

/**
 * `found`: its words stand in the case. `changed`: the case is there, the words are not; the clip keeps them.
 * `hidden`: the editors hid words of it, the clip has today's. `withdrawn`: the words may no longer be shown.
 */
export type ClipState = 'unchecked' | 'found' | 'changed' | 'hidden' | 'withdrawn';

export interface CheckedClips {
  clips: Clip[];
  /** By the clips' ids. */
  states: Map<string, ClipState>;
}

/** `published` has an answer for the case of every clip, by the case's id at the time when the clip was taken. */
export function checkClips(clips: readonly Clip[], published: ReadonlyMap<string, Published>, around: Around): CheckedClips {
  const checked = new Map<string, Clip>();
  const states = new Map<string, ClipState>();
  for (const before of clips) {
    const { clip, state } = checkClip(before, published.get(caseOfClip(before)) ?? 'unknown', around);
    const twin = checked.get(clip.id);
    checked.set(clip.id, twin ? { ...twin, note: joinNotes(twin.note, clip.note) } : clip);
    if (!twin) states.set(clip.id, state);
  }
  return { clips: [...checked.values()], states };
}

function checkClip(clip: Clip, published: Published, around: Around): { clip: Clip; state: ClipState } {
  if (!isTaken(clip)) return { clip, state: 'withdrawn' };
  if (published === 'unknown') return { clip, state: 'unchecked' };
  if (published === 'gone') return { clip: withdraw(clip), state: 'withdrawn' };
  const found = findWords(clip, published, around);
  if (found) return { clip: withOwn(found, clip), state: 'found' };
  const hidden = findHidden(clip, published, around);
  if (hidden) return { clip: withOwn(hidden, clip), state: 'hidden' };
  // An extract, or a title alone, no longer prints the words; a passage in which words were hidden may no longer be quoted as it was.
  if (published.rights.publish !== 'full' || hidesWords(clip, published)) return { clip: withdraw(clip), state: 'withdrawn' };
  return { clip: renamed(clip, published, around), state: 'changed' };
}

function withdraw({ id, note, added }: TakenClip): Clip {
  return { kind: 'withdrawn', id, note, added };
}

type Found = ReturnType<typeof clipOf>;

function withOwn(found: NonNullable<Found>, { note, added, under }: TakenClip): TakenClip {
  return { ...found, ...(under && { under }), note, added };
}

/** The same words: at the same id, else anywhere in the case. */
function findWords(clip: TakenClip, entry: Case, around: Around): Found {
  if (clip.kind === 'passage') {
    const same = entry.blocks.filter(({ text }) => sameWords(text, clip.words));
    const block = same.find(({ id }) => id === clip.block) ?? same[0];
    return block && clipOf(entry, { block: block.id }, around);
  }
  const same = entry.figures.filter(({ quote }) => sameWords(quote, clip.words));
  const figure = same.find(({ id }) => clipId(clip.case, id) === clip.id) ?? same.find(({ passage }) => passage === clip.block) ?? same[0];
  if (figure) return clipOf(entry, { block: figure.passage, figure: figure.id }, around);
  return findQuote(clip, entry, around);
}

/** The figure is no longer read there, but its words still stand in a passage. */
function findQuote(clip: TakenClip, entry: Case, around: Around): Found {
  const holding = entry.blocks.filter(({ text }) => text.includes(clip.words));
  const block = holding.find(({ id }) => id === clip.block) ?? holding[0];
  const passage = block && clipOf(entry, { block: block.id }, around);
  const { kind, words, subject } = clip;
  return passage && { ...passage, kind, words, subject, id: clipId(entry.id, partOf(clip)), problems: [] };
}

/** The passage as it stands now, where words of it were hidden since. */
function findHidden(clip: TakenClip, entry: Case, around: Around): Found {
  if (clip.kind === 'passage') return hidesWords(clip, entry) ? clipOf(entry, { block: clip.block }, around) : undefined;
  const figure = entry.figures.find(({ id }) => id === partOf(clip));
  return figure && marksIn(figure.quote) > marksIn(clip.words)
    ? clipOf(entry, { block: figure.passage, figure: figure.id }, around)
    : undefined;
}

/** What stands where an editor hid a name or a number. */
const hiddenMark = '某';

function hidesWords(clip: TakenClip, entry: Case): boolean {
  const now = entry.blocks.find(({ id }) => id === clip.block)?.text ?? '';
  return clip.kind === 'passage' ? marksIn(now) > marksIn(clip.words) : marksIn(now) > 0;
}

function marksIn(text: string): number {
  return text.split(hiddenMark).length - 1;
}

/** Keeps its words and its id; title, citation and address are today's. */
function renamed(clip: TakenClip, entry: Case, { link }: Around): TakenClip {
  const isThere = entry.blocks.some(({ id }) => id === clip.block);
  return {
    ...clip,
    case: entry.id,
    id: clipId(entry.id, partOf(clip)),
    title: entry.title,
    link: link(entry.id, isThere ? clip.block : ''),
  };
}

function partOf({ id }: TakenClip): string {
  return id.slice(id.indexOf('#') + 1);
}

function sameWords(a: string, b: string): boolean {
  return a === b || bare(a) === bare(b);
}

/** White space is how a text is set, not what it says. */
function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}

/** What a reader does with the folder; every answer is a new list. */
import { type Clip, isTaken } from './clip.ts';
import { groupsOf } from './groups.ts';

/** At the end; one that was taken down before, and is published again, comes back. */
export function addClip(clips: readonly Clip[], clip: Clip): Clip[] {
  const known = clips.find(({ id }) => id === clip.id);
  if (!known) return [...clips, clip];
  return isTaken(known) ? [...clips] : clips.map((each) => (each === known ? { ...clip, note: joinNotes(known.note, clip.note) } : each));
}

export function removeClip(clips: readonly Clip[], id: string): Clip[] {
  return clips.filter((clip) => clip.id !== id);
}

/** Back where it stood, as far as that place is still there. */
export function restoreClip(clips: readonly Clip[], clip: Clip, at: number): Clip[] {
  const others = removeClip(clips, clip.id);
  return [...others.slice(0, at), clip, ...others.slice(at)];
}

export function noteClip(clips: readonly Clip[], id: string, note: string): Clip[] {
  return clips.map((clip) => (clip.id === id ? { ...clip, note } : clip));
}

export type Step = -1 | 1;

/** Changes places with its neighbour within its group; the same list where it has none. */
export function moveClip(clips: readonly Clip[], id: string, step: Step): Clip[] {
  const group = groupsOf(clips).find((each) => each.clips.some((clip) => clip.id === id))?.clips ?? [];
  const at = group.findIndex((clip) => clip.id === id);
  const [clip, neighbour] = [group[at], group[at + step]];
  if (!clip || !neighbour) return [...clips];
  return clips.map((each) => (each === clip ? neighbour : each === neighbour ? clip : each));
}

/** A whole group before or behind its neighbour. */
export function moveGroup(clips: readonly Clip[], key: string, step: Step): Clip[] {
  const groups = groupsOf(clips);
  const at = groups.findIndex((group) => group.key === key);
  const [group, neighbour] = [groups[at], groups[at + step]];
  if (!group || !neighbour) return [...clips];
  groups[at] = neighbour;
  groups[at + step] = group;
  return groups.flatMap((each) => each.clips);
}

export interface Merged {
  clips: Clip[];
  added: number;
  /** Those that were there already. */
  known: number;
}

/** Clips of a file behind those that are there. A duplicate gives only its note; one that was taken down stays so. */
export function mergeClips(clips: readonly Clip[], incoming: readonly Clip[]): Merged {
  const byId = new Map(clips.map((clip) => [clip.id, clip]));
  let added = 0;
  for (const clip of incoming) {
    const known = byId.get(clip.id);
    byId.set(clip.id, known ? { ...known, note: joinNotes(known.note, clip.note) } : clip);
    if (!known) added += 1;
  }
  return { clips: [...byId.values()], added, known: incoming.length - added };
}

export function joinNotes(own: string, other: string): string {
  if (other === '' || own.includes(other)) return own;
  return own === '' ? other : `${own}\n${other}`;
}

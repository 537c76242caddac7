import { type Clip, type ClipPractice, isTaken, type TakenClip } from './clip.ts';

/** Clips of one practice in the reader's order; without one those of no practice, and those that were taken down. */
export interface ClipGroup {
  /** Id of the practice, `none` or `withdrawn`: unique among the groups of a folder. */
  key: string;
  practice?: ClipPractice;
  name: string;
  clips: Clip[];
}

const unplaced = { key: 'none', name: '未归入做法' };
const withdrawn = { key: 'withdrawn', name: '已撤下' };

/** Groups in the order of their first clips; those of no practice and those taken down last. */
export function groupsOf(clips: readonly Clip[]): ClipGroup[] {
  const groups = new Map<string, ClipGroup>();
  for (const clip of clips) {
    const group = groupOf(clip);
    const known = groups.get(group.key);
    if (known) known.clips.push(clip);
    else groups.set(group.key, { ...group, clips: [clip] });
  }
  const last = ({ key }: ClipGroup) => [unplaced.key, withdrawn.key].indexOf(key);
  return [...groups.values()].sort((a, b) => last(a) - last(b));
}

/** A clip of several practices stands under the one under which it was taken, else under its first. */
export function practiceOf(clip: TakenClip): ClipPractice | undefined {
  return clip.practices.find(({ id }) => id === clip.under) ?? clip.practices[0];
}

function groupOf(clip: Clip): Omit<ClipGroup, 'clips'> {
  if (!isTaken(clip)) return withdrawn;
  const practice = practiceOf(clip);
  return practice ? { key: practice.id, name: practice.name, practice } : unplaced;
}

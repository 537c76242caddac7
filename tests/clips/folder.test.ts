import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Clip } from '../../src/clips/model/clip.ts';
import { addClip, mergeClips, moveClip, moveGroup, noteClip, removeClip, restoreClip } from '../../src/clips/model/folder.ts';
import { groupsOf } from '../../src/clips/model/groups.ts';
import { added, clip } from './sample.ts';

const first = clip({ block: 'p000001' });
const second = clip({ block: 'p000002' });
const figure = clip({ block: 'p000001', figure: 'p000001-1' });
const table = clip({ block: 't000001' });
const withdrawn: Clip = { kind: 'withdrawn', id: 'gone#p1a2b3c', note: '', added };
const all: Clip[] = [first, second, withdrawn, table, figure];
const ids = (clips: readonly Clip[]) => clips.map(({ id }) => id.split('#')[1]);

describe('groupsOf', () => {
  it('groups by practice in the order of first clips; those of none and those taken down come last', () => {
    expect(groupsOf(all).map(({ name, clips }) => [name, ids(clips)])).toEqual([
      ['跨村联建', ['p000001', 'p000001-1']],
      ['村级集体经济', ['p000002']],
      ['未归入做法', ['t000001']],
      ['已撤下', ['p1a2b3c']],
    ]);
  });

  it('puts a clip of several practices under the one under which it was taken', () => {
    expect(groupsOf([clip({ block: 'p000001', under: 'economy' })])[0]?.name).toBe('村级集体经济');
    expect(groupsOf([clip({ block: 'p000001', under: 'no-longer-there' })])[0]?.name).toBe('跨村联建');
  });
});

describe('moving', () => {
  it('changes places with the neighbour in the group, over clips of other groups', () => {
    expect(ids(moveClip(all, first.id, 1))).toEqual(['p000001-1', 'p000002', 'p1a2b3c', 't000001', 'p000001']);
    expect(ids(moveClip(all, first.id, -1))).toEqual(ids(all));
    expect(ids(moveClip(all, 'unknown#p000001', 1))).toEqual(ids(all));
  });

  it('moves a whole group', () => {
    expect(groupsOf(moveGroup(all, 'economy', -1)).map(({ name }) => name)).toEqual(['村级集体经济', '跨村联建', '未归入做法', '已撤下']);
    expect(ids(moveGroup(all, 'joint', -1))).toEqual(ids(all));
  });

  it('never loses or doubles a clip', () => {
    const step = fc.constantFrom<1 | -1>(1, -1);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...all), step, fc.boolean())), (moves) => {
        const moved = moves.reduce<Clip[]>(
          (now, [{ id }, by, whole]) => (whole ? moveGroup(now, groupsOf(now)[0]?.key ?? '', by) : moveClip(now, id, by)),
          all,
        );
        expect([...ids(moved)].sort()).toEqual([...ids(all)].sort());
      }),
    );
  });
});

describe('taking in and out', () => {
  it('adds at the end, and once only', () => {
    expect(ids(addClip([first], second))).toEqual(['p000001', 'p000002']);
    expect(addClip([noted(first, '我的')], first)).toEqual([noted(first, '我的')]);
  });

  it('brings back a clip that was taken down, with its note', () => {
    const gone: Clip = { kind: 'withdrawn', id: first.id, note: '再看', added };
    expect(addClip([gone], first)).toEqual([noted(first, '再看')]);
  });

  it('puts a removed clip back where it stood', () => {
    expect(restoreClip(removeClip(all, second.id), second, 1)).toEqual(all);
    expect(ids(restoreClip([], second, 7))).toEqual(['p000002']);
  });

  it('changes the note of one', () => {
    expect(noteClip([first, second], second.id, '好')).toEqual([first, noted(second, '好')]);
  });
});

describe('mergeClips', () => {
  it('recognises duplicates and keeps both notes', () => {
    const merged = mergeClips([noted(first, '我的')], [noted(first, '同事的'), second]);
    expect(merged).toEqual({ clips: [noted(first, '我的\n同事的'), second], added: 1, known: 1 });
    expect(mergeClips(merged.clips, merged.clips).clips).toEqual(merged.clips);
  });

  it('does not bring back words of what was taken down', () => {
    const gone: Clip = { kind: 'withdrawn', id: first.id, note: '', added };
    expect(mergeClips([gone], [first]).clips).toEqual([gone]);
  });
});

function noted<T extends Clip>(clip: T, note: string): T {
  return { ...clip, note };
}

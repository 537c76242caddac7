import { describe, expect, it } from 'vitest';
import type { Case } from '../../src/article/schema.ts';
import { checkClips, type Published } from '../../src/clips/model/check-clips.ts';
import type { Clip, TakenClip } from '../../src/clips/model/clip.ts';
import { block, figure } from '../library/hand-made.ts';
import { added, around, clip, datian, income, joint } from './sample.ts';

const passage = clip({ block: 'p000001', under: 'economy' }, { note: '我的话' });
const number = clip({ block: 'p000001', figure: 'p000001-1' });

function check(taken: Clip, published: Published | undefined) {
  const { clips, states } = checkClips([taken], new Map(published === undefined ? [] : [['datian', published]]), around);
  const [now] = clips;
  return { now: now as TakenClip, state: states.get(now?.id ?? '') };
}

const blocks = (...changed: Case['blocks']) => datian({ blocks: changed, figures: [] });

describe('a clip after the site was built anew', () => {
  it('is found, and takes over what was corrected around it', () => {
    const { now, state } = check(passage, datian({ title: '大田县：联建促振兴' }));
    expect(state).toBe('found');
    expect(now).toEqual({ ...passage, title: '大田县：联建促振兴', citation: '大田县：联建促振兴.' });
  });

  it('is found by its words where its paragraph has another id', () => {
    const { now, state } = check(passage, blocks(block('pabcdef', joint, { n: 7 })));
    expect([state, now.id, now.label, now.link, now.note]).toEqual([
      'found',
      'datian#pabcdef',
      '第7段',
      'https://dj.example.gov.cn/anli/cases/datian.html#pabcdef',
      '我的话',
    ]);
  });

  it('becomes one with another clip of the words that it finds', () => {
    const twin = clip({ block: 'p000001' }, { id: 'datian#pabcdef', block: 'pabcdef', note: '另一条' });
    const { clips } = checkClips([passage, twin], new Map([['datian', blocks(block('pabcdef', joint))]]), around);
    expect(clips.map((each) => [each.id, each.note])).toEqual([['datian#pabcdef', '我的话\n另一条']]);
  });

  it('keeps its old words where they were changed', () => {
    const { now, state } = check(passage, blocks(block('p000001', joint.replace('8个', '9个'))));
    expect([state, now.words, now.link]).toEqual(['changed', joint, passage.link]);
  });

  it('leads to the case where its paragraph is gone', () => {
    const { now, state } = check(passage, blocks(block('p000002', income)));
    expect([state, now.words, now.link]).toEqual(['changed', joint, 'https://dj.example.gov.cn/anli/cases/datian.html']);
  });

  it.each(['gone'] as const)('loses its words and all of its case where the case was taken down', (published) => {
    const { now, state } = check(passage, published);
    expect(state).toBe('withdrawn');
    expect(now).toEqual({ kind: 'withdrawn', id: 'datian#p000001', note: '我的话', added });
  });

  it('loses its words where only an extract without them is published', () => {
    const excerpt = datian({ rights: { publish: 'excerpt' }, blocks: [block('p000002', income)], figures: [] });
    expect(check(passage, excerpt).state).toBe('withdrawn');
    expect(JSON.stringify(check(passage, excerpt).now)).not.toContain('联建');
    expect(check(clip({ block: 'p000002' }), excerpt).state).toBe('found');
    expect(check(passage, datian({ rights: { publish: 'link' }, blocks: [], figures: [] })).state).toBe('withdrawn');
  });

  it('takes today’s words where a name was hidden in them', () => {
    const before = clip({ block: 'p000001' }, { words: '王小明带动32个村抱团发展。' });
    const { now, state } = check(before, blocks(block('p000001', '某带动32个村抱团发展。')));
    expect([state, now.words]).toEqual(['hidden', '某带动32个村抱团发展。']);
  });

  it('is neither checked nor changed where the site cannot be asked', () => {
    for (const published of ['unknown', undefined] as const)
      expect(check(passage, published)).toEqual({ now: passage, state: 'unchecked' });
  });
});

describe('a figure after the site was built anew', () => {
  it('is found by its words though it is counted anew', () => {
    const { now, state } = check(number, datian({ figures: [figure('p000001-2', { quote: '组建联村党委8个', subject: '联村党委' })] }));
    expect([state, now.id]).toEqual(['found', 'datian#p000001-2']);
  });

  it('is found in its passage where it is no longer read as a figure', () => {
    const { now, state } = check(number, datian({ figures: [] }));
    expect([state, now.kind, now.words, now.subject, now.id]).toEqual([
      'found',
      'figure',
      '组建联村党委8个',
      '联村党委',
      'datian#p000001-1',
    ]);
  });

  it('keeps its old words where the number was corrected', () => {
    const corrected = datian({
      blocks: [block('p000001', joint.replace('8个', '9个'))],
      figures: [figure('p000001-1', { quote: '组建联村党委9个' })],
    });
    const { now, state } = check(number, corrected);
    expect([state, now.words]).toEqual(['changed', '组建联村党委8个']);
  });

  it('loses its words where the editors hid them', () => {
    const hidden = datian({ blocks: [block('p000001', '推行跨村联建，组建某。')], figures: [] });
    expect(check(number, hidden).state).toBe('withdrawn');
    const shown = datian({ blocks: [block('p000001', '组建某8个。')], figures: [figure('p000001-1', { quote: '组建某8个' })] });
    expect([check(number, shown).state, check(number, shown).now.words]).toEqual(['hidden', '组建某8个']);
  });
});

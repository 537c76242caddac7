import type { Case } from '../../src/article/schema.ts';
import type { Folder, TakenClip } from '../../src/clips/model/clip.ts';
import { type Around, type Chosen, clipOf } from '../../src/clips/model/make-clip.ts';
import { block, entry, figure, place } from '../library/hand-made.ts';

export const around: Around = {
  names: new Map([
    ['joint', '跨村联建'],
    ['economy', '村级集体经济'],
  ]),
  link: (id, anchor) => `https://dj.example.gov.cn/anli/cases/${id}.html${anchor && `#${anchor}`}`,
};

export const joint = '针对村级力量分散的问题，推行跨村联建，组建联村党委8个，带动32个村抱团发展。';
export const income = '村级集体经济收入增长20%，力争明年超过5400万元。';

/** A case as the site publishes it, with changes laid over it. */
export function datian(changes: Partial<Case> = {}): Case {
  return entry('datian', {
    title: '大田县：跨村联建促振兴',
    place: place('350425'),
    notBefore: '2021',
    problems: [
      { text: '村级力量分散', practice: 'joint', passage: 'p000001' },
      { text: '集体经济薄弱', practice: 'economy', passage: 'p000001' },
    ],
    figures: [
      figure('p000001-1', { quote: '组建联村党委8个', subject: '联村党委', practices: ['joint'] }),
      figure('p000002-1', { quote: '力争明年超过5400万元', subject: '集体收入', scope: '龙地村', status: 'planned' }),
    ],
    blocks: [
      block('h000001', '一、组织联建', { kind: 'heading', n: undefined, level: 2 }),
      block('p000001', joint, { n: 1, practices: ['joint', 'economy'] }),
      block('p000002', income, { n: 2, practices: ['economy'] }),
      block('t000001', '项目\t金额\n大棚\t30万元', { kind: 'table', n: undefined }),
    ],
    ...changes,
  });
}

export const added = '2026-11-22T08:00:00.000Z';

export function clip(chosen: Chosen = { block: 'p000001' }, fields: Partial<TakenClip> = {}, from: Case = datian()): TakenClip {
  const made = clipOf(from, chosen, around);
  if (!made) throw new Error(`${from.id} has no ${JSON.stringify(chosen)}`);
  return { ...made, note: '', added, ...fields };
}

export function folder(clips: Folder['clips'], fields: Partial<Folder> = {}): Folder {
  return { clips, title: '', sources: 'short', ...fields };
}

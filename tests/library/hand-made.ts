import type { Practice } from '../../src/article/knowledge.ts';
import type { Block, Case, CasePractice, Figure, Place } from '../../src/article/schema.ts';
import type { Library } from '../../src/library/library.ts';
import { settingsSchema } from '../../src/site/settings.ts';

const places: Place[] = [
  { code: '350000', name: '福建省', level: 'province', path: ['福建省'] },
  { code: '350400', name: '三明市', level: 'city', path: ['福建省', '三明市'] },
  { code: '350425', name: '大田县', level: 'county', path: ['福建省', '三明市', '大田县'] },
  { code: '350481', name: '永安市', level: 'county', path: ['福建省', '三明市', '永安市'] },
  { code: '350924', name: '寿宁县', level: 'county', path: ['福建省', '宁德市', '寿宁县'] },
  { code: '350900', name: '宁德市', level: 'city', path: ['福建省', '宁德市'] },
  { code: '420000', name: '湖北省', level: 'province', path: ['湖北省'] },
  { code: '421100', name: '黄冈市', level: 'city', path: ['湖北省', '黄冈市'] },
  { code: '421123', name: '罗田县', level: 'county', path: ['湖北省', '黄冈市', '罗田县'] },
  { code: '421124', name: '英山县', level: 'county', path: ['湖北省', '黄冈市', '英山县'] },
  { code: '429004', name: '仙桃市', level: 'county', path: ['湖北省', '仙桃市'] },
];

/** Today's code of a former one. */
const successors: Record<string, string> = { '350426': '350425' };

const byCode = (code: string) => places.find((place) => place.code === (successors[code] ?? code));

export const gazetteer = { byCode };

/** A place of the hand-made gazetteer. */
export function place(code: string): Place {
  const found = byCode(code);
  if (!found) throw new Error(`No place ${code}`);
  return found;
}

export function practice(id: string, fields: Partial<Practice> = {}): Practice {
  return { id, name: id, english: id, group: 'organisation', aliases: [], signals: [id], related: [], ...fields };
}

export function block(id: string, text: string, fields: Partial<Block> = {}): Block {
  return { id, kind: 'paragraph', n: 1, text, practices: [], places: [], ...fields };
}

export function figure(id: string, fields: Partial<Figure> = {}): Figure {
  return {
    id,
    passage: id.replace(/-\d+$/, ''),
    quote: '党组织42个',
    subject: '党组织',
    value: 42,
    unit: '个',
    bound: 'exact',
    kind: 'count',
    status: 'done',
    practices: [],
    ...fields,
  };
}

/** A case whose practices are told by block and words: `{ joint: { p000001: ['联建'] } }`. */
export function entry(id: string, fields: Partial<Case> = {}, shown: Record<string, Record<string, string[]>> = {}): Case {
  const practices: CasePractice[] = Object.entries(shown).map(([practiceId, passages]) => ({
    id: practiceId,
    primary: Object.keys(passages).length > 1,
    passages: Object.entries(passages).map(([blockId, words]) => ({ block: blockId, words })),
  }));
  return {
    id,
    url: `cases/${id}.html`,
    file: `seeds/${id}.txt`,
    sha256: '0'.repeat(64),
    title: `${id}的题名`,
    source: { photographers: [] },
    rights: { publish: 'full' },
    review: { state: 'machine' },
    practices,
    methods: [],
    problems: [],
    figures: [],
    blocks: [],
    corrections: [],
    ...fields,
  };
}

export function library(cases: Case[], practices: Practice[] = []): Library {
  return {
    settings: settingsSchema.parse({}),
    groups: [
      { id: 'organisation', name: '组织建设' },
      { id: 'people', name: '队伍建设' },
    ],
    practices,
    cases,
    gazetteer,
  };
}

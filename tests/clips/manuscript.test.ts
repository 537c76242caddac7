import { describe, expect, it } from 'vitest';
import type { Clip } from '../../src/clips/model/clip.ts';
import { chineseNumber, manuscriptOf, shortSource } from '../../src/clips/model/manuscript.ts';
import { markdownOf } from '../../src/clips/model/markdown.ts';
import { oneClipText, plainText } from '../../src/clips/model/plain-text.ts';
import { place } from '../library/hand-made.ts';
import { added, clip, datian, folder, income, joint } from './sample.ts';

const yongan = datian({
  id: 'yongan',
  title: '永安市：夯基铸魂',
  place: place('350481'),
  notBefore: undefined,
  date: { value: '2022-03-18', precision: 'day', basis: 'stated' },
  source: { name: '三明日报', photographers: [] },
});
const clips: Clip[] = [
  clip({ block: 'p000001' }, { note: '可直接用' }),
  clip({ block: 'p000001', figure: 'p000001-1' }),
  clip({ block: 'p000002' }),
  clip({ block: 'p000001' }, {}, yongan),
  { kind: 'withdrawn', id: 'gone#p1a2b3c', note: '', added },
];

describe('manuscriptOf', () => {
  it('is a chapter a practice, each with 难题 - 做法 - 数据 - 出处 as far as it has them', () => {
    const { title, chapters } = manuscriptOf(folder(clips));
    expect(title).toBe('基层党建经验摘编');
    expect(
      chapters.map(({ heading, sections }) => [heading, ...sections.map((section) => `${section.heading}${section.items.length}`)]),
    ).toEqual([
      ['一、跨村联建', '（一）难题1', '（二）做法2', '（三）数据1', '（四）出处2'],
      ['二、村级集体经济', '（一）做法1', '（二）出处1'],
    ]);
  });

  it.each([
    ['short', '（大田县，不早于2021年）', '（大田县，不早于2021年）大田县：跨村联建促振兴.'],
    ['numbered', '[1]', '[1] 大田县：跨村联建促振兴.'],
  ] as const)('names sources the %s way, and lists each case once with the addresses of its passages', (sources, mark, line) => {
    const [chapter] = manuscriptOf(folder(clips, { sources })).chapters;
    const [problem, passage] = chapter?.sections.map(({ items }) => items[0]) ?? [];
    expect([problem?.lines, problem?.mark]).toEqual([['村级力量分散'], mark]);
    expect([passage?.lines, passage?.mark, passage?.note]).toEqual([[joint], mark, '可直接用']);
    const [source] = chapter?.sections.at(-1)?.items ?? [];
    expect(source?.lines).toEqual([line]);
    expect(source?.links).toEqual([{ label: '第1段', address: 'https://dj.example.gov.cn/anli/cases/datian.html#p000001' }]);
  });

  it('numbers a case alike in every chapter', () => {
    const { chapters } = manuscriptOf(folder(clips, { sources: 'numbered' }));
    const marks = chapters.flatMap(({ sections }) => sections.flatMap(({ items }) => items.map(({ mark }) => mark)));
    expect(marks.filter(Boolean)).toEqual(['[1]', '[1]', '[2]', '[1]', '[1]']);
  });

  it('has nothing of a clip that was taken down', () => {
    expect(manuscriptOf(folder(clips.slice(-1))).chapters).toEqual([]);
  });

  it('sets every line of a table as a paragraph', () => {
    const [chapter] = manuscriptOf(folder([clip({ block: 't000001' })])).chapters;
    expect([chapter?.heading, chapter?.sections[0]?.items[0]?.lines]).toEqual(['一、未归入做法', ['项目\t金额', '大棚\t30万元']]);
  });
});

it.each([
  [clip(), '（大田县，不早于2021年）'],
  [clip({ block: 'p000001' }, {}, yongan), '（永安市，2022年3月18日）'],
  [clip({ block: 'p000001' }, {}, datian({ notBefore: undefined })), '（大田县）'],
  [clip({ block: 'p000001' }, {}, datian({ place: undefined })), '（《大田县：跨村联建促振兴》，不早于2021年）'],
])('names a source shortly', (taken, words) => {
  expect(shortSource(taken)).toBe(words);
});

it.each([
  [1, '一'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [42, '四十二'],
  [99, '九十九'],
  [100, '100'],
])('%i is %s', (number, words) => {
  expect(chineseNumber(number)).toBe(words);
});

describe('the document as text', () => {
  it('reads from the top', () => {
    expect(plainText(manuscriptOf(folder(clips.slice(0, 2), { title: ' 联建经验 ' })))).toBe(
      `${[
        '联建经验',
        '一、跨村联建',
        '（一）难题',
        '村级力量分散（大田县，不早于2021年）',
        '（二）做法',
        `${joint}（大田县，不早于2021年）\n批注：可直接用`,
        '（三）数据',
        '联村党委：组建联村党委8个（大田县，不早于2021年）',
        '（四）出处',
        '（大田县，不早于2021年）大田县：跨村联建促振兴.\n第1段：https://dj.example.gov.cn/anli/cases/datian.html#p000001',
      ].join('\n\n')}\n`,
    );
  });

  it('is one clip with its citation and address', () => {
    expect(oneClipText(clip({ block: 'p000002' }))).toBe(
      `${income}（大田县，不早于2021年）\n大田县：跨村联建促振兴.\nhttps://dj.example.gov.cn/anli/cases/datian.html#p000002`,
    );
  });

  it('is Markdown in which words are only words', () => {
    const hostile = clip({ block: 'p000001' }, { words: '<img src=x onerror=alert(1)>\n# 标题 [点](javascript:alert(1))', note: '*重要*' });
    const markdown = markdownOf(manuscriptOf(folder([hostile])));
    expect(markdown).toContain(
      '### （二）做法\n\n> \\<img src=x onerror=alert(1)\\>\n>\n> \\# 标题 [点\\](javascript:alert(1))（大田县，不早于2021年）',
    );
    expect(markdown).toContain('批注：\\*重要\\*');
    expect(markdown).toContain('  - 第1段：<https://dj.example.gov.cn/anli/cases/datian.html#p000001>');
  });
});

import { describe, expect, it } from 'vitest';
import { practiceMarkdown, practiceTable } from '../../src/library/extract.ts';
import { block, entry, figure, library, place, practice } from './hand-made.ts';

const joint = practice('joint', { name: '跨村联建', aliases: ['联村党建'] });
const datian = entry(
  'datian',
  {
    title: '大田县：联建',
    place: place('350425'),
    date: { value: '2022-11-08', precision: 'day', basis: 'stated' },
    source: { name: '东南网', photographers: [] },
    blocks: [block('p000001', '针对力量分散的问题，推行“四联”跨村联建法，联村党组织42个，计划再建5个。', { n: 11 })],
    methods: [{ id: 'si-lian', name: '“四联”跨村联建法', passages: ['p000001'] }],
    problems: [{ text: '力量分散', practice: 'joint', passage: 'p000001' }],
    figures: [
      figure('p000001-1', { subject: '联村党组织', practices: ['joint'] }),
      figure('p000001-2', { subject: '联村党组织', quote: '计划再建5个', value: 5, status: 'planned', practices: ['joint'] }),
      figure('p000001-3', { subject: '别的事', practices: ['other'] }),
    ],
  },
  { joint: { p000001: ['跨村联建'] } },
);
const hostile = entry(
  'hostile',
  { title: '=cmd|calc', blocks: [block('p000002', '<script>alert(1)</script>[点](javascript:1)跨村联建', { n: 1 })] },
  { joint: { p000002: ['跨村联建'] } },
);

describe('practiceMarkdown', () => {
  it('gives the definition, then place by place each passage with what it says and where it stands', () => {
    expect(practiceMarkdown(library([datian], [joint]), joint, '跨村联建是把几个村联到一起的做法。')).toMatchInlineSnapshot(`
      "# 跨村联建

      跨村联建是把几个村联到一起的做法。

      - 来自党建案例库，组织建设
      - 又称联村党建
      - 1个地区，1段原文，1篇案例
      - 网页：practices/joint.html

      引文是原文；数据、难题、工作法除注明“已核”的以外由机器提取，引用前请对照原文。

      ## 大田县（福建省三明市）

      > 针对力量分散的问题，推行“四联”跨村联建法，联村党组织42个，计划再建5个。

      - 难题：力量分散
      - 工作法：“四联”跨村联建法
      - 数据：联村党组织：42个（完成）
      - 数据：联村党组织：5个（计划）
      - 位置：第11段；时间：2022年11月8日；核对：机器提取
      - 出处：大田县：联建[EB/OL]. 东南网（2022-11-08）.
      - 网页：cases/datian.html#p000001
      "
    `);
  });

  it('names pages by the site’s address where it is known', () => {
    const some = library([datian], [joint]);
    some.settings.address = 'https://dj.example.gov.cn/anli';
    expect(practiceMarkdown(some, joint, '')).toContain('- 网页：https://dj.example.gov.cn/anli/cases/datian.html#p000001\n');
  });

  it('says where the library has nothing', () => {
    expect(practiceMarkdown(library([], [joint]), joint, '定义。')).toContain('没有写到不等于没有做。');
  });

  it('takes no mark of a source for its own', () => {
    expect(practiceMarkdown(library([hostile], [joint]), joint, '')).toContain(
      '> \\<script\\>alert(1)\\</script\\>[点\\](javascript:1)跨村联建\n',
    );
  });
});

describe('practiceTable', () => {
  it('has a row for each passage under each place', () => {
    const [head, ...rows] = practiceTable(library([datian], [joint]), joint)
      .slice(1)
      .trimEnd()
      .split('\r\n');
    expect(head).toBe('"做法","地区代码","地区","案例","时间","段落","原文","判断词","难题","工作法","数据","核对","出处","网页"');
    expect(rows).toEqual([
      [
        ...['跨村联建', '350425', '福建省三明市大田县', '大田县：联建', '2022年11月8日', '第11段'],
        '针对力量分散的问题，推行“四联”跨村联建法，联村党组织42个，计划再建5个。',
        ...['跨村联建', '力量分散', '“四联”跨村联建法', '联村党组织：42个（完成）；联村党组织：5个（计划）', '机器提取'],
        ...['大田县：联建[EB/OL]. 东南网（2022-11-08）.', 'cases/datian.html#p000001'],
      ]
        .map((cell) => `"${cell}"`)
        .join(','),
    ]);
  });

  it('starts with the mark of UTF-8, ends lines with CRLF and has no cell that is a formula', () => {
    const table = practiceTable(library([hostile], [joint]), joint);
    expect(table.startsWith('\uFEFF"做法"')).toBe(true);
    expect(table.endsWith('\r\n')).toBe(true);
    expect(table).toContain(`,"'=cmd|calc",`);
  });
});

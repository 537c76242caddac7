import { describe, expect, it } from 'vitest';
import { leftReferences, readSpaces, withoutMarks } from '../../../src/article/text/entities.ts';
import { expectNothingLost, readKnowledge } from '../partition.ts';

describe('references to spaces', () => {
  it.each([
    ['大田县&nbsp;党建', ['&nbsp;']],
    ['&nbsp;&nbsp;近年来', ['&nbsp;&nbsp;']],
    ['近年来&amp;nbsp;大田县&NBSP;党建&nbsp', ['&amp;nbsp;', '&NBSP;', '&nbsp']],
    ['&#160;甲&#xA0;乙&emsp;丙&#12288;丁&ensp;', ['&#160;', '&#xA0;', '&emsp;', '&#12288;', '&ensp;']],
    ['党建&nbspx&amp;&ldquo;&thing;', []],
  ])('%s', (text, marks) => {
    const found = readSpaces(text);
    expect(found.marks.map((mark) => mark.text)).toEqual(marks);
    expect(found.text).toHaveLength(text.length);
    for (const mark of found.marks)
      expect(
        found.text
          .slice(...mark.span)
          .replaceAll('\u200b', '')
          .trim(),
      ).toBe('');
  });

  it('are in no span', () => {
    const { marks } = readSpaces('甲&nbsp;乙丙&nbsp;&nbsp;丁');
    expect(
      withoutMarks(
        [
          [0, 9],
          [9, 22],
        ],
        marks,
      ),
    ).toEqual([
      [
        [0, 1],
        [7, 9],
      ],
      [[21, 22]],
    ]);
  });
});

it.each<[string, [count: number, meanings: [string, string][]]]>([
  [
    '推行&ldquo;四联四促&rdquo;',
    [
      2,
      [
        ['&ldquo;', '“'],
        ['&rdquo;', '”'],
      ],
    ],
  ],
  [
    '1&#8212;5月，1&#x2014;5月，1&#8212;5月',
    [
      3,
      [
        ['&#8212;', '—'],
        ['&#x2014;', '—'],
      ],
    ],
  ],
  ['AT&T;&bogus;&#0;&#xd800;&#99999999;&#8203;', [0, []]],
])('references that are left in %s', (text, [count, meanings]) => {
  expect(leftReferences([text])).toEqual({ count, meanings: new Map(meanings) });
});

describe('an article copied from the source of a page', async () => {
  const knowledge = await readKnowledge();
  const lines = [
    '大田县：党建引领&nbsp;促振兴',
    '2022-05-03&nbsp;08:30&nbsp;&nbsp;来源：三明日报',
    '&emsp;&emsp;近年来，大田县推行&ldquo;四联四促&rdquo;，&nbsp;全县共有联村党组织42个。&nbsp;',
    '&nbsp;&nbsp;&nbsp;&nbsp;全县选派干部120名到村任职，培训党员1.2万人次。',
  ];
  const reading = expectNothingLost(Buffer.from(lines.join('\n')), knowledge);

  it('reads as it was shown', () => {
    expect(reading.case).toMatchObject({
      title: '大田县：党建引领 促振兴',
      date: { value: '2022-05-03', time: '08:30' },
      source: { name: '三明日报' },
    });
    expect(reading.case?.blocks.map(({ text }) => text)).toEqual([
      '近年来，大田县推行&ldquo;四联四促&rdquo;，全县共有联村党组织42个。',
      '全县选派干部120名到村任职，培训党员1.2万人次。',
    ]);
  });

  it('says what it read as a space, and what it left for a person', () => {
    expect(reading.removed.map(({ text, reason }) => [text, reason])).toContainEqual(['&emsp;&emsp;', '网页的空格记号']);
    expect(reading.flags.map(({ message }) => message)).toContain(
      '文中有 2 处网页源码里的记号没有变成字：&ldquo; 应是 “，&rdquo; 应是 ”。',
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../src/article/article.ts';
import { blockId } from '../../src/article/block-ids.ts';
import { correctBlocks, correctClaims, correctTags, nearest, staleChanges } from '../../src/article/correct.ts';
import { correctionSchema } from '../../src/article/correction.ts';
import { figure } from '../library/hand-made.ts';

const source = '坚持“多村捆绑、整乡推进”，探严格执行“三会一课”。';
const drafts: DraftBlock[] = [
  { id: 'h000001', kind: 'heading', level: 2, text: '注重培源提质', spans: [[0, 6]] },
  { id: 'p000002', n: 1, kind: 'paragraph', text: source, spans: [[10, 10 + source.length]] },
  { id: 'p000003', n: 2, kind: 'paragraph', text: '全县共有联村党组织42个。', spans: [[60, 73]] },
];
const decoded = ['注重培源提质'.padEnd(10), source.padEnd(50), '全县共有联村党组织42个。'].join('');
const correct = (correction: object) => correctBlocks(drafts, correctionSchema.parse(correction), decoded);

describe("an editor's changes to blocks", () => {
  it('replace words that stand there once, with a reason', () => {
    const { blocks, notes, errors } = correct({ text: [{ find: '，探严格', replace: '，严格', reason: '串入的一行' }] });
    expect(blocks[1]?.text).toBe('坚持“多村捆绑、整乡推进”，严格执行“三会一课”。');
    expect(notes).toEqual([{ block: 'p000002', reason: '串入的一行' }]);
    expect(errors).toEqual([]);
  });

  it('split a paragraph: the second part has its own anchor, the spans share the place', () => {
    const { blocks } = correct({ blocks: [{ block: 'p000002', splitBefore: '严格执行' }] });
    expect(blocks.map(({ n, text }) => [n, text])).toEqual([
      [undefined, '注重培源提质'],
      [1, '坚持“多村捆绑、整乡推进”，探'],
      [2, '严格执行“三会一课”。'],
      [3, '全县共有联村党组织42个。'],
    ]);
    expect(blocks.slice(1, 3).map(({ spans }) => spans)).toEqual([[[10, 25]], [[25, 10 + source.length]]]);
  });

  it('join a block with the next', () => {
    const { blocks } = correct({ blocks: [{ block: 'p000002', joinNext: true }] });
    expect(blocks[1]).toMatchObject({ text: `${source}全县共有联村党组织42个。`, spans: [drafts[1]?.spans[0], drafts[2]?.spans[0]] });
  });

  it('give a block another kind and level', () => {
    const { blocks } = correct({
      blocks: [
        { block: 'h000001', kind: 'caption' },
        { block: 'p000003', kind: 'heading', level: 3 },
      ],
    });
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([
      ['caption', undefined],
      ['paragraph', undefined],
      ['heading', 3],
    ]);
  });

  const picture: DraftBlock = {
    id: 'i000004',
    kind: 'image',
    text: '',
    src: 'cases/pictures/0123456789abcdef.png',
    width: 640,
    height: 480,
    spans: [],
  };
  const table: DraftBlock = { id: 't000005', kind: 'table', text: '乡镇 个数\n济阳乡 3个', rows: [['乡镇', '个数']], spans: [[80, 95]] };
  const [heading, first, second] = drafts as [DraftBlock, DraftBlock, DraftBlock];
  const among = (blocks: DraftBlock[], change: object) => correctBlocks(blocks, correctionSchema.parse({ blocks: [change] }), decoded);

  it('take a picture off the page', () => {
    const { blocks, removed } = among([first, picture, second], { block: 'i000004', remove: true, reason: '看得见村民的脸' });
    expect(blocks.map(({ id }) => id)).toEqual(['p000002', 'p000003']);
    expect(removed.map(({ reason }) => reason)).toEqual(['看得见村民的脸']);
  });

  it('say what a picture shows', () => {
    const { blocks, notes } = among([picture], { block: 'i000004', alt: '联村党委议事会' });
    expect(blocks).toEqual([{ ...picture, text: '联村党委议事会' }]);
    expect(notes).toEqual([{ block: 'i000004', reason: '编辑补写图片说明' }]);
  });

  it('join two halves around a picture', () => {
    const { blocks } = among([heading, first, picture, second], { block: 'p000002', joinNext: true });
    expect(blocks.map(({ text }) => text)).toEqual(['注重培源提质', `${source}全县共有联村党组织42个。`, '']);
  });

  it.each([
    ['split a picture', [picture], { block: 'i000004', splitBefore: '字' }, 'blocks[0].splitBefore”：图片'],
    ['make a picture a paragraph', [picture], { block: 'i000004', kind: 'paragraph' }, 'blocks[0].kind”：图片'],
    ['split a table', [table], { block: 't000005', splitBefore: '济阳乡' }, 'blocks[0].splitBefore”：表格'],
    ['join a paragraph with a table', [first, table], { block: 'p000002', joinNext: true }, 'blocks[0].joinNext”：表格'],
    ['describe a paragraph as a picture', [first], { block: 'p000002', alt: '说明' }, 'blocks[0].alt”：文字'],
  ])('cannot %s', (_, blocks, change, words) => {
    const result = among(blocks, change);
    expect(result.errors.map(({ message }) => message)).toEqual([`字段“${words}不能这样改。`]);
    expect(result.blocks).toEqual(correctBlocks(blocks, correctionSchema.parse({}), decoded).blocks);
  });

  it('split words that stand there twice: each part has an anchor of its own', () => {
    const text = '抓培训。抓培训。';
    const { blocks } = correctBlocks(
      [
        { id: blockId('paragraph', '抓培训。'), kind: 'paragraph', text: '抓培训。', spans: [[20, 24]] },
        { ...first, text, spans: [[0, 8]] },
      ],
      correctionSchema.parse({
        blocks: [
          { block: 'p000002', splitBefore: '训。抓' },
          { block: 'p000002', splitBefore: '培' },
        ],
      }),
      text,
    );
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length);
  });

  it('take a block off the page', () => {
    const { blocks, removed } = correct({ blocks: [{ block: 'p000003', remove: true, reason: '别处的一段' }] });
    expect(blocks).toHaveLength(2);
    expect(removed.map(({ block, reason }) => [block.id, reason])).toEqual([['p000003', '别处的一段']]);
  });

  it.each([
    ['an unknown block', { blocks: [{ block: 'p999999', remove: true }] }, '字段“blocks[0].block”：文中没有编号为“p999999”的段落。'],
    [
      'words that are not there',
      { text: [{ find: '没有的字', replace: '', reason: '误' }] },
      '字段“text[0].find”：要找的“没有的字”在文中出现了 0 次，应当恰好 1 次。',
    ],
    [
      'words that stand twice',
      {
        text: [
          { find: '一', replace: '', reason: '误', block: 'p000002' },
          { find: '村', replace: '', reason: '误' },
        ],
      },
      '字段“text[1].find”：要找的“村”在文中出现了 2 次，应当恰好 1 次。',
    ],
    [
      'a split at words of another block',
      { blocks: [{ block: 'p000003', splitBefore: '严格执行' }] },
      '字段“blocks[0].splitBefore”：指明的段落里没有“严格执行”这几个字。',
    ],
    [
      'a join behind the last block',
      { blocks: [{ block: 'p000003', joinNext: true }] },
      '字段“blocks[0].joinNext”：文中没有编号为“下一段”的段落。',
    ],
  ])('refuse %s', (_, correction, message) => expect(correct(correction).errors.map((error) => error.message)).toEqual([message]));
});

describe("an editor's changes to practices", () => {
  const tags = [{ block: 'p000002', practice: 'study', words: ['三会一课'], score: 1 }];
  const change = (practices: object) => correctTags(tags, drafts, correctionSchema.parse({ practices }), ['study', 'joint-building']);

  it('add and remove', () => {
    const { tags: changed, errors } = change({
      add: [{ block: 'p000003', practice: 'joint-building', words: ['联村党组织'] }],
      remove: [{ practice: 'study' }],
    });
    expect(changed).toEqual([{ block: 'p000003', practice: 'joint-building', words: ['联村党组织'], score: 1 }]);
    expect(errors).toEqual([]);
  });

  it('refuse a practice that is not there, and name the nearest', () => {
    expect(change({ add: [{ block: 'p000003', practice: 'studi' }] }).errors.map(({ message }) => message)).toEqual([
      '字段“practices.add[0].practice”：没有编号为“studi”的做法，是否指“study”。',
    ]);
  });

  it('refuse words that the block does not have', () => {
    expect(change({ add: [{ block: 'p000003', practice: 'study', words: ['三会一课'] }] }).errors).toHaveLength(1);
  });
});

describe("an editor's changes to figures", () => {
  const found = figure('p000003-1', { quote: '联村党组织42个', subject: '联村党组织' });
  const change = (figures: object) =>
    correctClaims({ figures: [found], methods: [], problems: [] }, drafts, correctionSchema.parse({ figures }), []);

  it('change a field', () =>
    expect(change({ change: [{ id: 'p000003-1', set: { period: '2021' } }] }).claims.figures).toEqual([{ ...found, period: '2021' }]));

  it('remove one', () => expect(change({ remove: ['p000003-1'] }).claims.figures).toEqual([]));

  it('remove one that is told by its words too', () => {
    const { claims, errors } = change({ remove: [{ id: 'p000003-1', quote: '党组织42个' }] });
    expect([claims.figures, errors]).toEqual([[], []]);
  });

  it.each([
    ['remove', { remove: [{ id: 'p000003-1', quote: '党建示范点18个' }] }, 'figures.remove[0].quote'],
    ['change', { change: [{ id: 'p000003-1', quote: '党建示范点18个', set: { period: '2021' } }] }, 'figures.change[0].quote'],
  ])('refuse to %s a figure whose number means another one by now', (_, figures, field) =>
    expect(change(figures).errors.map(({ message }) => message)).toEqual([
      `字段“${field}”：编号“p000003-1”现在是“联村党组织42个”，里面没有“党建示范点18个”，恐怕已指到另一条数据。`,
    ]),
  );

  it('refuse a changed quote that the passage does not have', () =>
    expect(change({ change: [{ id: 'p000003-1', set: { quote: '43个联村党组织' } }] }).errors.map(({ message }) => message)).toEqual([
      '字段“figures.change[0].set.quote”：指明的段落里没有“43个联村党组织”这几个字。',
    ]));

  it('refuse a quote that the passage does not have', () => {
    const { id: _, practices: _practices, ...added } = { ...found, quote: '43个联村党组织' };
    expect(change({ add: [added] }).errors.map(({ message }) => message)).toEqual([
      '字段“figures.add[0].quote”：指明的段落里没有“43个联村党组织”这几个字。',
    ]);
  });
});

it('an editor learns of corrections that no longer meet anything', () => {
  const tags = [{ block: 'p000002', practice: 'study', words: ['三会一课'], score: 1 }];
  const claims = { figures: [], methods: [], problems: [{ text: '村庄空心化', practice: null, passage: 'p000002' }] };
  const correction = correctionSchema.parse({
    practices: { remove: [{ practice: 'study' }, { practice: 'study', block: 'p000003' }] },
    figures: { remove: ['p000003-2'], change: [{ id: 'p000003-1', set: { period: '2021' } }] },
    methods: { remove: ['三色网格'] },
    problems: { remove: ['村庄空心化', '村庄空心'] },
  });
  expect(staleChanges(tags, claims, correction).map(({ message }) => /“(.+?)”要改的“(.+?)”/.exec(message)?.slice(1))).toEqual([
    ['practices.remove[1]', 'study'],
    ['figures.change[0].id', 'p000003-1'],
    ['figures.remove[0]', 'p000003-2'],
    ['methods.remove[0]', '三色网格'],
    ['problems.remove[1]', '村庄空心'],
  ]);
});

it.each([
  ['methods', { name: '三色网格工作法', passages: ['p000002'] }, 'methods.add[0].name', '三色网格工作法'],
  ['problems', { text: '没有写到的难题', passage: 'p000002' }, 'problems.add[0].text', '没有写到的难题'],
])('an addition to %s is in the words of its passage', (list, added, field, words) => {
  const correction = correctionSchema.parse({ [list]: { add: [added] } });
  expect(correctClaims({ figures: [], methods: [], problems: [] }, drafts, correction, []).errors.map(({ message }) => message)).toEqual([
    `字段“${field}”：指明的段落里没有“${words}”这几个字。`,
  ]);
});

it('a problem cannot be answered by a practice that is not there', () => {
  const correction = correctionSchema.parse({ problems: { add: [{ text: '多村捆绑', practice: 'studi', passage: 'p000002' }] } });
  expect(
    correctClaims({ figures: [], methods: [], problems: [] }, drafts, correction, ['study']).errors.map(({ message }) => message),
  ).toEqual(['字段“problems.add[0].practice”：没有编号为“studi”的做法，是否指“study”。']);
});

it.each([
  ['memebr-points', ['member-points', 'member-recruitment'], 'member-points'],
  ['xyz', ['member-points'], ''],
])('the nearest to %s', (value, known, found) => expect(nearest(value, known)).toBe(found));

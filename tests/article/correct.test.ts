import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../src/article/article.ts';
import { correctBlocks, correctClaims, correctTags, nearest } from '../../src/article/correct.ts';
import { correctionSchema } from '../../src/article/correction.ts';
import type { Figure } from '../../src/article/schema.ts';

const source = '坚持“多村捆绑、整乡推进”，探严格执行“三会一课”。';
const drafts: DraftBlock[] = [
  { id: 'h000001', kind: 'heading', level: 2, text: '注重培源提质', spans: [[0, 6]] },
  { id: 'p000002', n: 1, kind: 'paragraph', text: source, spans: [[10, 10 + source.length]] },
  { id: 'p000003', n: 2, kind: 'paragraph', text: '全县共有联村党组织42个。', spans: [[60, 73]] },
];
const correct = (correction: object) => correctBlocks(drafts, correctionSchema.parse(correction));

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
  const figure: Figure = {
    id: 'p000003-1',
    passage: 'p000003',
    quote: '联村党组织42个',
    subject: '联村党组织',
    value: 42,
    unit: '个',
    bound: 'exact',
    kind: 'count',
    status: 'done',
    practices: [],
  };
  const change = (figures: object) =>
    correctClaims({ figures: [figure], methods: [], problems: [] }, drafts, correctionSchema.parse({ figures }));

  it('change a field', () =>
    expect(change({ change: [{ id: 'p000003-1', set: { period: '2021' } }] }).claims.figures).toEqual([{ ...figure, period: '2021' }]));

  it('remove one', () => expect(change({ remove: ['p000003-1'] }).claims.figures).toEqual([]));

  it('refuse a quote that the passage does not have', () => {
    const { id: _, practices: _practices, ...added } = { ...figure, quote: '43个联村党组织' };
    expect(change({ add: [added] }).errors.map(({ message }) => message)).toEqual([
      '字段“figures.add[0].quote”：指明的段落里没有“43个联村党组织”这几个字。',
    ]);
  });
});

it.each([
  ['memebr-points', ['member-points', 'member-recruitment'], 'member-points'],
  ['xyz', ['member-points'], ''],
])('the nearest to %s', (value, known, found) => expect(nearest(value, known)).toBe(found));

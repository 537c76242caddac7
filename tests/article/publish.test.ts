import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingTerms, published, spellsTerm } from '../../src/article/publish.ts';
import { redaction } from '../../src/article/redaction.ts';
import { type Case, caseSchema } from '../../src/article/schema.ts';
import { block, entry, figure, gazetteer, place } from '../library/hand-made.ts';

const { byCode } = gazetteer;

const opening = '大田县近年来推行跨村联建。全县组建联村党委8个，带动32个村抱团发展。罗田县也来学习。';
const told = '村支书王小明创办“王小明工作室”，化解纠纷120起。他说，人心齐了。大家都说王 小明好。';
const phone = '咨询电话13800138000，王小明家收入由8000元增加到13万元。';
const long = `${'一'.repeat(40)}，实行网格管理，${'二'.repeat(55)}。`;

/** An article with a little of everything. */
const whole: Case = entry(
  'datian',
  {
    file: 'seeds/王小明的故事.txt',
    title: '王小明：带着乡亲干',
    place: place('350425'),
    date: { value: '2022-03-18', precision: 'day', basis: 'stated' },
    source: {
      byline: '2022-03-18 记者 王小明',
      name: '三明日报',
      url: 'https://example.cn/a/wangxiaoming.html',
      author: '王小明',
      photographers: ['王小明'],
    },
    rights: { publish: 'full', notice: '未经授权不得转载。' },
    methods: [{ id: 'wang-xiao-ming-gong-zuo-shi', name: '“王小明工作室”', consists: ['找王小明'], passages: ['p000002'] }],
    problems: [{ text: '王小明家的难处', practice: null, passage: 'p000003' }],
    figures: [
      figure('p000001-1', { quote: '组建联村党委8个', subject: '联村党委', value: 8, place: '350425' }),
      figure('p000002-1', { quote: '化解纠纷120起', subject: '纠纷', value: 120, unit: '起', scope: '王小明工作室' }),
      figure('p000003-1', {
        quote: '小明家收入由8000元增加到13万元',
        subject: '小明家收入',
        value: 8000,
        valueTo: 130000,
        unit: '元',
        kind: 'change',
      }),
    ],
    blocks: [
      block('p000001', opening, { practices: ['joint'], places: ['350425', '421123'] }),
      block('p000002', told, { n: 2, practices: ['grid'] }),
      block('p000003', phone, { n: 3 }),
      block('p000004', long, { n: 4, practices: ['grid'] }),
      block('t000005', '项目\t户数\n脱贫户\t12户\n搬迁户\t30户', {
        kind: 'table',
        n: undefined,
        rows: [
          ['项目', '户数'],
          ['脱贫户', '12户'],
          ['搬迁户', '30户'],
        ],
      }),
    ],
    corrections: [{ block: 'p000002', reason: '王小明的名字排错了' }],
  },
  { joint: { p000001: ['跨村联建'], p000004: ['网格管理'] }, grid: { p000002: ['小明工作室'], p000004: ['网格管理'] } },
);
const withRights = (publish: Case['rights']['publish']): Case => ({ ...whole, rights: { publish } });
const everything = (value: Case) => JSON.stringify(value);

describe('redaction', () => {
  const hidden = published(whole, ['王小明'], byCode);

  it('leaves no trace of a name: neither in texts nor in ids, file names and addresses', () => {
    expect(everything(hidden)).not.toMatch(/王\s*小\s*明|小明|wang-?xiao-?ming/);
    expect(hidden).toMatchObject({
      file: 'seeds/某的故事.txt',
      title: '某：带着乡亲干',
      source: { byline: '2022-03-18 记者 某', name: '三明日报', author: '某', photographers: ['某'] },
      methods: [{ id: 'mou-gong-zuo-shi', name: '“某工作室”', consists: ['找某'] }],
      problems: [{ text: '某家的难处' }],
      corrections: [{ reason: '某的名字排错了' }],
    });
    expect(hidden.source.url).toBeUndefined();
  });

  it('hides a name that reaches over the end of a quotation, and keeps the quotation in its passage', () => {
    expect(hidden.practices[1]?.passages[0]).toEqual({ block: 'p000002', words: ['某工作室'] });
    expect(hidden.figures[2]).toMatchObject({ quote: '某家收入由8000元增加到13万元', subject: '某家收入', value: 8000 });
    for (const { passage, quote } of hidden.figures) expect(hidden.blocks.find(({ id }) => id === passage)?.text).toContain(quote);
  });

  it('stays a case of the contract', () => {
    for (const terms of [['王小明'], ['13800138000'], ['8000元'], ['2022'], ['大田县'], ['a', 'p', '1']]) {
      expect(caseSchema.safeParse({ ...published(whole, terms, byCode), id: 'a' }).error).toBeUndefined();
    }
  });

  it.each([
    ['a number', '8个', (found: Case) => found.figures.map(({ value }) => value), [120, 8000]],
    ['a date', '2022年3月18日', (found: Case) => found.date, undefined],
    ['a year', '2022', (found: Case) => found.date, undefined],
    [
      'a place of the article',
      '大田县',
      (found: Case) => [found.place, found.figures[0]?.place, found.blocks[0]?.places],
      [undefined, undefined, ['421123']],
    ],
    ['a place of a passage', '罗田', (found: Case) => found.blocks[0]?.places, ['350425']],
  ])('of %s takes away what is derived from it', (_, term, derived, expected) => {
    expect(derived(published(whole, [term], byCode))).toEqual(expected);
  });

  it('makes one method of two whose names differed in the hidden name only', () => {
    const passages = ['p000002'];
    const methods = [
      { id: 'zhang-san-gong-zuo-fa', name: '张三工作法', passages },
      { id: 'li-si-gong-zuo-fa', name: '李四工作法', passages: ['p000003'] },
    ];
    expect(published({ ...whole, methods }, ['张三', '李四'], byCode).methods).toEqual([
      { id: 'mou-gong-zuo-fa', name: '某工作法', passages: ['p000002', 'p000003'] },
    ]);
  });

  it.each([
    ['white space inside', '张　三说', ['张三'], '某说'],
    ['a zero-width character inside', '张\u200b三说', ['张三'], '某说'],
    ['full-width digits', '电话１３８００', ['13800'], '电话某'],
    ['letters in either case', 'Tom说', ['TOM'], '某说'],
    ['another dot in a name', '阿不都•热合曼', ['阿不都·热合曼'], '某'],
    ['a term within another', '张三丰和张三', ['张三', '张三丰'], '某和某'],
    ['terms that overlap', '张三丰收', ['张三丰', '三丰收'], '某'],
    ['signs of patterns', '价格(a|b)*', ['(a|b)*'], '价格某'],
    ['brackets and backslashes', 'x[^]\\-y', ['[^]\\-'], 'x某y'],
  ])('finds a term with %s', (_, text, terms, expected) => {
    expect(redaction(terms).hide(text)).toBe(expected);
  });

  it.each([
    ['zhangsan-gushi', ['张三'], 'mou-gushi'],
    ['zhang-san', ['张三'], 'mou'],
    ['Zhang_San 2021', ['张三'], 'mou 2021'],
    ['zhangsanfeng', ['张三'], 'zhangsanfeng'],
    ['shanxiong', ['单雄'], 'mou'],
    ['li', ['李'], 'li'],
  ])('looks for pinyin in a name: %s', (name, terms, expected) => {
    expect(redaction(terms).hideInName(name)).toBe(expected);
  });

  it('tells of terms that nothing holds, and of an id that spells one', () => {
    expect(missingTerms(whole, ['王小明', '王晓明', '未经授权', 'wangxiaoming'])).toEqual(['王晓明']);
    expect(spellsTerm('wang-xiao-ming', ['王小明'])).toBe(true);
    expect(spellsTerm('datian-2022', ['王小明'])).toBe(false);
  });

  it('never leaves a term in a text, whatever both are', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'张三李 　１1aA。·[\\-'), maxLength: 12 });
    fc.assert(
      fc.property(
        letters,
        fc.array(
          letters.filter((term) => /[^\s]/u.test(term)),
          { minLength: 1, maxLength: 3 },
        ),
        (text, terms) => {
          const found = redaction(terms);
          expect(
            found
              .spansIn(text)
              .map(([start, end]) => text.slice(start, end))
              .filter((words) => words === ''),
          ).toEqual([]);
          expect(found.missingFrom([found.hide(text)])).toEqual(terms);
        },
      ),
    );
  });
});

describe('an excerpt', () => {
  const cut = published(withRights('excerpt'), [], byCode);

  it('keeps the sentences of figures and short quotations for practices, and marks what is left out', () => {
    expect(cut.blocks.map(({ id, text }) => [id, text])).toEqual([
      ['p000001', '大田县近年来推行跨村联建。全县组建联村党委8个，带动32个村抱团发展。……'],
      ['p000002', '村支书王小明创办“王小明工作室”，化解纠纷120起。……'],
      ['p000003', phone],
    ]);
  });

  it('says nothing that its sentences do not say', () => {
    expect(everything(cut)).not.toMatch(/人心齐了|罗田县|421123|搬迁户|找王小明|排错/);
    expect(cut.blocks[0]?.places).toEqual(['350425']);
    expect(cut.methods).toEqual([{ id: 'wang-xiao-ming-gong-zuo-shi', name: '“王小明工作室”', passages: ['p000002'] }]);
    expect(cut.practices.map(({ id, passages }) => [id, passages.map(({ block: at }) => at)])).toEqual([
      ['joint', ['p000001']],
      ['grid', ['p000002']],
    ]);
    expect(cut.blocks.map(({ practices }) => practices)).toEqual([['joint'], ['grid'], []]);
  });

  it('quotes the clause where the sentence is long, at most three times', () => {
    const names = ['a', 'b', 'c', 'd'];
    const blocks = names.map((name, i) => block(`p00000${i}`, long.replace('网格管理', `${name}管理`), { n: i + 1 }));
    const shown = Object.fromEntries(names.map((name, i) => [name, { [`p00000${i}`]: [`${name}管理`], p000009: [] }]));
    const found = published(entry('x', { rights: { publish: 'excerpt' }, blocks }, shown), [], byCode);
    expect(found.blocks.map(({ text }) => text)).toEqual(['……实行a管理，……', '……实行b管理，……', '……实行c管理，……']);
  });

  it('quotes a short clause with what follows it', () => {
    const blocks = [block('p000001', `在机关，深化结对，${'三'.repeat(50)}，${'四'.repeat(30)}。`)];
    const found = published(entry('x', { rights: { publish: 'excerpt' }, blocks }, { a: { p000001: ['机关'], p000009: [] } }), [], byCode);
    expect(found.blocks.map(({ text }) => text)).toEqual([`在机关，深化结对，${'三'.repeat(50)}，……`]);
  });

  it('repeats nothing where quotations overlap', () => {
    const text = `先抓学习，再抓培训，${'三'.repeat(40)}，${'四'.repeat(30)}。`;
    const blocks = [block('p000001', text)];
    const shown = { b: { p000001: ['培训'], p000009: [] }, a: { p000001: ['学习'], p000009: [] } };
    const found = published(entry('x', { rights: { publish: 'excerpt' }, blocks }, shown), [], byCode);
    expect(found.blocks.map((each) => each.text)).toEqual([`先抓学习，再抓培训，${'三'.repeat(40)}，……`]);
  });

  it('publishes of a table the rows with figures', () => {
    const figures = [figure('t000005-1', { quote: '12户', subject: '脱贫户', value: 12, unit: '户' })];
    const found = published({ ...withRights('excerpt'), figures, practices: [] }, [], byCode);
    expect(found.blocks).toEqual([{ id: 't000005', kind: 'list', text: '脱贫户\t12户', practices: [], places: [] }]);
  });

  it('holds every figure, method and problem in its passage, with redaction too', () => {
    for (const found of [cut, published(withRights('excerpt'), ['王小明', '120起'], byCode)]) {
      const claims = [
        ...found.figures.map(({ passage, quote }) => [passage, quote]),
        ...found.methods.flatMap(({ passages, name }) => passages.map((id) => [id, name])),
        ...found.problems.map(({ passage, text }) => [passage, text]),
        ...found.practices.flatMap(({ passages }) => passages.flatMap(({ block: id, words }) => words.map((word) => [id, word]))),
      ];
      expect(claims.length).toBeGreaterThan(3);
      expect(claims.filter(([id, words]) => !found.blocks.some((each) => each.id === id && each.text.includes(words ?? '')))).toEqual([]);
    }
  });
});

describe('a link', () => {
  it('is the entry and the address alone', () => {
    const { title, source, place: where, ...rest } = published(withRights('link'), [], byCode);
    expect([title, source.url, where?.name]).toEqual([whole.title, whole.source.url, '大田县']);
    expect(rest).toMatchObject({ practices: [], methods: [], problems: [], figures: [], blocks: [], corrections: [] });
  });
});

describe('what is published', () => {
  it('has no character that shows nothing and turns or hides others', () => {
    const text = '大田\u0000县\u202e推行\u2066跨村\u001b[31m联建\n第二行\t完';
    const found = published({ ...whole, title: text, blocks: [block('p000001', text)] }, [], byCode);
    expect([found.title, found.blocks[0]?.text]).toEqual(Array(2).fill('大田县推行跨村[31m联建\n第二行\t完'));
  });

  it('is the case as read where nothing forbids it', () => {
    expect(published(whole, [], byCode)).toEqual(whole);
  });
});

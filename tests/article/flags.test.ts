import { describe, expect, it } from 'vitest';
import { correctionSchema } from '../../src/article/correction.ts';
import { findFlags, type Looked } from '../../src/article/flags.ts';
import type { Place } from '../../src/article/schema.ts';

const county: Place = { code: '350425', name: '大田县', level: 'county', path: ['福建省', '三明市', '大田县'] };
const other: Place = { code: '350481', name: '永安市', level: 'county', path: ['福建省', '三明市', '永安市'] };
const paragraph = (text: string, id = 'p000001') => ({
  id,
  kind: 'paragraph' as const,
  n: 1,
  text,
  spans: [[0, text.length] as [number, number]],
});

/** An article in which nothing is to be looked at. */
const clean: Looked = {
  title: { found: '大田县：擎旗奋进千帆劲', shown: '大田县：擎旗奋进千帆劲' },
  byline: { date: '2022-11-08', name: '三明日报', photographers: [] },
  blocks: [paragraph('近年来，大田县坚持党建引领。')],
  doubts: [],
  place: county,
  placeDoubts: [],
  garbled: 0,
  pictures: 0,
  picturesLeftOut: [],
  linkless: false,
  watchwords: [{ word: '扶贫办', reason: '机构已改名', suggestion: '乡村振兴局' }],
};
const messages = (looked: Partial<Looked>, correction: object = {}) =>
  findFlags({ ...clean, ...looked }, correctionSchema.parse(correction)).map(({ message }) => message);
const ofText = (...texts: string[]) => messages({ blocks: texts.map((text, i) => paragraph(text, `p00000${i}`)) });

it('finds nothing where nothing is', () => expect(messages({})).toEqual([]));

describe('what an editor should look at', () => {
  it.each<[string, Partial<Looked>, string]>([
    ['no title', { title: { found: '', shown: '近年来' } }, '没有找到标题，暂用“近年来”。'],
    ["a column's name", { title: { found: '党建动态', shown: '党建动态' } }, '标题“党建动态”像是栏目名，不像文章标题。'],
    [
      'the opening of the body',
      { title: { found: '近年来，大田县坚持', shown: '' } },
      '标题“近年来，大田县坚持”就是正文开头的几个字，可能不是标题。',
    ],
    ['no date', { byline: { name: '三明日报', photographers: [] } }, '没有找到发表日期。'],
    ['no source', { byline: { date: '2022-11-08', photographers: [] } }, '没有找到来源（发表的报刊或网站）。'],
    ['no place', { place: undefined }, '看不出这篇文章讲的是哪个地区。'],
    ['words about rights', { notice: '未经授权，禁止转载。' }, '原文有版权声明：“未经授权，禁止转载。”。'],
    [
      'pictures that are not taken over, with their reasons',
      { picturesLeftOut: ['elsewhere', 'tooSmall', 'elsewhere'] },
      '有 3 张图片没有收入：2 张只有地址，图片不在文件里；1 张太小，多半是图标。',
    ],
    [
      'references of a page that were copied with the text',
      { blocks: [paragraph('推行&ldquo;四联四促&rdquo;，种植&AT;T。')] },
      '文中有 2 处网页源码里的记号没有变成字：&ldquo; 应是 “，&rdquo; 应是 ”。',
    ],
    ["a word of the office's own list", { blocks: [paragraph('县扶贫办牵头落实。')] }, '有词语“扶贫办”：机构已改名，建议写“乡村振兴局”。'],
    ['lost characters', { garbled: 3 }, '有 3 个字认不出来，显示为“�”，可能是编码不对或文件不完整。'],
    [
      'a title about another place',
      { placeDoubts: [{ kind: 'title and body differ', title: county, body: other }] },
      '标题说的是福建省三明市大田县，正文主要说的是福建省三明市永安市。',
    ],
    [
      'a join that may be wrong',
      { doubts: [{ at: 3, before: '多村捆绑、整乡推进”，探', after: '严格执行“三会一课”', joined: true, certain: false }] },
      '“……多村捆绑、整乡推进”，探”与“严格执行“三会一课”……”原是断开的两段，已按断页接成一段。',
    ],
    [
      'an open end',
      { doubts: [{ at: 3, before: '把党的温暖送到居民身边', after: '疫情防控期间', joined: false, certain: false }] },
      '有一段以“……把党的温暖送到居民身边”结尾，没有句号，可能缺了下文。',
    ],
  ])('%s', (_, looked, message) => expect(messages(looked)).toEqual([message]));

  it('pictures of an article with words to hide', () => {
    expect(messages({ pictures: 2 })).toEqual([]);
    expect(messages({ pictures: 2 }, { redact: ['王小明'] })).toEqual([
      '这一篇写了 redact，但文中 2 张图片里的字和人，程序看不见，会照样发布。',
    ]);
  });

  it('words that stand twice, once in the wrong place', () => {
    const stray = '坚持“多村捆绑、整乡推进”，探严格执行“三会一课”。';
    const right = '坚持“多村捆绑、整乡推进”，探索“村党支部领办合作社”做法。';
    const found = messages({
      blocks: [paragraph(stray), paragraph(right, 'p000002')],
      doubts: [{ at: 3, before: '多村捆绑、整乡推进”，探', after: '严格执行“三会一课”', joined: true, certain: false }],
    });
    expect(found).toContain('“多村捆绑、整乡推进”，探”在文中出现两次，其中一处接得不通，可能是别处串进来的一行。');
  });

  it.each([
    ['全面进步促过硬“百花绽放成““风景”', '引号不成对：“面进步促过硬“百花绽放成““风景””。'],
    ['形成共识——“抓党建是最大政绩。', '引号不成对：““抓党建是最大政绩。”。'],
    ['何世平、何喜林、何思泉……过来把今天工资领了。', '“何世平、何喜林、何思泉……过来把今天工资领”把个人姓名与贫困、疾病或收入写在一起。'],
    ['村党支部帮助贫困户张建国的孩子上学。', '“贫困户张建国”把个人姓名与贫困、疾病或收入写在一起。'],
    ['村民李桂花身患尿毒症，党员轮流照料。', '“村民李桂花身患尿毒症”把个人姓名与贫困、疾病或收入写在一起。'],
    ['黨組織帶領群眾發展農業產業，實現鄉村振興。', '文中有 15 个繁体字，如“黨、組、織、帶、領”。'],
  ])('%s', (text, message) => expect(ofText(text)).toEqual([message]));

  it('two numbers for one thing', () => {
    expect(ofText('全省共选派第五批驻村第一书记2997名。', '面对疫情，全省2900多名驻村第一书记及时返岗。')).toEqual([
      '同一事物有两个数字：“驻村第一书记2997名”和“2900多名驻村第一书记”。',
    ]);
  });

  it.each([
    ['贫困户均实现稳定脱贫，建档立卡户全部达标。'],
    ['对接贫困户12户18人，每户年增收9000多元。'],
    ['全县有联村党组织42个，另有270多个农村党组织。'],
    ['驻村第一书记2997名，2000多名驻村第一书记受表彰。'],
    ['网格员王明帮村民代领工资卡。'],
    ['他们把“村干部素质提升计划”落到实处。'],
  ])('nothing in: %s', (text) => expect(ofText(text)).toEqual([]));
});

describe('what the editor has said', () => {
  it.each<[string, Partial<Looked>, object]>([
    ['the title', { title: { found: '', shown: '近年来' } }, { title: '大田县：擎旗奋进千帆劲' }],
    ['the date', { byline: { name: '三明日报', photographers: [] } }, { date: '2022' }],
    ['the source', { byline: { date: '2022-11-08', photographers: [] } }, { source: { name: '三明日报' } }],
    ['the place', { place: undefined }, { place: '350425' }],
  ])('%s', (_, looked, correction) => expect(messages(looked, correction)).toEqual([]));
});

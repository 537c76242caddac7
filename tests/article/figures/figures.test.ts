import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../../src/article/article.ts';
import { findFigures } from '../../../src/article/figures/figures.ts';
import { figureSchema } from '../../../src/article/schema.ts';
import { paragraph, readFigures } from './figures-shown.ts';

const bare = { mentions: new Map(), tags: [] };
const read = (text: string): string[] => readFigures(text, '大田县', '2022');

describe('what is a figure', () => {
  it.each<[rule: string, text: string, figures: string[]]>([
    ['number before its name', '全县共有42个联村党组织。', ['联村党组织 42个 count']],
    ['number behind its name', '全县共有联村党组织42个。', ['联村党组织 42个 count']],
    ['two things in one article stay two', '组建联合社27个、联村党组织42个。', ['联合社 27个 count', '联村党组织 42个 count']],
    ['a run of numbers shares its name', '举办培训班29期2234人。', ['培训班 29期 count', '培训班 2234人 count']],
    ['one share for several names', '村“两委”换届实现选举成功率、“一肩挑”率2个100%。', ['选举成功率 100% share', '“一肩挑”率 100% share']],
    ['shares in a row', '参与率、满意率分别为100%、98.47%。', ['参与率 100% share', '满意率 98.47% share']],
    ['a Han numeral with a plain noun', '新建两个党群服务中心。', ['党群服务中心 2个 count']],
    ['two thousand', '惠及群众两千多人。', ['群众 ≈2000人 count']],
    ['a third', '全县三分之一的村成立了合作社。', [`村成立了合作社 ${100 / 3}% share`]],
    ['a threshold names things', '消除集体收入10万元以下的薄弱村25个。', ['集体收入10万元以下的薄弱村 25个 count']],
    ['a threshold alone counts nothing', '全面消除集体收入低于10万元的村。', []],
    ['an age that tells who is meant', '党员320名，其中35岁以下128名。', ['党员 320名 count', '35岁以下党员 128名 count']],
    ['a name in quotation marks counts nothing', '开展“五个基本”建设，实施“1+5”联户、“3536”体系。', []],
    ['speech in quotation marks does', '“去年，我家分红3000元。”他说。', ['分红 3000元 amount [2021]']],
    ['the number of a plural per cent', '党员参与率达95%以上。', ['党员参与率 >95% share']],
    ['a standard for dividing is none', '按照80至120户或300人左右为一个单元，新增1775个网格。', ['网格 1775个 count']],
    ['a rank', '综合满意度位列全省第三。', ['综合满意度 3位 rank']],
    ['money without its 元', '完成投资1.2亿，改造小区20个。', ['投资 120000000元 amount', '小区 20个 count']],
  ])('%s: %s', (_, text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('bounds', () => {
  it.each([
    ['建立300余名人才信息库。', '人才 ≈300名 count'],
    ['争取资金超过5400万元。', '争取资金 >54000000元 amount'],
    ['选派近2万名干部驻村。', '干部 ≈20000名 count'],
    ['每村补助不少于60万元。', '补助 ≥600000元 amount /村'],
    ['村集体收入不足3万元。', '村集体收入 <30000元 amount'],
    ['每名网格员管理不超过300户居民。', '居民 ≤300户 count /网格员'],
    ['培训党员100人以上。', '党员 >100人 count'],
    ['培育2—3个示范点。', '示范点 2~3个 count'],
    ['每季度至少召开1次党员大会。', '党员大会 ≥1次 count /季度'],
  ])('%s', (text, figure) => {
    expect(read(text)).toEqual([figure]);
  });
});

describe('kind, per and period', () => {
  it.each<[string, string[]]>([
    ['2021年，全县有党员1200名，同比增长5%。', ['党员 1200名 count [2021]', '党员 5% growth [2021]']],
    ['村集体收入由2018年的8000元增加到2021年的13万元。', ['村集体收入 8000~130000元 change [2018/2021]']],
    ['2019年至2021年，发展党员86名。', ['发展党员 86名 count [2019/2021]']],
    ['2020年以来，举办培训班29期。', ['培训班 29期 count [2020/..]']],
    ['2021年完成换届。近年来，共举办培训班29期。', ['培训班 29期 count']],
    ['高质量完成2021年换届工作，辖区266个村全部到位。', ['村 266个 count']],
    ['去年，全县村集体收入达1.2亿元。', ['村集体收入 120000000元 amount [2021]']],
    ['学历比例提高23.1个百分点。', ['学历比例 23.1个百分点 change']],
    ['带动贫困户12户，每户年增收9000多元。', ['贫困户 12户 count', '贫困户增收 ≈9000元 amount /户·年']],
    ['每亩补贴200元。', ['补贴 200元 amount /亩']],
    ['土地租金800元/亩。', ['土地租金 800元 amount /亩']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('whether it is done', () => {
  it.each<[string, string[]]>([
    ['计划统筹整合4000万元奖补资金。', ['奖补资金 40000000元 amount !planned']],
    ['实施村级集体经济整体发展计划，组建联合社27个。', ['联合社 27个 count']],
    ['力争完成对19个软弱涣散党组织的整顿。', ['软弱涣散党组织 19个 count !planned']],
    ['到2025年，全县将建成示范村100个。', ['示范村 100个 count [2025] !planned']],
    ['截至2021年底，全县建成示范村60个。', ['示范村 60个 count [2021]']],
    ['拟建驿站30个，目前已建成12个。', ['驿站 30个 count !planned', '驿站 12个 count']],
    ['将8个社区划分115个网格。', ['社区 8个 count', '网格 115个 count']],
    ['共查出19大类21532条党建问题。', ['党建问题 19大类 count !problem', '党建问题 21532条 count !problem']],
    ['发现并整改186个问题。', ['问题 186个 count']],
  ])('%s', (text, figures) => {
    expect(read(text)).toEqual(figures);
  });
});

describe('whose it is', () => {
  it.each<[caseName: string, text: string, figures: string[]]>([
    ['福建省', '安溪县西坪镇龙地村集体收入达13万元。', ['集体收入 130000元 amount #龙地村 @安溪县']],
    [
      '福建省',
      '全省选派干部2997名。安溪县组建党组织14个。我省培训党员300名。',
      ['干部 2997名 count', '党组织 14个 count @安溪县', '党员 300名 count'],
    ],
    ['黄冈市', '黄梅县借势借力，508个村发挥作用。', ['村 508个 count @黄梅县']],
    ['黄冈市', '浠水县委开展创建活动，撬动全县649个党支部。', ['党支部 649个 count @浠水县']],
    ['大田县', '全市共有基层党组织5000个。', ['基层党组织 5000个 count @-']],
    ['将乐县', '在上海、深圳等地组建15个驻外党支部。', ['驻外党支部 15个 count']],
    ['黄冈市', '罗田县大崎镇成立合作社。该村集体增收2万余元。', ['集体增收 ≈20000元 amount #大崎镇 @罗田县']],
    ['大田县', '全村贫困村、示范村共有党员30名。', ['党员 30名 count']],
  ])('%s: %s', (caseName, text, figures) => {
    expect(readFigures(text, caseName)).toEqual(figures);
  });

  it('says nothing of the place of a case without one', () => {
    const [figure] = findFigures([paragraph('共有党员30名。')], bare);
    expect(figure?.place).toBeUndefined();
  });
});

describe('blocks', () => {
  const block = (kind: DraftBlock['kind'], id: string): DraftBlock => ({ ...paragraph('组建联村党组织42个。', id), kind });

  it('reads paragraphs, lists and tables, not headings and captions', () => {
    const kinds: DraftBlock['kind'][] = ['heading', 'paragraph', 'caption', 'list', 'image', 'table'];
    const found = findFigures(
      kinds.map((kind, i) => block(kind, `p00000${i}`)),
      bare,
    );
    expect(found.map(({ passage }) => passage)).toEqual(['p000001', 'p000003', 'p000005']);
  });

  it('numbers the figures of a block and carries its practices', () => {
    const tags = [
      { block: 'p000001', practice: 'cross-village-joint-building', words: [], score: 1 },
      { block: 'p000002', practice: 'grid', words: [], score: 1 },
    ];
    const found = findFigures([paragraph('组建联合社27个、联村党组织42个。', 'p000001')], { ...bare, tags });
    expect(found.map(({ id, practices }) => [id, practices])).toEqual([
      ['p000001-1', ['cross-village-joint-building']],
      ['p000001-2', ['cross-village-joint-building']],
    ]);
  });

  it('takes name and unit of a cell from its row and its head', () => {
    const rows = [
      ['乡镇', '联村党组织（个）', '争取资金（万元）'],
      ['济阳乡', '4', '380.5'],
      ['均溪镇', '6个', '—'],
    ];
    const table: DraftBlock = { ...paragraph(rows.flat().join(' '), 't000001'), kind: 'table', rows };
    expect(findFigures([table], bare).map(({ subject, value, unit, kind }) => [subject, value, unit, kind])).toEqual([
      ['济阳乡联村党组织', 4, '个', 'count'],
      ['济阳乡争取资金', 3805000, '元', 'amount'],
      ['均溪镇联村党组织', 6, '个', 'count'],
    ]);
  });
});

describe('quotes', () => {
  it.each([
    ['截至目前，全县共有联村党组织42个，累计争取各类资金超过5400万元。', ['全县共有联村党组织42个', '累计争取各类资金超过5400万元']],
    ['成功回引了林佳山等68名优秀人才返村任职。', ['成功回引了林佳山等68名优秀人才返村任职']],
    ['50万元以上的村达56个，同比增长135%。', ['50万元以上的村达56个', '50万元以上的村达56个，同比增长135%']],
    ['成立党支部10个、服务专班84个。', ['成立党支部10个', '服务专班84个']],
    ['全县及时发放补贴300万元。', ['全县及时发放补贴300万元']],
  ])('%s', (text, quotes) => {
    expect(findFigures([paragraph(text)], bare).map(({ quote }) => quote)).toEqual(quotes);
  });
});

/** Text as articles have it: their words, marks and numbers in any order. */
const fragments = fc.constantFrom(
  ...'全县 累计 成立 党支部 联村党组织 资金 村集体收入 42个 5400万元 300余名 3个100% 两千多 三分之一 由8000元 增加到 13万元 2—3个 2021年 超过 以上 的 ，  。 、 “ ” （ ） 《 》 ； 第 每户 同比增长 30.81% 分别为 和 计划 1+5 １２户 𠮷 占 其中'.split(
    ' ',
  ),
);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fragments, { maxLength: 30 }).map((parts) => parts.join('')),
);

describe('on any text', () => {
  it('gives figures that fit the contract, each on words of its block', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const found = findFigures([paragraph(text, 'p000001')], bare);
        for (const figure of found) {
          expect(figureSchema.safeParse(figure).error).toBeUndefined();
          expect(text).toContain(figure.quote);
          expect(figure.quote.length).toBeLessThanOrEqual(60);
        }
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        expect(findFigures([paragraph(text, 'p000001')], bare)).toEqual(found);
      }),
      { numRuns: 400 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { Line } from '../../../src/article/text/lines.ts';
import {
  isLeaning,
  isSeamless,
  isTerminal,
  isWordAcross,
  joinCutParagraphs,
  type MarkedLine,
} from '../../../src/article/text/paragraphs.ts';

const marked = (kind: MarkedLine['kind'], text: string, at = 0): MarkedLine => ({
  kind,
  lines: [{ text, spans: [[at, at + text.length]], gap: 1, indented: false } satisfies Line],
});
const textsOf = (blocks: readonly MarkedLine[]) => blocks.map(({ lines }) => lines.map(({ text }) => text).join(''));

describe('the end of a paragraph', () => {
  it.each([
    ['筑起“红色堡垒”。', true],
    ['我们坚持工资日结！”', true],
    ['农户增收约117万元；', true],
    ['还存在一些差距：', true],
    ['抓班子，村两委强起来——', true],
    ['全县共有联村党组织42', false],
    ['职业体系，', false],
    ['切实打通服务群众“最后一公里”', false],
  ])('%s: %s', (text, is) => expect(isTerminal(text)).toBe(is));
});

describe('a seam', () => {
  it.each([
    ['针对这一问题，大田县科', '学实施村级集体经济整体发展计划', true],
    ['全县共有联村党组织42', '个，覆盖108个村', true],
    ['建立岗位与等级相结合的职业体系，', '规范建设社区工作者队伍', true],
    ['开展“党旗飘在一线、堡垒筑在', '一线”行动', true],
    ['完成本职工作', '近年来，全县上下', false],
  ])('%s | %s: %s', (before, after, is) => expect(isSeamless(before, after)).toBe(is));

  it('cuts a word of the dictionary', () => expect(isWordAcross('大田县科', '学实施')).toBe(true));

  it.each([
    ['哪里有帐篷，就能在夏天看到宣讲队员们的', true],
    ['强化与', true],
    ['群众满意度最高', false],
  ])('%s leans on what follows: %s', (text, is) => expect(isLeaning(text)).toBe(is));
});

describe('joinCutParagraphs', () => {
  const head = '针对这一问题，大田县科';
  const tail = '学实施村级集体经济整体发展计划。';

  it('makes a paragraph whole', () => {
    const { blocks, doubts } = joinCutParagraphs([marked('paragraph', head), marked('paragraph', tail, 40)]);
    expect(textsOf(blocks)).toEqual([head + tail]);
    expect(doubts.filter(({ certain }) => !certain)).toEqual([]);
  });

  it('makes it whole around a caption', () => {
    const { blocks } = joinCutParagraphs([marked('paragraph', head), marked('caption', '茶产业基地。'), marked('paragraph', tail)]);
    expect(textsOf(blocks)).toEqual([head + tail, '茶产业基地。']);
  });

  it('never joins over a heading', () => {
    const { blocks } = joinCutParagraphs([marked('paragraph', head), marked('heading', '聚焦服务中心'), marked('paragraph', tail)]);
    expect(blocks).toHaveLength(3);
  });

  it('takes an open end on a whole page for a forgotten full stop, and doubts it', () => {
    const { blocks, doubts } = joinCutParagraphs([
      marked('paragraph', '把党的温暖送到居民身边'),
      marked('paragraph', '街道组建突击队27支。', 20),
    ]);
    expect(blocks).toHaveLength(2);
    expect(doubts).toEqual([{ at: 20, before: '把党的温暖送到居民身边', after: '街道组建突击队27支。', joined: false, certain: false }]);
  });

  it('takes it for a cut on a page that has certain ones, and doubts it', () => {
    const { blocks, doubts } = joinCutParagraphs([
      marked('paragraph', head),
      marked('paragraph', `${tail.slice(0, -1)}，抓实基层打牢基础，着`),
      marked('paragraph', '力打通贯彻落实决策部署的“最后一公里”，服务群众。', 60),
    ]);
    expect(textsOf(blocks)).toEqual([`${head}${tail.slice(0, -1)}，抓实基层打牢基础，着力打通贯彻落实决策部署的“最后一公里”，服务群众。`]);
    expect(doubts.filter(({ certain }) => !certain).map(({ joined }) => joined)).toEqual([true]);
  });

  it('leaves the items of a list apart', () => {
    expect(joinCutParagraphs([marked('paragraph', '①重温入党誓词'), marked('paragraph', '②集中学习研讨')]).blocks).toHaveLength(2);
  });

  it('puts the lines of a verse together', () => {
    const verse = ['树有根来水有源，', '吃水不忘挖井人；', '党员干部来帮扶，', '荒山变成花果林。'];
    expect(textsOf(joinCutParagraphs(verse.map((line) => marked('paragraph', line))).blocks)).toEqual([verse.join('')]);
  });
});

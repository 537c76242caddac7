import { describe, expect, it } from 'vitest';
import { isMarkedCaption, isSceneLine, isSingleShortSentence, photographersIn } from '../../../src/article/text/captions.ts';

describe('photographers', () => {
  it.each([
    ['指导员涂前程查看“魔鬼辣椒”生长情况。张玥摄', ['张玥']],
    ['图为主题党日活动。 钟小春 摄', ['钟小春']],
    ['谢发生（右二）介绍脐橙园情况。 杨 静摄', ['杨静']],
    ['党员在田间劳动（李四 王五 摄）', ['李四', '王五']],
    ['采摘现场。通讯员 张三/摄', ['张三']],
    ['党员志愿者清理河道 摄影/张三', ['张三']],
    ['村民在分拣脐橙。陈明供图', ['陈明']],
    ['绘就乡村振兴新蓝图', []],
    ['全国先进基层党组织常口村常上湖风景区。', []],
  ])('%s', (text, names) => expect(photographersIn(text)).toEqual(names));
});

describe('a line that says it is a caption', () => {
  it.each([
    '三明市大田县济阳乡农技站工作人员查看“魔鬼辣椒”生长情况。张玥摄',
    '图①：长龙村党员在竹林里讲解低产林改造技术。',
    '图为崇义县竹产业党支部开展主题党日活动。',
    '▲焦山河村党员在合作社查看小龙虾长势',
    '竹加工车间一角。（图片由崇义县委组织部提供）',
    '上图：党员突击队在堤坝上巡查',
    '党员刘德清（左）与村民一起核对医保信息。',
    '（党员“跑腿队”队员入户代办高龄补贴）',
    '常上湖风景区。（资料图片）',
  ])('%s', (text) => expect(isMarkedCaption(text)).toBe(true));

  it.each([
    '绘就新蓝图',
    '绘制党建引领基层治理“作战图”',
    '近年来，大田县坚持党建引领，推动乡村振兴。',
    '截至目前，宣讲队开展宣讲230场，覆盖农牧民1.5万人次。（记者 德吉央宗 摄影报道）',
    '（一）坚持政治统领',
    '图强求变谋发展，党员干部走在前。',
  ])('%s is none', (text) => expect(isMarkedCaption(text)).toBe(false));
});

describe('a line that tells of one scene', () => {
  it.each([
    '全省“整县推进”工作座谈会在罗田县召开',
    '市委“整县推进”督导组向浠水县委反馈情况会议中遇突发停电，大家打开手机“挑灯夜战”',
    '桃江县大栗港镇党员“红管家”入户走访',
    '马背宣讲队队员在夏季牧场为牧民讲党史',
    '大栗港镇“红管家”工作例会现场',
  ])('%s', (text) => expect(isSceneLine(text)).toBe(true));

  it.each([
    '机关党建做表率',
    '“整县推进”不让一名党员落伍',
    '党员示范带路',
    '一个支点，撬动全盘活力',
    '聚焦服务大局 推动基层党组织担当有为',
    '坚持走访慰问，把关怀送到党员心坎上',
    '党员干部下沉一线',
    '非公企业党建纵深推进',
  ])('%s does not', (text) => expect(isSceneLine(text)).toBe(false));
});

describe('one short sentence', () => {
  it.each([
    ['三明市大田县茶产业党员实训基地。', true],
    ['全省工作座谈会在罗田县召开', true],
    ['组织是“形”，思想是“魂”。加强党的组织建设。', false],
  ])('%s: %s', (text, is) => expect(isSingleShortSentence(text)).toBe(is));
});

import { describe, expect, it } from 'vitest';
import { headingLevels, isHeadingLine, isSameNumbering, isStoppedHeading, speakerOf } from '../../../src/article/text/headings.ts';

describe('a heading', () => {
  it.each([
    '强化政治建设 “铸魂”与“造形”一体推进',
    '抓班子，村两委强起来——',
    '班子强不强？先看带头人——',
    '一、肯定成绩，正视问题，切实增强抓党建促乡村振兴的紧迫感',
    '（二）聚焦集体经济抓突破',
    '1.党员先种，打消顾虑',
    '01 聚焦队伍建设，选优“领头雁”',
    '【红色铸魂】',
    '■ 建链：把支部建在产业上',
    '“问题尺”：量一量群众的难处',
    '“联起来，才有出路”',
    '“党建+自治”，村民当主角',
    '主要做法：',
    '记者手记',
    '短评：数字是手段，服务是根本',
    '群众要什么，夜校讲什么',
    '党支部主题党日怎么开？',
    '全面进步促过硬“百花绽放成““风景”',
  ])('%s', (text) => expect(isHeadingLine(text)).toBe(true));

  it.each([
    '近年来，大田县坚持党建引领。',
    '“经国序民，正其制度。”',
    '1.少数党支部组织生活不严肃；',
    '截至目前，培训党员1200名，覆盖率100%',
    '年产值突破1500万元，带动就业240人',
    '“听党话、跟党走，日子才有奔头！”',
    '——选派更加精准。全面摸排机关干部底数',
    '附件：1.任务完成情况表',
    '（内蒙古五原县委组织部）',
    '还存在一些差距：',
    '……',
    '谁来办？怎么办？办得好不好？',
  ])('%s is none', (text) => expect(isHeadingLine(text)).toBe(false));

  it('may end with a full stop where it is numbered and short', () => {
    expect(isStoppedHeading('（一）强化政治引领。')).toBe(true);
    expect(isStoppedHeading('强化政治引领。')).toBe(false);
    expect(isStoppedHeading('（一）强化政治引领。各镇党委要切实扛起责任。')).toBe(false);
  });

  it.each([
    ['一、', '二、', true],
    ['1.甲', '2.乙', true],
    ['一、甲', '（一）乙', false],
  ])('%s and %s are numbered alike: %s', (text, other, is) => expect(isSameNumbering(text, other)).toBe(is));

  it.each([
    ['记者：取得了哪些成效？', '记者'],
    ['刘海峰：去年，全镇食用菌产值达到6.3亿元。', '刘海峰'],
    ['强化政治建设', undefined],
  ])('%s is said by %s', (text, who) => expect(speakerOf(text)).toBe(who));
});

/** `>` in front of a heading that stands right over the next one. */
const levelsOf = (...lines: string[]) =>
  headingLevels(lines.map((line) => ({ text: line.replace(/^>/, ''), leadsHeading: line.startsWith('>') }))).join('');

describe('levels', () => {
  it.each([
    ['all alike', ['聚焦夯实基础 牢固树立鲜明导向', '聚焦问题攻坚 有效补齐短板弱项'], '22'],
    ['by numbering', ['>一、样本情况', '（一）年龄', '（二）学历', '二、对策建议', '1.加强培训'], '23323'],
    ['innermost numbering alone', ['1.党员先种', '2.支部统管'], '22'],
    ['under sections without a number', ['>主要做法：', '一、支部建到店里', '二、服务送到灶前', '经验启示：'], '2332'],
    ['by form', ['带好一个班子 给力基层组织', '抓班子，村两委强起来——', '带队伍，后备力量实起来——', '找好一条路子 助力脱贫攻坚'], '2332'],
    ['dashes alone', ['班子强不强？先看带头人——', '边民富不富？关键看产业——'], '22'],
    ['by place', ['>选准“头雁”，筑牢基层战斗堡垒', '内选能人', '外引贤才', '>育强“头雁”，提升乡村治理能力', '分级培训'], '23323'],
    ['runs of short ones', ['深入推进基层党建提质增效行动', '组织共建', '资源共享', '全面提升基层治理能力水平'], '2332'],
    ['sections at the end', ['一、主要做法', '二、工作成效', '记者手记'], '222'],
  ])('%s', (_, headings, levels) => expect(levelsOf(...headings)).toBe(levels));
});

import { describe, expect, it } from 'vitest';
import { type CreditLine, readCreditLine, readOffice } from '../../../src/article/text/byline.ts';
import { readDateline, readSignature } from '../../../src/article/text/dateline.ts';
import type { Line } from '../../../src/article/text/lines.ts';
import { isPersonName, personNames } from '../../../src/article/text/persons.ts';

const lineOf = (text: string): Line => ({ text, spans: [[0, text.length]], gap: 0, indented: false });
const wordsOf = (credit: CreditLine | undefined) => credit?.words.map(({ text }) => text);

describe('a line of credits', () => {
  it.each([
    ['2020-07-27 07:27:36 来源：东南网 责任编辑：林雯晶', { date: '2020-07-27', time: '07:27', name: '东南网', editor: '林雯晶' }],
    [
      '2021-03-0208:15来源：三明日报作者：廖芳芳编辑：李小燕',
      { date: '2021-03-02', time: '08:15', name: '三明日报', author: '廖芳芳', editor: '李小燕' },
    ],
    ['2021年03月02日08:15    来源：人民网－湖南频道', { date: '2021-03-02', time: '08:15', name: '人民网－湖南频道' }],
    ['来源：光明网-《光明日报》2022-06-20 04:20', { date: '2022-06-20', time: '04:20', name: '光明网-《光明日报》' }],
    [
      '二〇一九年十一月二日　河南日报农村版　记者 黄红立 通讯员 王保明',
      { date: '2019-11-02', name: '河南日报农村版', author: '黄红立、王保明' },
    ],
    ['原创 石首组工 石首党建 2022-04-15 18:30', { date: '2022-04-15', time: '18:30', name: '石首党建', author: '石首组工' }],
    ['稿源： 昌吉日报 |  时间： 2019年12月4日 |  记者 马金龙', { date: '2019-12-04', name: '昌吉日报', author: '马金龙' }],
    ['时间：2022-06-08 来源：济南日报 编辑：admin', { date: '2022-06-08', name: '济南日报' }],
    ['《光明日报》（ 2022年06月20日 04版）', { date: '2022-06-20', name: '光明日报' }],
    ['（原载《桂林日报》2021年7月19日第3版）', { date: '2021-07-19', name: '桂林日报' }],
    ['《今日浙江》2021年第14期　文/沈 宏', { name: '今日浙江', author: '沈宏' }],
    ['（责编：宋晨、王珂园）', { editor: '宋晨、王珂园' }],
    ['[ 责编：孙宗鹤 ]', { editor: '孙宗鹤' }],
    ['□ 本报记者 韦钰 通讯员 莫小林', { author: '韦钰、莫小林' }],
    ['■ 江西日报记者 杨 静 文/图', { author: '杨静', photographers: ['杨静'] }],
    ['作者：阎晋于文哲', { author: '阎晋于文哲' }],
    ['文图：罗晓琴 潘德兴', { author: '罗晓琴 潘德兴' }],
    ['供稿：金墩乡党委　图片：杨艳梅', { author: '金墩乡党委', photographers: ['杨艳梅'] }],
    ['（沙县区委组织部 供稿）', { author: '沙县区委组织部' }],
    ['来源丨东升镇党委', { name: '东升镇党委' }],
    ['以下文章来源于大理先锋，作者州委组织部', { name: '大理先锋', author: '州委组织部' }],
    ['（2022年3月18日）', { date: '2022-03-18' }],
    ['津云新闻 2023-03-14', { date: '2023-03-14', name: '津云新闻' }],
    ['新华社记者张斌、李亚楠', { author: '张斌、李亚楠' }],
    ['审核丨陈立新 校对丨吴敏', {}],
    ['（作者单位：中共射阳县委党校）', { author: '中共射阳县委党校' }],
    ['（作者系中共大田县委组织部部长）', {}],
    ['（中共芜湖市委党校，安徽 芜湖 241000）', {}],
  ])('%s', (text, credits) => {
    const { precision: _, ...found } = readCreditLine(lineOf(text))?.credits ?? { precision: 'none' as const };
    expect(readCreditLine(lineOf(text))).toBeDefined();
    expect(found).toEqual(credits);
  });

  it('keeps the furniture on the line apart', () => {
    const credit = readCreditLine(lineOf('发布时间：2021-05-12 16:20 信息来源：石燕桥镇 浏览次数：236 【字体：大 中 小】'));
    expect(wordsOf(credit)).toEqual(['发布时间：2021-05-12 16:20 信息来源：石燕桥镇']);
    expect(credit?.furniture.map(({ line, reason }) => [reason, line.text])).toEqual([
      ['浏览次数', '浏览次数：236'],
      ['字号切换', '【字体：大 中 小】'],
    ]);
  });

  it.each([
    '记者手记',
    '2019年10月 初到村里',
    '记者：取得了哪些成效？',
    '2021年12月，全县召开基层党建工作推进会，部署重点任务。',
    '来源于群众，服务于群众',
    '作者在村里住了三个月。他说，变化看得见。',
    '通讯员队伍越建越强',
    '党建引领聚民心 山乡巨变展新颜',
    '信息员、宣传员、调解员',
  ])('%s is none', (text) => expect(readCreditLine(lineOf(text))).toBeUndefined());
});

describe('an office or a name on a line of its own', () => {
  it.each([
    ['中共大田县委组织部', '中共大田县委组织部'],
    ['（沙县区委组织部）', '沙县区委组织部'],
    ['中共蒲城县委书记 田 军', '中共蒲城县委书记 田军'],
    ['李 明', '李明'],
  ])('%s', (text, author) => expect(readOffice(lineOf(text))?.credits).toEqual({ author }));

  it.each(['建强基层组织', '党员带头致富', '机关党建做表率'])('%s is none', (text) => expect(readOffice(lineOf(text))).toBeUndefined());
});

describe('a dateline', () => {
  it.each([
    ['东南网7月27日讯（福建日报记者 林宇熙）习近平总书记', '东南网7月27日讯（福建日报记者 林宇熙）', '林宇熙'],
    ['本报咸阳讯（通讯员阎晋于文哲）近日，', '本报咸阳讯（通讯员阎晋于文哲）', '阎晋于文哲'],
    ['央视网消息（新闻联播）：大田县把支部建在茶山上', '央视网消息（新闻联播）：', undefined],
    ['新华社北京7月1日电（记者张斌、李亚楠）晚上8点', '新华社北京7月1日电（记者张斌、李亚楠）', '张斌、李亚楠'],
    ['中新网福州7月1日电 （林春茵）近年来', '中新网福州7月1日电 （林春茵）', '林春茵'],
    ['【本报讯】近日，大田县', '【本报讯】', undefined],
    ['本报讯（王悦萌 记者李抑嫱）鸭绿江畔', '本报讯（王悦萌 记者李抑嫱）', '王悦萌、李抑嫱'],
    ['本报讯 记者张三报道：近日', '本报讯 记者张三报道：', '张三'],
    ['本报讯近日，大田县', '本报讯', undefined],
    ['（记者 饶勇）近年来，元阳县', '（记者 饶勇）', '饶勇'],
    ['人民网福州7月1日电 （记者 张三）今年', '人民网福州7月1日电 （记者 张三）', '张三'],
    ['大田新闻网讯 今年以来', '大田新闻网讯', undefined],
  ])('%s', (text, words, author) => {
    const dateline = readDateline(lineOf(text));
    expect(dateline?.words.text).toBe(words);
    expect(dateline?.rest.text).toBe(text.slice(words.length).trim());
    expect(dateline?.credits.author).toBe(author);
  });

  it.each([
    '截至2月12日电商销售额突破千万元',
    '国家电网公司党委与村党支部结对',
    '网络消息显示，群众满意度提高',
    '大田日报社通讯：支部建在茶山上',
    '本报记者日前走进大田县，看到',
    '（图为活动现场）近年来',
  ])('%s has none', (text) => expect(readDateline(lineOf(text))).toBeUndefined());
});

describe('a signature', () => {
  it.each([
    ['提供坚强保证。（通讯员 张三 李四）', '（通讯员 张三 李四）', { author: '张三 李四' }],
    ['全部脱贫。（记者 德吉央宗 摄影报道）', '（记者 德吉央宗 摄影报道）', { author: '德吉央宗', photographers: ['德吉央宗'] }],
    ['走在前列。（沙县区委组织部 供稿）', '（沙县区委组织部 供稿）', { author: '沙县区委组织部' }],
    ['群众都说好。（来源：三明日报）', '（来源：三明日报）', { name: '三明日报' }],
    ['走在前列。（王小明 李红）', '（王小明 李红）', { author: '王小明 李红' }],
  ])('%s', (text, words, credits) => {
    const signature = readSignature(lineOf(text));
    expect(signature?.words.text).toBe(words);
    expect(signature?.credits).toEqual(credits);
  });

  it.each(['占总村数的40.6%（不含社区）', '推行“四议两公开”。（下同）', '实现全覆盖。（资料图片）'])('%s has none', (text) =>
    expect(readSignature(lineOf(text))).toBeUndefined(),
  );
});

describe('names', () => {
  it.each([
    ['杜雪琴 通讯员 王斌', '杜雪琴、王斌'],
    ['福建日报记者 林宇熙', '林宇熙'],
    ['张 三 李 四', '张三 李四'],
    ['阎晋于文哲', '阎晋于文哲'],
    ['艾力·买买提', '艾力·买买提'],
  ])('%s', (text, names) => expect(personNames(text)).toBe(names));

  it.each([
    ['张三', true],
    ['欧阳修远', true],
    ['张三、李四', true],
    ['党建引领', false],
    ['文化', false],
    ['强化', false],
  ])('%s is a name: %s', (text, is) => expect(isPersonName(text)).toBe(is));
});

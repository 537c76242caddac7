import { describe, expect, it } from 'vitest';
import { plainManuscript } from '../../../src/article/manuscript.ts';
import { clean } from '../../../src/article/text/clean.ts';
import { isColumnName } from '../../../src/article/text/columns.ts';
import { readHead, titleText } from '../../../src/article/text/title.ts';

const body = '近年来，大田县各级党组织坚持党建引领，扎实推进乡村振兴，群众的日子越过越好。';
const headOf = (...lines: string[]) => readHead(clean(plainManuscript([...lines, body].join('\n'), 0)).lines);
const titleOf = (...lines: string[]) => titleText(headOf(...lines).title);

describe('the title', () => {
  it.each([
    ['one line', ['大田县：擎旗奋进千帆劲 提质升级万象新', ''], '大田县：擎旗奋进千帆劲 提质升级万象新'],
    [
      'a column above it',
      ['党建园地', '永安市：夯基铸魂推动基层党建提质增效', '2022-05-03 来源：三明日报'],
      '永安市：夯基铸魂推动基层党建提质增效',
    ],
    [
      'a site above it',
      ['共产党员网', '山东沂源：“红色物业”托起居民幸福', '2020-11-18 来源：淄博日报'],
      '山东沂源：“红色物业”托起居民幸福',
    ],
    ['the site behind it', ['党建引领聚民心 山乡巨变展新颜--党建-人民网', ''], '党建引领聚民心 山乡巨变展新颜'],
    ['the site behind it, after a line', ['抓党建促乡村振兴的“大田实践”_三明新闻网', ''], '抓党建促乡村振兴的“大田实践”'],
    [
      'printed twice',
      ['党建引领聚民心 山乡巨变展新颜', '党建引领聚民心　山乡巨变展新颜', '2021-03-02 来源：人民网'],
      '党建引领聚民心 山乡巨变展新颜',
    ],
    [
      'a subtitle',
      ['从“村长跑腿”到“数据跑路”', '——浙江省德清县五四村数字党建观察', ''],
      '从“村长跑腿”到“数据跑路”——浙江省德清县五四村数字党建观察',
    ],
    [
      'a line over it',
      ['构建“一核多元”治理体系', '党建“绣花针”绣出社区“好光景”', '2020-12-09 来源：丹东日报'],
      '构建“一核多元”治理体系 党建“绣花针”绣出社区“好光景”',
    ],
    [
      'cut in a word',
      ['福建省持续选派党员干部驻村任职把初心镌刻在脱贫一', '线', '2020-07-27 来源：东南网'],
      '福建省持续选派党员干部驻村任职把初心镌刻在脱贫一线',
    ],
    [
      'its office above it',
      ['中共五河县委组织部', '以“五个一”工程为抓手', '全面提升村级党组织书记队伍建设水平', '（2020年6月）'],
      '以“五个一”工程为抓手 全面提升村级党组织书记队伍建设水平',
    ],
    [
      'a document of an office',
      ['中共松桃苗族自治县委', '关于2021年度抓基层党建工作情况的报告', '2021年12月20日'],
      '中共松桃苗族自治县委关于2021年度抓基层党建工作情况的报告',
    ],
    ['a name that ends as an outlet does', ['织密基层治理一张网', '2021-05-03 来源：大田县融媒体中心'], '织密基层治理一张网'],
    [
      'more than seventy characters of clauses',
      [
        '大田县委召开抓党建促乡村振兴工作推进会 部署村级集体经济发展跨村联建和人才回引重点任务 强调以组织振兴带动乡村全面振兴 十八个乡镇党委书记逐一述职并接受现场点评',
        '',
      ],
      '大田县委召开抓党建促乡村振兴工作推进会 部署村级集体经济发展跨村联建和人才回引重点任务 强调以组织振兴带动乡村全面振兴 十八个乡镇党委书记逐一述职并接受现场点评',
    ],
    ['nothing but a column', ['党建动态', ''], '党建动态'],
    ['none', [], ''],
  ])('%s', (_, lines, title) => expect(titleOf(...lines)).toBe(title));

  it('leaves a numbered heading below it alone', () => {
    expect(titleOf('在全县组织工作会议上的讲话', '一、肯定成绩', '')).toBe('在全县组织工作会议上的讲话');
  });

  it('leaves a caption above the first paragraph in the body', () => {
    const head = headOf('大田县：擎旗奋进千帆劲', '', '指导员涂前程查看“魔鬼辣椒”生长情况。张玥摄', '');
    expect(head.body.map(({ text }) => text)).toEqual(['指导员涂前程查看“魔鬼辣椒”生长情况。张玥摄', body]);
  });

  it('gives the reason for what it takes off', () => {
    const head = headOf('党建动态', '党建引领聚民心--党建-人民网', '党建引领聚民心', '2021-03-02 来源：人民网');
    expect(head.removed.map(({ line, reason }) => [reason, line.text])).toEqual([
      ['栏目名', '党建动态'],
      ['站名', '--党建-人民网'],
      ['重复标题', '党建引领聚民心'],
    ]);
  });

  it('reads the account between title and date as the source', () => {
    const head = headOf('乡村夜校点亮山村夜空', '贵州学习平台', '2022-08-19', '作者：罗晓琴');
    expect(head.credits.map(({ credits }) => credits)).toEqual([
      { name: '贵州学习平台' },
      { date: '2022-08-19', precision: 'day' },
      { author: '罗晓琴' },
    ]);
  });
});

describe('a column', () => {
  it.each(['党建动态', '【典型经验】', '要闻', '基层党建', '组织工作简报'])('%s', (text) => expect(isColumnName(text)).toBe(true));
  it.each(['党建动起来，支部强起来', '大田县：擎旗奋进千帆劲'])('%s is none', (text) => expect(isColumnName(text)).toBe(false));
});

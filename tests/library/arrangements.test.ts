import { describe, expect, it } from 'vitest';
import { arrangementsIn } from '../../src/library/arrangements.ts';

const told = (sentence: string) =>
  arrangementsIn(sentence).map(({ kind, quote, planned }) => `${kind}${planned ? '（计划）' : ''} ${quote}`);

describe('who leads', () => {
  it.each([
    [
      '灵活建立5个驻外商会流动党组织，并由商会管理人员担任党支部书记。',
      ['organisation 建立5个驻外商会流动党组织', 'lead 由商会管理人员担任党支部书记'],
    ],
    ['由社区大党委牵头，共建单位参与，举办轮值活动。', ['lead 由社区大党委牵头']],
    [
      '推动25名县处级领导干部挂包企业，组建新兴业态党组织18个。',
      ['lead 推动25名县处级领导干部挂包企业', 'organisation 组建新兴业态党组织18个'],
    ],
    ['推行县处级党员领导干部兼任党建指导员制度，组织党员干部开展服务活动。', ['lead 推行县处级党员领导干部兼任党建指导员制度']],
    ['由中心村党组织书记兼任联村党委书记，各村书记任委员。', ['lead 由中心村党组织书记兼任联村党委书记']],
    ['县委组织部牵头，统筹12个部门力量。', ['lead 县委组织部牵头']],
    ['积极引导村党支部、党员带头领办创办合作社。', ['lead 村党支部、党员带头领办创办合作社']],
    ['探索“村党支部领办合作社”做法，推行“党建+金融”等服务机制。', ['lead 村党支部领办合作社']],
    // A person who takes the lead is nobody's arrangement, and 由……到 is a change.
    ['福鼎市前岐镇黄仁村党支部第一书记谢建勋牵头建立村两委周例会制度。', []],
    ['村集体收入由8000元增加到13万元。', []],
    ['服务方式由单一向多元转变。', []],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

describe('how it is organised', () => {
  it.each([
    [
      '以市级乡村振兴示范带为重点，组建常口、蛟湖等17个乡村振兴党建联盟，连片发展产业。',
      ['organisation 组建常口、蛟湖等17个乡村振兴党建联盟'],
    ],
    [
      '通过村村联、村社联、村企联的方式，探索组建以强带弱型、产业主导型、村企共建型、地域联治型等联村党组织。',
      ['organisation 通过村村联、村社联、村企联的方式', 'organisation 组建以强带弱型、产业主导型、村企共建型、地域联治型等联村党组织'],
    ],
    ['先后在永鑫农机合作社等推动建立126个党支部（党小组）；', ['organisation 建立126个党支部（党小组）']],
    ['采取“支部+公司+基地”“支部+合作社+农户”的方式。', ['organisation 采取“支部+公司+基地”“支部+合作社+农户”的方式']],
    ['计划组建3个片区联合党委。', ['organisation（计划） 组建3个片区联合党委']],
    // A system of rules, a building, a course, and what is still missing are no organisation.
    ['建立党委（党组）书记党支部工作联系点制度。', []],
    ['建立村党组织书记履职动态分析和县级备案管理机制。', []],
    ['通过举办培训班、导师帮带、观摩交流等方式提升素质。', []],
    ['还有60家企业没有成立党支部。', []],
    ['针对新成立党支部作用不强的问题，开展集中整顿。', []],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

describe('what power and money it was given', () => {
  it.each([
    [
      '同时，每年下拨100万元“跨村联建”专项资金，着力选好带头人，并赋予联建片区党组织人权、事权、财权。',
      ['money 每年下拨100万元“跨村联建”专项资金', 'power 赋予联建片区党组织人权、事权、财权'],
    ],
    [
      '红安县2018年计划统筹整合4000万元以奖代补资金支持村（社区）党员群众服务中心建设。',
      ['money（计划） 统筹整合4000万元以奖代补资金支持村（社区）党员群众服务中心建设'],
    ],
    ['明确从2019年到2022年，每个村补助总额不少于60万元。', ['money 每个村补助总额不少于60万元']],
    ['为每个片区安排党建专项经费。', ['money 安排党建专项经费']],
    ['将村级组织运转经费列入财政预算。', ['money 经费列入财政预算']],
    ['下放项目审批权，让片区说了算。', ['power 下放项目审批权']],
    ['盘活村级集体资产、资源、资金。', []],
    ['推动解决资金、人才等制约基层党建发展的难题。', []],
    ['依法维护妇女儿童合法权益。', []],
  ])('%s', (sentence, expected) => {
    expect(told(sentence)).toEqual(expected);
  });
});

it('quotes words that stand in the sentence', () => {
  const sentence = '同时，由“一把手”督阵、组织部门负责，成立“积分评定委员会”，投入1600多万元资金支持基层党组织。';
  const found = arrangementsIn(sentence);
  expect(found).toHaveLength(3);
  for (const { quote } of found) expect(sentence).toContain(quote);
});

import { describe, expect, it } from 'vitest';
import { quoteFlags } from '../../../src/article/doubts/quotes.ts';

const found = (...texts: string[]) =>
  quoteFlags(texts.map((text, i) => ({ id: `p00000${i}`, kind: 'paragraph' as const, text }))).map(
    ({ block, message }) => `${block} ${message}`,
  );

describe('marks without their other half', () => {
  it.each([
    ['全面进步促过硬“百花绽放成““风景”', 'p000000 引号不成对：“面进步促过硬“百花绽放成““风景””。'],
    ['形成共识——“抓党建是最大政绩。', 'p000000 引号不成对：““抓党建是最大政绩。”。'],
    ['村支书说：以前办事要跑镇上。”群众点头称是。', 'p000000 引号不成对：“书说：以前办事要跑镇上。”群众点头称是。”。'],
    ['印发《关于加强村级组织建设的意见，明确12项任务。', 'p000000 书名号不成对：“《关于加强村级组织建设的意见，明确12项”。'],
    ['全县13个乡镇（街道建成服务中心，覆盖全部行政村。', 'p000000 括号不成对：“（街道建成服务中心，覆盖全部行政村。”。'],
    ['大家说“支部是‘主心骨”，干劲更足了。', 'p000000 单引号不成对：“‘主心骨”，干劲更足了。”。'],
  ])('flags: %s', (text, message) => expect(found(text)).toEqual([message]));

  it('names the words behind a picture sign', () =>
    expect(found('🎉🎉🎉形成共识——“抓党建是最大政绩。')).toEqual(['p000000 引号不成对：““抓党建是最大政绩。”。']));

  it.each([
    '推行“三会一课”、“主题党日”等制度。',
    '制定《贯彻落实〈2019—2023年全国党员教育培训工作规划〉实施意见》。',
    '1）强化责任；2）建好队伍；（三）抓好落实。',
    '书记说：“群众说‘满意’，才算办成。”',
    '（一）建强阵地（含活动场所（室））。',
  ])('passes over: %s', (text) => expect(found(text)).toEqual([]));

  it('lets a speech of several paragraphs open each of them', () => {
    expect(found('“村里的变化很大。', '“最要紧的是人心齐了。”村支书说。')).toEqual([]);
    expect(found('“村里的变化很大。', '最要紧的是人心齐了。')).toEqual(['p000000 引号不成对：““村里的变化很大。”。']);
  });
});

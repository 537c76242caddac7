import { describe, expect, it } from 'vitest';
import { garbledFlags, lostFlags, traditionalFlags } from '../../../src/article/doubts/signs.ts';

const block = (text: string) => [{ id: 'p000001', text }];
const kinds = (text: string) =>
  [...traditionalFlags(block(text)), ...lostFlags(block(text), 0), ...garbledFlags(block(text))].map(({ id, block: at }) => [
    id.split(':')[0],
    at,
  ]);

describe('another script or a wrong encoding', () => {
  it.each([
    ['黨組織帶領群眾發展農業產業，實現鄉村振興。', 'traditionalText'],
    ['全县各级党组织認真學習，推动工作落实。', 'traditionalText'],
    ['把党建融入荔枝产业\ufffd\ufffd组建联合党委1个。', 'garbledText'],
    ['锟斤拷锟斤拷支部书记说，日子越过越好。', 'garbledWords'],
    ['鍏氬缓寮曢鍩哄眰娌荤悊，全县推广。', 'garbledWords'],
    ['ç½‘æ ¼åŒ–ç®¡ç† 是基层治理的抓手。', 'garbledWords'],
    ['µ³½¨Òýµì¸÷¼¶µ³×éÖ¯ 等做法得到推广。', 'garbledWords'],
    ['全县各级党组织????认真落实。', 'garbledWords'],
    ['联系电话\ue60b向群众公布，随时可以反映。', 'garbledWords'],
  ])('flags with its block: %s', (text, kind) => expect(kinds(text)).toEqual([[kind, 'p000001']]));

  it.each([
    '全县各级党组织认真学习贯彻党的二十大精神。',
    '村民钟馥梅、党员李喆、书记瞿颢一起入户走访。',
    '“為民服务”四个字挂在村口。',
    '谁来办？怎么办？群众说了算。',
    '坚持R&D投入，A&B两个项目由党员牵头；气温25℃，坡度±3°，面积100m²。',
    '涓涓细流汇成江海，党员志愿者鏖战三昼夜。',
    '积分兑换：毛巾3分······洗衣液20分。',
  ])('passes over: %s', (text) => expect(kinds(text)).toEqual([]));

  it('counts what the decoder lost where no block shows it', () => {
    expect(lostFlags(block('正文完好。'), 3).map(({ message }) => message)).toEqual([
      '有 3 个字认不出来，显示为“�”，可能是编码不对或文件不完整。',
    ]);
  });
});

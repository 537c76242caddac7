import { describe, expect, it } from 'vitest';
import type { DraftBlock } from '../../../src/article/article.ts';
import { isStray, repeatFlags } from '../../../src/article/doubts/repeats.ts';

const blocks = (...texts: string[]): DraftBlock[] => texts.map((text, i) => ({ id: `p00000${i}`, kind: 'paragraph', text, spans: [] }));
const found = (...texts: string[]) => repeatFlags(blocks(...texts)).map(({ block, message }) => `${block} ${message}`);

describe('a sentence that stands twice', () => {
  const sentence = '“红色管家”每天巡查古民居、消防设施、污水管网，发现问题随手拍、随时报。';

  it('is flagged at its second place', () => {
    expect(found(sentence, '西递村成立民宿党支部。', `${sentence}累计处置问题1860件。`)).toEqual([
      'p000002 ““红色管家”每天巡查古民居、消防设施、污水管网，发现问题随手……”一字不差地出现了两次，可能是重复粘贴，或别处串进来的。',
    ]);
  });

  it.each([
    [['党旗在一线高高飘扬。', '党旗在一线高高飘扬。']],
    [['坚持以习近平新时代中国特色社会主义思想为指导，抓实基层。', '坚持以习近平新时代中国特色社会主义思想为指导，抓好队伍。']],
    [[sentence, sentence.replace('每天', '每周')]],
  ])('is not seen in %s', (texts) => expect(found(...texts)).toEqual([]));
});

describe('a stretch that stands twice', () => {
  const stretch = '推行“四议两公开”工作法，凡村级重大事项全部由党员群众说了算';

  it('is flagged though the sentences go on otherwise', () => {
    expect(found(`${stretch}。`, `各村${stretch}。`, `${stretch}，化解矛盾120起。`)).toEqual([
      'p000002 “推行“四议两公开”工作法，凡村级重大事项全部由党员群众说了算……”一字不差地出现了两次，可能是重复粘贴，或别处串进来的。',
    ]);
  });

  it.each([
    [
      [
        '以习近平新时代中国特色社会主义思想为指导，深入贯彻落实全会精神。',
        '以习近平新时代中国特色社会主义思想为指导，深入贯彻落实新发展理念。',
      ],
    ],
    [['印发《关于加强党建引领基层治理工作的若干措施》，明确12项任务。', '印发《关于加强党建引领基层治理工作的若干措施》，配套6个办法。']],
    [['推行“党支部+合作社+农户”模式，带动增收。', '推行“党支部+合作社+农户”模式，户均增收3000元。']],
  ])('is not seen in %s', (texts) => expect(found(...texts)).toEqual([]));
});

describe('words before a seam that stand elsewhere too', () => {
  const right = blocks('坚持“串点成线、连片推进”，建成民宿集群9个。', '每月由轮值书记召集，坚持“串点成线、连片推严格落实“四议两公开”。');

  it.each([
    ['坚持“串点成线、连片推', '严格落实“四议两公开', right, true],
    ['坚持“串点成线、连片推', '进”，建成民宿集群', right, false],
    ['开展红色讲堂，覆盖党员', '1.1万人次', blocks('开展红色讲堂，覆盖党员1.1万人次。'), false],
    ['深入学习贯彻习近平总书记强调，', '要抓好基层', blocks('总书记强调，要抓好基层。', '习近平总书记强调，农村要发展。'), false],
  ])('%s | %s', (before, after, all, stray) => expect(isStray(before, after, all)).toBe(stray));
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldSpace, restoreWidth } from '../../../src/article/text/punctuation.ts';

describe('restoreWidth', () => {
  it.each([
    ['大田县始终坚持党建引领,持续推进“党建引领工程”,扎实开展', '大田县始终坚持党建引领，持续推进“党建引领工程”，扎实开展'],
    ['建立党委(党组)书记党支部工作联系点制度', '建立党委（党组）书记党支部工作联系点制度'],
    ['辖区266个村(社区)“两委”换届', '辖区266个村（社区）“两委”换届'],
    ['责任编辑:林雯晶', '责任编辑：林雯晶'],
    ['孩子们又有学可上了!在霞浦县', '孩子们又有学可上了！在霞浦县'],
    ['如何把这支队伍建好建强?仙游县', '如何把这支队伍建好建强？仙游县'],
    ['贫困户均实现稳定脱贫;寿宁县', '贫困户均实现稳定脱贫；寿宁县'],
    ['2020-07-27 07:27:36', '2020-07-27 07:27:36'],
    ['推行&ldquo;四联四促&#8221;机制;', '推行&ldquo;四联四促&#8221;机制；'],
    ['共有党员1,234名', '共有党员1,234名'],
    ['Party building (2020), step by step', 'Party building (2020), step by step'],
    ['4.26开园到5.1假期结束', '4.26开园到5.1假期结束'],
  ])('%s', (source, wide) => expect(restoreWidth(source)).toBe(wide));

  it('keeps the length, so that offsets stay true', () => {
    const letters = fc.constantFrom(...'党建,;:!?()（）“”。1aA \n，');
    fc.assert(
      fc.property(fc.array(letters), (all) => {
        expect(restoreWidth(all.join(''))).toHaveLength(all.length);
      }),
    );
  });
});

describe('foldSpace', () => {
  it.each([
    ['  强化政治建设　 “铸魂”与“造形” ', '强化政治建设 “铸魂”与“造形”'],
    ['全县 ，共有（ 42个 ）', '全县，共有（42个）'],
    ['党员\te家', '党员 e家'],
  ])('%j', (text, folded) => expect(foldSpace(text)).toBe(folded));
});

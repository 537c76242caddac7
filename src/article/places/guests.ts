/** Places that an article speaks of without reporting on them: visited, partners, where leaders worked. */
import type { Settled } from './sightings.ts';

interface GuestRule {
  reason: string;
  /** Matched against the text that ends where the name begins. */
  before: RegExp;
  /** Matched against the text that begins where the name ends. */
  after?: RegExp;
}

export const guestRules: readonly GuestRule[] = [
  {
    reason: '外出学习',
    before: /(?:赴|前往|远赴|奔赴|组团|外出)[^。；，]{0,24}$/u,
    after: /^[^。；，]{0,24}(?:学习|考察|取经|观摩|参观|培训|跟班|挂职|务工|经商|招商|对标|进修)/u,
  },
  {
    reason: '外出务工、驻外组织',
    before: /(?:在|到|去|赴)[^。；，]{0,20}$/u,
    after: /^[^。；，]{0,24}(?:学习考察|考察学习|取经|务工|经商|打工|驻外|流动党|商会)/u,
  },
  {
    reason: '协作伙伴',
    before: /(?:与|同|跟|携手|对接|联合|对口支援|对口帮扶)[^。；，]{0,12}$/u,
    after: /^[^。；，]{0,16}(?:协作|共建|结对|合作|对口|联建|签订|携手|挂钩|结成|结为)/u,
  },
  { reason: '领导人的足迹', before: /(?:习近平|总书记)[^。；，]{0,12}(?:在|到|来|赴|考察|视察|调研|对|听取)[^。；，]{0,10}$/u },
  { reason: '会议所在', before: /在$/u, after: /^[^。；，]{0,6}(?:召开|举行|举办|开幕|闭幕|会见|会谈)/u },
  { reason: '引自别处的经验', before: /(?:学习|借鉴|运用)[^。；，]{0,10}$/u, after: /^[^。；，]{0,8}(?:经验|做法)/u },
];

export function isGuest({ passage, start, end }: Settled): boolean {
  const head = passage.text.slice(Math.max(0, start - 40), start);
  const rest = passage.text.slice(end, end + 40);
  return guestRules.some(({ before, after }) => before.test(head) && (after?.test(rest) ?? true));
}

import type { FoldedText } from './fold.ts';

/** Where some words stand in a folded text, half open. */
export interface Place {
  start: number;
  end: number;
}

/** Why words count less than they would elsewhere, and how much of their weight is left. */
export interface Discount {
  reason: string;
  left: number;
  applies: (place: Place, folded: FoldedText) => boolean;
}

/** What was done, in verbs that a report uses and a slogan does not. */
const action =
  /建立|组建|成立|设立|新建|建成|建起|办起|搭建|打造|创建|推行|实施|开展|启动|举办|开办|开设|选派|派驻|派出|选聘|选拔|选配|制定|出台|印发|下发|投入|拨付|划拨|下拨|整合|引进|引入|回引|盘活|流转|划分|细分|评选|评定|考核|排查|走访|签订|认领|结对|帮扶|吸纳|吸收|解决|领办|兑换|报到|牵头|担任|兼任|选举|整改|整顿|通报|约谈|问责|推出|发放|开发|上线|纳入|表彰|联系|培训|改造|覆盖|配备|安排|聘请|动员|探索|展开|核查|入户|收集|带领|入股|种植|销售|注册|流转|聘用|调整|组成/u;
const figure = /\d|[一二三四五六七八九十百千万两]+(?:余|多)?(?:名|个|家|支|场|次|期|项|件|户|人|村)/u;
const attitude =
  /坚持|始终|牢固树立|紧紧围绕|聚焦|围绕|持续|不断|着力|强化|学习贯彻|全面(?:贯彻|落实)|提供.{0,14}(?:保证|保障|支撑)|关键|重要|根本|必须|充分发挥|进一步|奋力/u;
const vow =
  /^(?:下一步|接下来|今后|站在新的|面向未来|面向新|新征程|我们(?:要|将))|将(?:始终|继续|持续|坚持|进一步|以.{2,20}为|深入|紧紧|牢牢|努力|奋力|切实|不断)|必将|一定能/u;
/** A document is evidence where somebody makes it, not where somebody only obeys or quotes it. */
const making = /(?:制定|出台|印发|下发|研究|修订|完善|编印|编制|发布|起草|实行|推行)[^。，；]{0,10}$/u;
const clauseMark = /[，。；：！？\n]/u;
const itemMark = /[、—→，。；：！？\n]/u;

export const discounts: readonly Discount[] = [
  { reason: '只在文件或作品名称里', left: 0, applies: inDocumentName },
  { reason: '只是并列事项之一', left: 0.5, applies: inListOfTopics },
  { reason: '打算和表态', left: 0.5, applies: (place, folded) => vow.test(sentenceAround(place, folded)) },
  { reason: '只有要求，没有举措', left: 0.5, applies: inSlogan },
];

/** The share of their weight that words keep where they stand: the strictest discount counts. */
export function shareLeft(place: Place, folded: FoldedText): number {
  return Math.min(1, ...discounts.map((discount) => (discount.applies(place, folded) ? discount.left : 1)));
}

/** The sentence in which words begin, without its line break. */
export function sentenceAround({ start }: Place, { text }: FoldedText): string {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const to = text.indexOf('\n', start);
  return text.slice(from, to < 0 ? text.length : to);
}

function inDocumentName({ start, end }: Place, { text }: FoldedText): boolean {
  const open = text.lastIndexOf('《', start);
  if (open < 0 || text.lastIndexOf('》', start) > open) return false;
  const close = text.indexOf('》', start);
  return close >= end - 1 && !making.test(text.slice(Math.max(0, open - 14), open));
}

function inSlogan(place: Place, folded: FoldedText): boolean {
  const sentence = sentenceAround(place, folded);
  return attitude.test(sentence) && !figure.test(sentence) && !action.test(sentence);
}

/** One of three items or more between enumeration commas, with nothing said of it: neither a verb nor a number. */
function inListOfTopics({ start, end }: Place, { text }: FoldedText): boolean {
  if (/[、，。—]/u.test(text.slice(start, end))) return false;
  const clause = text.slice(lastMark(text, start, clauseMark) + 1, nextMark(text, end, clauseMark));
  const items = clause.split(/[、—→]/u);
  if (items.length < 3) return false;
  const item = text.slice(lastMark(text, start, itemMark) + 1, nextMark(text, end, /[、—→，。；：！？\n]|等|和|及/u));
  if (item.length > end - start + 4 || figure.test(item) || action.test(item)) return false;
  return !(action.test(items[0] ?? '') && items.length <= 4);
}

function lastMark(text: string, before: number, mark: RegExp): number {
  let i = before - 1;
  while (i >= 0 && !mark.test(text.charAt(i))) i--;
  return i;
}

function nextMark(text: string, from: number, mark: RegExp): number {
  let i = from;
  while (i < text.length && !mark.test(text.charAt(i))) i++;
  return i;
}

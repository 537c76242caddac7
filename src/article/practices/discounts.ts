import { Characters } from '../text/characters.ts';
import { type FoldedText, sentenceSpan } from './fold.ts';

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
  /建立|组建|成立|设立|新建|建成|建起|办起|搭建|打造|创建|推行|实施|开展|启动|举办|开办|开设|选派|派驻|派出|选聘|选拔|选配|制定|出台|印发|下发|投入|拨付|划拨|下拨|整合|引进|引入|回引|盘活|流转|划分|细分|评选|评定|考核|排查|走访|签订|认领|结对|帮扶|吸纳|吸收|解决|领办|兑换|报到|牵头|担任|兼任|选举|整改|整顿|通报|约谈|问责|推出|发放|开发|上线|纳入|表彰|联系|培训|改造|覆盖|配备|安排|聘请|动员|探索|展开|核查|入户|收集|带领|入股|种植|销售|注册|聘用|调整|组成|评估|分类|梳理|公布|查处|推选|签约|拜访|招募|公示|轮训|发动|清理/u;
const figure = /\d|[一二三四五六七八九十百千万两]+(?:余|多)?(?:名|个|家|支|场|次|期|项|件|户|人|村)/u;
const attitude =
  /坚持|始终|牢固树立|紧紧围绕|聚焦|围绕|持续|不断|着力|强化|学习贯彻|全面(?:贯彻|落实)|提供.{0,14}(?:保证|保障|支撑)|关键|重要|根本|必须|充分发挥|进一步|奋力/u;
const vow =
  /^(?:下一步|接下来|今后|站在新的|面向未来|面向新|新征程|我们(?:要|将))|将(?:始终|继续|持续|坚持|进一步|以.{2,20}为|深入|紧紧|牢牢|努力|奋力|切实|不断)|必将|一定能/u;
/** A document is evidence where somebody makes it, not where somebody only obeys or quotes it. */
const making = /(?:制定|出台|印发|下发|研究|修订|完善|编印|编制|发布|起草|实行|推行)[^。，；]{0,10}$/u;
/** … unless it is made in the capital for the whole country. */
const nationalMaker = /中共中央|党中央|中办|国务院|国办|中央(?:组织部|办公厅|和国家机关)|全国人大/u;
/** What a leader or a meeting asks for; nothing of it is done yet. */
const demand =
  /^(?:要|必须|务必|应当|各级[^，。]{0,12}(?:要|必须))(?!求)|(?<!》)(?:指出|强调|要求|提出)[，：:][^。]{0,24}?(?:要|必须|务必|应当|不到位)(?!求)/u;
/** A passage that opens like this speaks of the time to come from its first sentence to its last. */
const outlook = /^(?:下一步|接下来|今后|下(?:一)?阶段|面向未来|展望未来|未来)[，,，]?/u;
const longestOutlook = 8;
/** Words that make what stands before them the name of a problem. */
const asProblem = /^[^，。；：、\n]{0,4}等(?:[^，。；：、\n]{0,4})(?:难题|问题|短板|瓶颈|痛点|难点)/u;
/** Verbs before the first item that say nothing of it. */
const itemLead = /^(?:要|把|将|统筹|推进|抓好|抓实|深化|做好|加强|切实|扎实|持续|继续|着力|深入)+/u;
const clauseMark = new Characters('[，。；：！？\\n]');
const itemMark = new Characters('[、—→，。；：！？\\n]');
const itemEnd = new Characters('[、—→，。；：！？\\n等和及]');
const listMark = new Characters('[、—→]');
const topicMark = new Characters('[、，。—]');

export const discounts: readonly Discount[] = [
  { reason: '只在文件或作品名称里', left: 0, applies: inDocumentName },
  { reason: '只是并列事项之一', left: 0.5, applies: inListOfTopics },
  {
    reason: '打算和表态',
    left: 0.25,
    applies: (place, folded) => natureOf(place, folded).isVow || outlook.test(folded.text.slice(0, longestOutlook)),
  },
  { reason: '讲话和会议的要求', left: 0.25, applies: (place, folded) => natureOf(place, folded).isDemand },
  { reason: '只是难题的名称', left: 0.5, applies: ({ end }, { text }) => asProblem.test(text.slice(end, end + 20)) },
  { reason: '只有要求，没有举措', left: 0.5, applies: (place, folded) => natureOf(place, folded).isSlogan },
];

/** The share of their weight that words keep where they stand. */
export function shareLeft(place: Place, folded: FoldedText): number {
  return discounts.reduce((share, discount) => (discount.applies(place, folded) ? share * discount.left : share), 1);
}

/** The sentence in which words begin, without its line break. */
export function sentenceAround({ start }: Place, folded: FoldedText): string {
  const span = sentenceSpan(folded, start);
  return folded.text.slice(span.start, span.end);
}

/** What a sentence as a whole is, whatever words of it are looked at. */
interface SentenceNature {
  isVow: boolean;
  isDemand: boolean;
  /** It says how one should be disposed, and nothing that was done. */
  isSlogan: boolean;
}

/** By where the sentence begins: a page without full stops is one sentence with thousands of signals in it. */
const natures = new WeakMap<FoldedText, Map<number, SentenceNature>>();

function natureOf({ start }: Place, folded: FoldedText): SentenceNature {
  const known = natures.get(folded) ?? new Map<number, SentenceNature>();
  natures.set(folded, known);
  const span = sentenceSpan(folded, start);
  const before = known.get(span.start);
  if (before) return before;
  const nature = natureOfSentence(folded.text.slice(span.start, span.end));
  known.set(span.start, nature);
  return nature;
}

function natureOfSentence(sentence: string): SentenceNature {
  return {
    isVow: vow.test(sentence),
    isDemand: demand.test(sentence),
    isSlogan: attitude.test(sentence) && !figure.test(sentence) && !action.test(sentence),
  };
}

function inDocumentName({ start, end }: Place, { text }: FoldedText): boolean {
  const open = text.lastIndexOf('《', start);
  if (open < 0 || text.lastIndexOf('》', start) > open) return false;
  const close = text.indexOf('》', start);
  const makers = text.slice(Math.max(0, open - 40), open);
  return close >= end - 1 && (!making.test(makers) || nationalMaker.test(makers));
}

/** One of three items or more between enumeration commas, with nothing said of it: neither a verb nor a number. */
function inListOfTopics({ start, end }: Place, { text }: FoldedText): boolean {
  for (let at = start; at < end; at++) if (topicMark.at(text, at)) return false;
  const [from, to] = [lastMark(text, start, clauseMark) + 1, nextMark(text, end, clauseMark)];
  let marks = 0;
  for (let at = from; at < to; at++) if (listMark.at(text, at)) marks++;
  if (marks < 2) return false;
  const items = text.slice(from, to).split(/[、—→]/u);
  const item = text.slice(lastMark(text, start, itemMark) + 1, nextMark(text, end, itemEnd)).replace(itemLead, '');
  if (item.length > end - start + 4 || figure.test(item) || action.test(item)) return false;
  return !(action.test(items[0] ?? '') && items.length <= 4);
}

/** A text without marks is looked through no further than this: no real clause is as long. */
const longestClause = 400;

function lastMark(text: string, before: number, mark: Characters): number {
  const least = Math.max(-1, before - 1 - longestClause);
  let i = before - 1;
  while (i > least && !mark.at(text, i)) i--;
  return i;
}

function nextMark(text: string, from: number, mark: Characters): number {
  const most = Math.min(text.length, from + longestClause);
  let i = from;
  while (i < most && !mark.at(text, i)) i++;
  return i;
}

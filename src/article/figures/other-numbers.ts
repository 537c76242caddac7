/** Numbers that are no figures: dates, names, formulas, ways of speaking. Named rules, each a pattern over the block's text. */
import type { Span } from '../article.ts';
import { findQuotations } from '../methods/quotations.ts';
import { Pattern } from '../text/matches.ts';

interface NumberTrap {
  reason: string;
  pattern: RegExp;
}

const year = String.raw`(?:19|20)\d{2}`;

export const numberTraps: readonly NumberTrap[] = [
  { reason: '文件名、书名', pattern: /《[^《》]*(?:〈[^〈〉]*〉[^《》]*)*》/gu },
  { reason: '文号', pattern: /[〔[（(]\d{4}[〕\]）)]\s*\d+\s*号/gu },
  { reason: '年月日', pattern: new RegExp(`${year}\\s*(?:年|[—–~～至到-]+(?=${year}))(?:\\s*\\d{1,2}月)?(?:\\s*\\d{1,2}[日号])?`, 'gu') },
  { reason: '年份', pattern: new RegExp(`${year}(?=年?(?:以来|至|到|[—–~～-]${year}))|${year}[-./]\\d{1,2}[-./]\\d{1,2}`, 'gu') },
  { reason: '月日', pattern: /\d{1,2}月(?:份|底|初|\d{1,2}[日号])?|\d{1,2}日/gu },
  { reason: '时刻', pattern: /\d{1,2}(?:[时点](?!间)|[:：](?=\d{2}))(?:\d{1,2}分?|许|整|半)?/gu },
  { reason: '年代与纪念', pattern: /\d+(?:世纪|年代|周年|后(?=[、，党干青年“”的]|$))/gu },
  { reason: '号码', pattern: /(?<!\d)(?:\d{3,4}-\d{7,8}|1\d{10}|\d{5,}(?=热线|电话|平台))(?!\d)/gu },
  { reason: '公式化名称', pattern: /[\dNnX](?:\s*[+＋×*]\s*[\dNnX\p{Script=Han}]{1,6})+/gu },
  { reason: '配对', pattern: /(?:[1一]\s*对\s*(?:[1一]|多)|[一1]\s*(?:帮|包|联|带)\s*[一1多])/gu },
  { reason: '全天候', pattern: /(?:全天)?(?<!\d)24\s*小时|365\s*天|7\s*[×*x]\s*24(?:\s*小时)?|八小时|8小时(?=以?外|之外)/gu },
  { reason: '生活圈', pattern: /\d+(?:分钟|公里|米)(?=[^，。；、“”]{0,12}(?:圈|半径))/gu },
  { reason: '最后一公里', pattern: /(?:最[后初先]|第)[一1](?:公里|米|步)|[零0](?:距离|跑腿|上访|事故|门槛)/gu },
  { reason: '划分标准', pattern: /按(?:照)?[^，。；]*?为[一1]个[^，。；]*/gu },
  {
    reason: '讲话中的提法',
    pattern:
      /(?:[两三四五六七八九十]|(?<!\d)[2-9])个(?:维护|确立|意识|自信|务必|全面|带头|代表|必须|坚持|伟大|服从|倡导|离不开|不(?!同))/gu,
  },
  {
    reason: '泛指',
    pattern: /[两三四五六七八九十]个(?:方面|层面|维度|环节|阶段|角度|抓手|关键|重点|责任|机制|体系|革命|文明|领域|层次|渠道)/gu,
  },
];

const traps = numberTraps.map(({ pattern }) => new Pattern(pattern));

/** Spans in which no number counts, in order; quoted names among them, quoted speech not. */
export function findOtherNumbers(text: string): Span[] {
  const rules = traps.flatMap((trap) => trap.in(text).map((match): Span => [match.index, match.index + match[0].length]));
  return [...rules, ...quotedNames(text)].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** A quotation without a sentence's punctuation names something. */
export function quotedNames(text: string): Span[] {
  return findQuotations(text)
    .filter(({ inner }) => inner.length <= 30 && !/[，,。！？!?；;：]/u.test(inner))
    .map(({ start, end }): Span => [start, end]);
}

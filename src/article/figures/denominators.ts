/** What a number is counted per: 每户, 人均, 每年. */
import { matchesIn } from '../text/matches.ts';
import { nameBehind } from './name-behind.ts';

const who =
  '党员|网格员|网格|社区|村民|农户|项目|乡镇|街道|党支部|支部|贫困户|脱贫户|家庭|书记|干部|学生|群众|百户|百人|百名|千人|万人|[人户亩]|[村县](?!级|[干党支“])|名|家';
const each = new RegExp(`每(?:一|个|名|位|家|户(?=家庭)|支|所|座|条)?(${who}|[年月周天日]|季度?)`, 'gu');
/** 每村2万元、社区5万元 */
const alone = new RegExp(`(?:^|、)(${who})(?=\\d[\\d.]*[万亿]?元)`, 'u');
const span = /^[年月周天日季]/u;
const average = /(?<!平)([人户村亩])均/u;
const classified = /每(?:一|个|名|位|家|支|所|座|条)(\p{Script=Han}{2,16})/gu;
const longestWho = 8;
const earning = '增收|收入|产值|产量|营收|分红|销售额|收益';
const yearly = new RegExp(
  `(?<![去今上前当全\\d])年(?:人均|户均|村均|均)?(?:集体|经营性|可?支配)*(?:${earning})|年增|年产|年均(?!增[长速幅]|[下上提])|(?<![去今上前当全\\d一二三四五六七八九十两几半多往历常来明后青成老少新中近逐百周每])年(?:接待|加工|出栏|销售|吞吐|处理|发电|培训|支付|节约|创收|盈利)`,
  'u',
);

/** 县级领导 of 每名县级领导联系…, or the empty string. */
function nounOf(clause: string): string {
  const [words = ''] = clause.split(/拥?有|至少|安排|补助|由|设/u);
  const name = nameBehind(words, 'people', false)?.name ?? nameBehind(words, 'things', false)?.name ?? (words.length <= 4 ? words : '');
  return name.length <= longestWho && !span.test(name) ? name : '';
}

/**
 * `户`, `年`, or both as `户·年`; undefined where the clause names none.
 * `lead`: the clause up to the number's end; `printed`: the denominator behind the unit, as in 元/亩.
 */
export function perOf(lead: string, subject: string, printed?: string): string | undefined {
  const saysEach = lead.includes('每');
  const noun = (saysEach ? matchesIn(lead, classified) : []).map((match) => nounOf(match[1] ?? '')).findLast((name) => name !== '');
  const named = (saysEach ? matchesIn(lead, each) : []).map((match) => (match[1] === '季' ? '季度' : match[1]));
  const whose =
    printed ??
    alone.exec(lead)?.[1] ??
    average.exec(subject)?.[1] ??
    noun ??
    named.findLast((part) => part !== undefined && !span.test(part));
  const when = named.findLast((part) => part !== undefined && span.test(part)) ?? (yearly.test(`${subject}，${lead}`) ? '年' : undefined);
  return [whose, when].filter((part) => part !== undefined).join('·') || undefined;
}

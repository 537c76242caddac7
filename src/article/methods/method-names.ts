/** Where a text names a measure of somebody's own. Rules in order; the first that fits a place in the text wins. */
import { matchesIn, Pattern } from '../text/matches.ts';
import { carrierSource, carriesItself, commerce, type Tail, tailOf } from './carriers.ts';
import { bareWords, findQuotations, type Quotation, titleSpans } from './quotations.ts';

/** One naming of a method. Offsets are in the text. */
export interface MethodMention {
  /** As written: `民情处置“四步走”工作机制`. */
  name: string;
  /** The name's own words, without marks and carrier word of another: `四步走`. */
  core: string;
  start: number;
  end: number;
  /** How much of the name is there: marks, carrier word, modifier; the fullest naming names the method. */
  fullness: number;
  quoted: boolean;
}

export interface SloganTest {
  /** Whether the words are a slogan, or little more than one. */
  is(words: string): boolean;
  /** Whether a slogan stands among the words. */
  within(words: string): boolean;
}

/** Numbers that make a name: 四联四促, 双联双管, 六有六联六规范; not the distributive 一村一策. */
const numbered = /^(?:[一二三四五六七八九十两双百]\p{Script=Han}{1,3}){2,4}$/u;
const distributive = /^(?:[一每]\p{Script=Han}{1,3}){2,4}$|^一[升降]一[升降]$/u;
const digits = /^\d{3,}$|^\d+(?:[+-](?:\d+|[NnXx]))+$/u;
const plus = /^[^+]{1,16}(?:\+[^+]{1,16})+$/u;
const speech = /[。！？；：…]|我们|咱们|你们|他们|您/u;
/** Verbs that bring in a measure. */
const verbs =
  /(?:落实|实施|推进|用|办|抓|做)好|进行|创新|探索|推行|实施|开展|推进|推出|深化|建立|健全|完善|落实|打造|构建|实行|采取|采用|运用|启动|组织|形成|总结|提炼|推广|举办|坚持|持续|拓展|制定|出台|牵头|借鉴|学习|依托|通过|按照|围绕|聚焦|推动|加快|促进|带动|引导|贯彻|践行|弘扬|倡导|提升|关于|迎接|举行|参加|抓好|抓实|做实|做深|做优|升级|引入|引进|参与|发起|设立|执行|建成|培育|发挥|突出|强化|优化|做好|加强|全面|大力|深入|积极|扎实|率先|广泛|创建|纳入|结合|[的了与及把]|和(?![谐美睦平])|以(?!来)/gu;
const introduced = /(?:创新|探索|推行|实施|深化|实行|推广|开展|创建|总结|提炼|构建|落实|建立)\p{Script=Han}{0,8}(?<![以用按照])$/u;
/** Verbs of devising: 探索“网格吹哨、部门报到”的工作机制 names one, 建立“甲负责、乙配合”的工作机制 describes it. */
const devised = /(?:探索|创新|首创|推行|推广|总结|提炼)(?:[了出]|\p{Script=Han}{0,8})$/u;
/** What a pay is made up of is no method: “基本报酬+绩效”制度. */
const pay = /报酬|绩效|工资|补贴|补助|薪/u;
const organisations = /支部|党|公司|企业|合作社|农户|基地|村|社区|网格|协会|商会|[NnXx\d]/u;
/** What may follow a name that has no carrier word. */
const alone = /^(?:$|[^\p{Script=Han}]|\p{Script=Han}{0,4}(?:工作|管理)|活动|以来|后)/u;
const rejected =
  /(?:变|改变|打破|摒弃|克服|杜绝|防止|避免|告别|取消|破除|扭转|代替|取代|纠正|纠治|整治|反对|制止|停止|禁止|叫停|防范)\p{Script=Han}{0,4}$|变[^，。]{1,16}为$/u;
/** 进入“忙碌模式”, 开启“加速”模式 */
const switched = /(?:开启|进入|切换)\p{Script=Han}{0,4}$/u;
const notModifier =
  /[省市县区镇乡村州盟旗委局部厅办司]$|街道$|社区$|公司$|集团$|支部$|党组织$|^[全该本各我其这那每]|^新一轮|^系列|^一[批系些]|^相关|^国家|^中央|^第|^首|\d|为主/u;

/** All namings in reading order; they do not overlap. */
export function findMentions(text: string, slogans: SloganTest): MethodMention[] {
  const titles = titleSpans(text);
  const found: MethodMention[] = [];
  for (const mention of [...contentMentions(text), ...quotedMentions(text, slogans), ...plainMentions(text)]) {
    const overlaps = (span: { start: number; end: number }) => mention.start < span.end && span.start < mention.end;
    if (titles.some(([start, end]) => overlaps({ start, end })) || found.some(overlaps)) continue;
    if (slogans.is(mention.core) || slogans.is(mention.name)) continue;
    found.push(mention);
  }
  return found.sort((a, b) => a.start - b.start);
}

const contentRule = new Pattern(new RegExp(`为(?:主要|核心)?(?:内容|核心|载体|抓手|主体)的(\\p{Script=Han}{4,16}?${carrierSource})`, 'gu'));

/** 以“三联、三权、三单”为主要内容的跨村联建党建机制 */
function contentMentions(text: string): MethodMention[] {
  return contentRule.in(text).flatMap((match) => {
    const name = match[1] ?? '';
    const start = match.index + match[0].length - name.length;
    return text.charAt(match.index - 1) === '”' ? [{ name, core: name, start, end: start + name.length, fullness: 3, quoted: false }] : [];
  });
}

function quotedMentions(text: string, slogans: SloganTest): MethodMention[] {
  return (
    chainsOf(text)
      .flatMap((chain) => readingsOf(text, chain))
      .flatMap((reading) => mentionOf(text, reading, slogans) ?? [])
      // The longer of two that overlap first: a name around a name within speech.
      .sort((a, b) => a.start - b.start || b.end - a.end)
  );
}

interface Reading {
  quotation: Quotation;
  /** What stands right behind it. */
  own: Tail | undefined;
  /** Its own tail, or that of the list it stands in. */
  tail: Tail | undefined;
  /** In a list that closes with 等. */
  listed: boolean;
}

/** The quotations of one list from its end to its beginning: a carrier word behind the last serves the others. */
function readingsOf(text: string, chain: Quotation[]): Reading[] {
  const refused = rejected.test(leadTo(text, chain[0]?.start ?? 0));
  const readings: Reading[] = [];
  for (const [index, quotation] of [...chain.entries()].toReversed()) {
    const behind = text.slice(quotation.end, quotation.end + 30);
    const own = tailOf(behind);
    const next = readings.at(-1);
    const nextStart = chain[index + 1]?.start;
    const serves = nextStart !== undefined && sharesTail(text.slice(quotation.end, nextStart), next?.listed ?? false);
    const listed = own ? /^\p{Script=Han}{0,12}?等/u.test(behind) : (next?.listed ?? false);
    const tail = own ?? (serves && !refused ? servedBy(next) : undefined);
    readings.push({ quotation, own, tail, listed });
  }
  return readings;
}

function servedBy(next: Reading | undefined): Tail | undefined {
  return next?.own?.kind === 'carrier' ? { kind: next.listed ? 'loose' : 'shared' } : next?.tail;
}

/** The words before an offset, as many as a rule looks back. */
const leadTo = (text: string, at: number) => text.slice(Math.max(0, at - 30), at);

/** Quotations that stand in one list: “……”“……”, “……”和“……”, “……”、党员“……”. */
function chainsOf(text: string): Quotation[][] {
  const chains: Quotation[][] = [];
  for (const quotation of findQuotations(text)) {
    const chain = chains.at(-1);
    const last = chain?.at(-1);
    if (chain && last && quotation.start >= last.end && sharesTail(text.slice(last.end, quotation.start), true)) chain.push(quotation);
    else chains.push([quotation]);
  }
  return chains;
}

/** Whether a carrier word behind the second of two quotations may serve the first; in a list with 等 words may stand between. */
function sharesTail(gap: string, listed: boolean): boolean {
  return /^(?:[、和与及]|以及|创建和)?$/u.test(gap) || (listed && /^\p{Script=Han}{0,12}[、和与及]\p{Script=Han}{0,8}$/u.test(gap));
}

function mentionOf(text: string, { quotation, own, tail, listed }: Reading, slogans: SloganTest): MethodMention | undefined {
  const core = quotation.inner;
  const words = bareWords(core);
  const lead = leadTo(text, quotation.start);
  const behind = text.slice(quotation.end, quotation.end + 6);
  const ordinary = speech.test(core) || (plus.test(words) && pay.test(words)) || slogans.is(core) || commerce.test(core);
  const refused = rejected.test(lead) || (switched.test(lead) && /模式/u.test(core + behind));
  if (words.length < 2 || core.length > 40 || ordinary || refused) return undefined;
  const whole = carriesItself(core) && !/^为(?:主题|题)/u.test(behind);
  const introducedName = isName(words) && introduced.test(lead) && alone.test(behind);
  if (!(tail && tailNames(tail, words, lead)) && !whole && !introducedName) return undefined;
  let end = quotation.end + (own?.kind === 'carrier' ? own.length : 0);
  if (slogans.within(text.slice(quotation.end, end))) end = quotation.end;
  const modifier = modifierBefore(lead, listed, slogans);
  const start = quotation.start - modifier.length;
  const fullness = 1 + (own?.kind === 'carrier' || whole ? 2 : 0) + (modifier ? 1 : 0);
  return { name: text.slice(start, end), core, start, end, fullness, quoted: true };
}

/** Whether what stands behind a quotation makes a name of it. */
function tailNames(tail: Tail, words: string, lead: string): boolean {
  if (tail.kind === 'way') return plus.test(words) && organisations.test(words);
  return tail.kind !== 'loose' || isName(words) || devised.test(lead);
}

function isName(words: string): boolean {
  return digits.test(words) || plus.test(words) || (numbered.test(words) && !distributive.test(words));
}

/** The words before a quotation that belong to its name: 民情处置“四步走”; empty where no verb or 的 marks their beginning. */
function modifierBefore(lead: string, listed: boolean, slogans: SloganTest): string {
  const run = /[\p{Script=Han}A-Za-z0-9]*$/u.exec(lead)?.[0] ?? '';
  const last = matchesIn(run, verbs).at(-1);
  const boundary = lead.slice(0, lead.length - run.length);
  // Without a verb only a place in a list of names is safe; with one, the last item of a list of parts is not.
  if (last ? /、$/u.test(boundary) && !listed : !(/[、”]$/u.test(boundary) && listed)) return '';
  const modifier = last ? run.slice(last.index + last[0].length) : run;
  const fits = modifier.length >= 2 && modifier.length <= 8 && !notModifier.test(modifier) && !slogans.within(modifier);
  return fits ? modifier : '';
}

const plainRules: readonly { rule: Pattern; fullness: number }[] = [
  // 党支部+合作社+农户模式
  {
    rule: new Pattern(/[\p{Script=Han}A-Za-z\d]{1,16}(?:[+＋][\p{Script=Han}A-Za-z\d]{1,10}?){1,5}(?:模式|机制|工作法|体系)/gu),
    fullness: 2,
  },
  // 四步走工作法, 夜访夜谈工作法
  { rule: new Pattern(/[\p{Script=Han}\d]{2,16}工作法(?![治律规人庭院定制])/gu), fullness: 2 },
  // 启动红色合伙人计划, 实施头雁领航工程
  {
    rule: new Pattern(
      /(?<=(?:实施|启动|推行|开展|深化|推进)了?)(?=\p{Script=Han}{0,6}(?:红色|先锋|雁|强基|铸魂|暖心|连心|领航|合伙人|堡垒))\p{Script=Han}{2,8}(?:计划|工程|行动)(?![队组力者派室])/gu,
    ),
    fullness: 2,
  },
  // 三亮三比活动
  {
    rule: new Pattern(
      /(?:[二三四五六七八九十两双]\p{Script=Han}{1,2}){2,4}?(?:工作机制|机制|活动|行动|工程|制度|模式)(?![室中队组化者力])/gu,
    ),
    fullness: 2,
  },
];
const ordinaryStem =
  /^(?:群众|党建|支部|党支部|基层|社区|村级|好|特色|优秀|先进|典型|创新|有效|新|科学|基本|主要|各类|多种|一批|个|项|套|种|条|这些|这一|该|此|上述|具体|实用|成熟|成功|党务|组织|统战|调解|信访|人民调解)*$/u;

/** Names that stand without quotation marks. */
function plainMentions(text: string): MethodMention[] {
  return plainRules.flatMap(({ rule, fullness }) =>
    rule.in(text).flatMap((match) => {
      const carrier = /(?:工作法|工作机制|模式|机制|体系|活动|行动|工程|制度|计划)$/u.exec(match[0])?.[0] ?? '';
      const run = match[0].slice(0, match[0].length - carrier.length);
      const last = matchesIn(run, verbs).at(-1);
      const core = last ? run.slice(last.index + last[0].length) : run;
      if (core.length < 3 || core.length > 24 || ordinaryStem.test(core) || distributive.test(core)) return [];
      const start = match.index + run.length - core.length;
      return [{ name: core + carrier, core, start, end: match.index + match[0].length, fullness, quoted: false }];
    }),
  );
}

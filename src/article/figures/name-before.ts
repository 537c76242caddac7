/** The name before a number: 联村党组织42个. */
import { matchesIn } from '../text/matches.ts';
import { heads, veil } from './name-heads.ts';
import { adverbsBeforeVerbs, areaWords, leadingAdverbs, moneyMeasures, nounVerbs, objectVerbs } from './subject-words.ts';

export interface NameBefore {
  /** Empty where the words before the number are only verbs. */
  name: string;
  /** The last verb before the name, or the verbs alone. */
  verb: string;
  /** Growth, rise or fall is said of the number: 同比增长. */
  growth: string;
}

const adverbs = new RegExp(
  `^(?:(?:${leadingAdverbs})(?![“”])|(?:${adverbsBeforeVerbs})(?=${objectVerbs})|该(?:合作社|公司|企业|项目|基地|党?支部)(?=\\p{Script=Han})|[的了、和及与，]|(?:到|至|截至|截止|从|自)?(?:19|20)\\d{2}年(?:底|末|初|以来|上半年|下半年)?(?:的|以来)?|(?:明年|后年|下半年)|\\d{1,2}月(?:底|份|以来)?|(?:[近过去这]{0,3}(?:[两三四五六七八九十几]|\\d{1,2})(?:多|余)?年(?:来|间|多来)?(?=\\p{Script=Han}))|[-—]+)+`,
  'u',
);
const areas = new RegExp(`^(?:${areaWords})(?:范围内?)?`, 'u');
const innerAreas = new RegExp(`^(?!全国)(?:${areaWords})`, 'u');
const verbs = new RegExp(`(?:${objectVerbs}|${nounVerbs})(?:了|出了?|到|起了?|好|为(?!民))?`, 'gu');
const nounVerb = new RegExp(`^(?:${nounVerbs})(?:了|出了?|到|起了?|好|为)?$`, 'u');
const growthWords =
  /(?:(?<!占)比|较)?(?:同比|环比|上年同期|去年同期|上年|去年|年均|过去|以前|以往|往年|上届|此前|年初|原来|实际|(?:19|20)\d{2}年[底末]?)*(?:整体)?(?:再|又|净|各|均|共|累计)*(?:增长|增加|提高|提升|上升|增至|升至|下降|降低|减少|压减|压降|缩减|下滑|回落|上涨|递增|降至|减至|增幅|增速|降幅|攀升|(?<!新)增|升|降)了?(?:到|至|达到?|为)?$/u;
const copula =
  /(?:(?:分别|累计|共计|合计|总计|总共|共有|共|均已|均|都|已经|已|也|就|高|仅|只|多|全部|一般|普遍|稳定|首次|平均|目前|到位|最[高低多少]|可以?|预计|有望|(?<![实体发表呈展出])现|一共|连续[\p{Script=Han}\d]{1,3}[年季月]度?|每年|每月|同比|环比|年均|价值|还|仍|尚|(?<=\p{Script=Han}{2})已(?:经)?完成|获得?)|(?:达到了?|达成|达|为|是|有|至|(?<![分领拿收得])到|在|超过|突破|逾|翻|高于|低于))了?$/u;
const level = /^(?:国家级|省部级|省级|市级|县级|区级|镇级|乡级|村级|省市级|[一二三四五]星级|[1-5]?A{2,5}级)(?:及?以[上下])?$/u;

export const isLevelOnly = (name: string): boolean => level.test(name);
export const withoutLevel = (name: string): string =>
  name.replace(
    /^(?:星级(?=\p{Script=Han}{2})|全国|国家级|省部级|省级|市级|县级|区级|镇级|乡级|村级|省市级|[一二三四五]星级|[1-5]?A{2,5}级)/u,
    '',
  );

/** The name before a number, in text from the clause's start or the number before. `owners`: names of places that may lead it. */
export function nameBefore(text: string, owners: readonly string[]): NameBefore {
  const { words, growth } = dropPredicate(text);
  const lead = dropLead(/^[^“”]*”/u.test(words) ? words : words.replace(/^[“‘](?=[^”’]*$)/u, ''), owners);
  const closing = agentVerb.exec(lead);
  if (closing) return { name: '', verb: closing[1] ?? '', growth };
  const { at, verb } = lastVerb(lead);
  const own = at === 0 ? lead : lead.slice(at).replace(adverbs, '').replace(innerAreas, '');
  if (/^(?:较|高于|低于|高出|低于|快于|优于|比(?!例|重|率|赛))[^，]{1,20}$/u.test(own)) return { name: '', verb, growth };
  const name = dropEnumeration(own.replace(/[的了、和及与或由从“‘（(]+$/u, ''));
  return { name: /[\p{Script=Han}A-Za-z]/u.test(name) ? name : '', verb: verb || words, growth };
}

function dropPredicate(text: string): { words: string; growth: string } {
  let words = text
    .replace(/[\s：:]+$/u, '')
    .replace(
      /(?<=增长到|增加到|提高到|提升到|上升到|下降到|降到|增至|升至|降至)(?:(?:19|20)\d{2}年(?:底|末|初)?|去年|今年|目前|现在)的?$/u,
      '',
    );
  let growth = '';
  for (let cut = true; cut; ) {
    const grown = growthWords.exec(words);
    const next = grown ? words.slice(0, grown.index) : words.replace(copula, '');
    if (grown) growth = grown[0] + growth;
    cut = next !== words;
    words = next;
  }
  return { words, growth };
}

function dropLead(text: string, owners: readonly string[]): string {
  let words = text;
  for (let before = ''; before !== words; ) {
    before = words;
    const owner = owners.find(
      (name) => words.startsWith(name) && words.length > name.length && !/^[“”（(]/u.test(words.slice(name.length)),
    );
    words = (owner ? words.slice(owner.length) : words).replace(eachOf, '').replace(adverbs, '').replace(areas, '');
  }
  return words;
}

/** 每个村党支部有党员: 每 says per what. */
const eachOf = /^每(?:一|个|名|位|家|支|所)\p{Script=Han}{1,8}?(?=拥?有(?!效|机|关)|至少)/u;

/** 市委组织部抽调: who did it, and a verb without object. */
const agentVerb = new RegExp(
  `(?:^|部|委|府|局|办|厅|[省市县区镇乡村]|街道|社区|公司|企业|财政|集体|支部|组织|单位|银行|合作社|干部|党员|书记|队|们|们?一起|[村镇乡县]里)(?:先后|累计|共|已|每年|直接)*(?!(?:${nounVerbs})$)(${objectVerbs})了?$`,
  'u',
);

const afterAdverb = /(?:累计|先后|(?<!公)共|已|每[年月周]|每季度|每人|集中|统一|积极|主动|分批)$/u;

/** Where the last verb with an object ends; a verb that can be a noun counts only at the start or behind another verb. */
function lastVerb(text: string): { at: number; verb: string } {
  const veiled = veil(text);
  let at = 0;
  let verb = '';
  let onlyVerbs = true;
  for (const match of matchesIn(veiled, verbs)) {
    const end = match.index + match[0].length;
    const remainder = text.slice(end);
    const adjacent: boolean = onlyVerbs && match.index === at;
    if (!/\p{Script=Han}|[“A-Za-z]/u.test(remainder)) break;
    if (/^(?:时限|时间|周期|期限|时长|流程|[率度性者员值器户队站点率额量价处会团])/u.test(remainder)) continue;
    const noun = nounVerb.test(match[0]) && !afterAdverb.test(text.slice(0, match.index));
    if (
      noun &&
      !(farming.test(match[0]) && farmer(text.slice(at, match.index)) && !/^[户大业园基合]/u.test(remainder)) &&
      !(adjacent && (at === 0 ? !namesThing(match[0], remainder) : heads.people.test(remainder)))
    )
      continue;
    if (/^发展党员/u.test(match[0] + remainder)) continue;
    onlyVerbs = adjacent;
    at = end;
    verb = match[0];
  }
  return { at, verb };
}

/** 带领村民种植优质水稻: their object is what is counted. */
const farmer = (name: string): boolean => heads.people.test(name) || /(?:合作社|公司|企业|农场)$/u.test(name);
const farming = /^(?:种植|养殖|加工|销售|流转)/u;
const shortThing =
  /^(?:专班|项目|工程|中心|站点?|点|队伍?|班|课程|基地|平台|窗口|事项|清单|措施|任务|资金|经费|团队|小组|机制|制度|品牌|活动|行动|单位|机构|线路|阵地|对象)$/u;

const ofVillages = /^(?:试点|示范)(?:村|社区|乡镇|镇|县|户|点|单位|街道)/u;

/** 服务专班, 建设项目: the verb is part of a short name; 服务企业, 有项目 are verb and object. */
const namesThing = (verb: string, remainder: string): boolean =>
  verb.length > 1 && (shortThing.test(remainder) || ofVillages.test(verb + remainder));

/** 停车难、拆违治理等基层治理难题 is about 基层治理难题; 融资、用工等问题 needs its examples. */
function dropEnumeration(name: string): string {
  const [, tail = ''] = /^.*、.*等(?!级|次)(?:一批)?([^、]{3,})$/u.exec(veil(name)) ?? [];
  return tail ? name.slice(name.length - tail.length) : name;
}

const moneyVerb = new RegExp(`(?:${moneyMeasures})$`, 'u');

/** The measure of money that ends a name: `农户分红`; of 投资 only the word, since what stands before it invests. */
export function moneyMeasure(name: string): string | undefined {
  const invested = /(?:计划|总|固定资产|有效)?投资$/u.exec(name);
  if (invested) return invested[0];
  return moneyVerb.test(name) ? name : undefined;
}

const ended = '立行立改|边督边改|整改到位|销号|完工|竣工|开工|投产|投用|达产|动工|在建';
const onlyVerbs = new RegExp(`^(?:(?:${objectVerbs}){1,3}|${ended})$`, 'u');
export const isOnlyVerb = (name: string): boolean => onlyVerbs.test(name);

/** A verb of two or three characters without its particle, to name what has no other name: `抽调` of 抽调了. */
export const verbOf = (verb: string): string => (/^[\p{Script=Han}]{2,3}$/u.test(verb) ? verb.replace(/[了到出]$/u, '') : '');

/** Contexts in which a place's name does not speak of the place: newspapers, schools, roads, towns of the same name. */
import type { NamedPlace } from './gazetteer.ts';
import { notPlaces, straddles } from './words.ts';

interface Trap {
  reason: string;
  /** bare: only names without a suffix (福建日报, but 大田县电视台 is of 大田县). */
  form: 'bare' | 'any';
  /** Matched against the name. */
  name?: RegExp;
  /** Matched against the text that ends where the name begins. */
  before?: RegExp;
  /** Matched against the text that begins where the name ends. */
  after?: RegExp;
}

const han = '\\p{Script=Han}';
const schools =
  '(?:师范|师|理工|农业|农林|林业|医科|中医药|工业|工商|财经|科技|交通|民族|外国语|海洋|政法|石油|航空航天|邮电|传媒|艺术|开放|职业|技术|信息){0,4}';

/** All the patterns that a trap gives must match. */
export const traps: readonly Trap[] = [
  {
    reason: '报刊电台',
    form: 'any',
    after:
      /^(?:(?:经济|法治|法制|工人|农民|农村|科技|教育|政协|青年)(?:日报|时报|导报|报)|日报|晚报|早报|晨报|商报|都市报|法制报|青年报|农民报|党建网|文明网|新闻网|新闻联播|卫视|在线)/u,
  },
  {
    reason: '报刊电台',
    form: 'bare',
    after: /^(?:新闻|电视|广播|电台|台记者|频道|观察网|组工|学习平台|经济网|网(?!格|络|上|红|点|信|民|课|页|店)|发布(?!了|会|《))/u,
  },
  { reason: '报刊电台', form: 'bare', after: new RegExp(`^${han}{1,6}等?(?:新媒体|公众号|客户端|微信|抖音号)`, 'u') },
  {
    reason: '学校',
    form: 'bare',
    after: new RegExp(`^${schools}(?:大学(?!生)|学院|大学城|党校|干部学院|附中|附小|[一二三四五六七八九十]+中)`, 'u'),
  },
  { reason: '科研院所与医院', form: 'bare', after: /^(?:省)?(?:农科院|社科院|科学院|医院|协和)/u },
  {
    reason: '道路车站',
    form: 'bare',
    after:
      /^[东西南北中]?(?:路(?!径|子|上|线|桥|由|演)|街(?!道|头|巷)|巷|大道|大街|大桥|高铁|火车站|(?:国际)?机场|快速路|港(?!口|区|湾|澳)|高速)/u,
  },
  {
    reason: '同名的乡镇村居和山水',
    form: 'bare',
    after:
      /^(?:新?镇(?!村|级|街|域|区)|乡(?!镇|村|贤|土|亲|情|愁|级|里)|村(?!级|民|干|党|两|“|财|支|社|集|书|居|企|村|务|规|镇)|街道|社区(?!党|工|治|干|服|居)|苏木|林场|农场|水库|山(?!区|水|海|村|乡|地|林|上|东|西)|河(?!长|流|道|湖|北|南)|江(?!滨|苏|西|浙)|湖(?!长|北|南|区)|岛|峡|寺|庙|塔|桥头|屯|寨)/u,
  },
  {
    reason: '公司',
    form: 'bare',
    after:
      /^(?:(?![的在与和同将把向引由让为被是及使建组])\p{Script=Han}){2,10}?(?:有限公|股份|集团|控股|合作社|酒业|药业|银行|证券|科技公司)/u,
  },
  {
    reason: '籍贯、方言和吃食',
    form: 'bare',
    after: /^(?:人(?![民大才口均员社力居文数家武们为工气防])|籍|话(?![题语])|方言|口音|菜(?![农园地市价篮])|烧烤|拉面|烩面|火锅)/u,
  },
  {
    reason: '电头',
    form: 'any',
    before: /(?:新华社|人民网|新华网|央视网|光明网|中新社|中新网|中国网|本报|东南网|记者)$/u,
    after: /^(?:\d{1,2}月\d{1,2}日|\d{1,2}日)?(?:专?电|讯)/u,
  },
  {
    reason: '别处来的模式、技术',
    form: 'bare',
    before: /(?:实行|采用|引进|借鉴|照搬|参照)$/u,
    after: /^\p{Script=Han}{0,8}(?:模式|技术|品种|工艺)/u,
  },
  { reason: '方位', form: 'bare', after: /^(?:岸|[东西南北]?麓|坡(?!头)|山脉|林海)/u },
  { reason: '山', form: 'bare', name: /^大兴安岭$/u, after: /^(?![：，]|全|各|地委|行署)/u },
  {
    reason: '人名',
    form: 'bare',
    before: /[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕]$/u,
    after: /^(?:同志|书记|说|表示|介绍|告诉|坦言|主任|先生|女士)/u,
  },
  { reason: '市场', form: 'any', name: /市$/u, after: /^场(?!部)/u },
];

const otherWords = new RegExp([...notPlaces].sort((a, b) => b.length - a.length).join('|'), 'gu');

/** The text, as long as before, with blanks for words that hold names without speaking of places. */
export function blankOtherWords(text: string): string {
  return text.replace(otherWords, (word) => '　'.repeat(word.length));
}

/** Why a name does not speak of the place here; undefined where it does. */
export function trapOf(text: string, start: number, name: string, readings: readonly NamedPlace[]): string | undefined {
  const end = start + name.length;
  if (straddlesWords(text, start, name)) return '两词相接';
  const bare = readings.every(({ form }) => form === 'bare');
  const [head, rest] = [text.slice(Math.max(0, start - 8), start), text.slice(end, end + 24)];
  const trap = traps.find(
    (rule) =>
      (bare || rule.form === 'any') &&
      (rule.name?.test(name) ?? true) &&
      (rule.before?.test(head) ?? true) &&
      (rule.after?.test(rest) ?? true),
  );
  return trap?.reason;
}

const straddling = new Map(Object.entries(straddles));

/** 完成都市农业 is neither 成都 nor 成都市. */
function straddlesWords(text: string, start: number, name: string): boolean {
  const [before, after] = [text.charAt(start - 1), text.charAt(start + name.length)];
  const own = straddling.get(name);
  const stem = own ?? straddling.get(name.slice(0, -1));
  return Boolean((before && stem?.before?.includes(before)) || (after && own?.after?.includes(after)));
}

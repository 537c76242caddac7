/** Private persons by name beside poverty, illness or wages. Those who hold an office are not private here. */
import { type Problem, problem } from '../catalogue.ts';
import { matchesIn, Pattern } from '../text/matches.ts';
import { isPersonName } from '../text/persons.ts';
import type { Text } from './text.ts';

/** What a private person is called in front of the name. */
const calling =
  '(?:村民|居民|群众|社员|老乡|农户|农民|果农|茶农|菜农|蔗农|渔民|牧民|花农|药农|种植户|养殖户|养殖大户|种植大户|贫困户|脱贫户|监测户|搬迁户|困难户|特困户|建档立卡户|建档立卡贫困户|脱贫不稳定户|边缘易致贫户|低保户|低保对象|五保对象|特困人员|孤儿|脱贫群众|搬迁群众|搬迁户|社区矫正人员|社区矫正对象|刑满释放人员|戒毒人员|五保户|低保老人|孤寡老人|独居老人|空巢老人|留守老人|留守儿童|老人|大爷|大娘|大妈|大叔|残疾人|重病患者|患者|病人|户主|工人|员工|务工人员|务工者|打工者|女工|老党员|贫困党员|困难党员|贫困学生|大学生|退伍军人|老兵|妇女|租户|商户|骑手|外卖小哥|快递小哥|保洁员)';
/** Callings that say by themselves that the person is poor or ill. */
const poorCalling =
  /^(?:建档立卡贫困户|贫困户|脱贫户|监测户|困难户|特困户|建档立卡户|脱贫不稳定户|边缘易致贫户|低保户|低保对象|五保户|五保对象|特困人员|孤儿|社区矫正人员|社区矫正对象|刑满释放人员|戒毒人员|低保老人|孤寡老人|残疾人|重病患者|患者|病人|贫困党员|困难党员|贫困学生)$/u;
const behindName =
  '(?=[的家，、。：；在说因是和一今去告激高拿领握向对患身得每靠就也从有算通把为正笑感夫无丧独常年跟乐欣逢指望看介深曾流入进来脸夸竖开心心带坐走忙种养由摔遇病住两四五六七八九十：“（]|$)';
const named = new RegExp(String.raw`(?<calling>${calling})(?<name>\p{Script=Han}{2,4}?)${behindName}`, 'gu');
/** Without a calling: `李大明患有慢性肾病`, `王秀英今年72岁，是低保户`. */
const bare = new Pattern(
  /(?<=^|[，。；、！？”\s]|[村组镇乡社]的)(?<name>\p{Script=Han}{2,3})(?=患有?|身患|因病|因残|因车祸|瘫痪|中风|是(?:村里的?)?(?:贫困户|低保户|五保户)|今年\d{2}岁)/gu,
);

/** What must not stand beside a name without a second look; sought in the sentence and the next one. */
const illness =
  /(?:身患|患有|患上|患了|患)(?:[^，。；]{0,8}?(?:病|症|癌|炎|瘫|障碍|残疾|疾))|患病|重病|大病|疾病|病重|生病|因病|癌|肿瘤|白血病|尿毒症|脑梗|脑瘫|脑溢血|中风|瘫痪|卧床|残疾|肢残|截肢|失明|聋哑|精神病|智障|心脏病|糖尿病|高血压|肾病|肝病|肺病|慢性病|手术|住院|自闭症|抑郁/u;
const poverty =
  /贫困户|低保|五保|特困|因病致贫|因残|家境贫寒|家庭困难|生活困难|家里穷|一贫如洗|最穷的|穷得|家徒四壁|欠(?:下|债|了)|负债|日子过得(?:十分|很|非常)?(?:艰难|紧巴|拮据)|吃不饱|揭不开锅/u;
const pay =
  /(?:工资|月薪|月收入|年收入|纯收入|务工收入|误工费|抚恤金|补助金)[^。；]{0,12}\d|(?:每月|一个月|每年|一年|年底|去年|今年|每天|一天|一季|一亩|光是)[^。；，]{0,14}(?:挣|赚|拿|领|收入|增收|分红|进账|到手)[^。；]{0,10}\d[\d.,万余多千百]*元|(?:挣|赚|领到|拿到|分红|进账|到手)(?:了|近|约|到)?[^。；，]{0,4}\d[\d.,万余多千百]*元|结(?:算|清)?(?:了)?工资|领(?:了|到)?工资|工资日结/u;
/** A sum that is everybody's or nobody's. */
const everybodys = /带动|吸纳|帮带|\d[余多]?[户名]贫困|人均|户均|全村|全县|全镇|集体|社员(?:每|平)均|平均|总产值|产值|投资|项目资金/u;

const windowBehind = 70;
const windowBefore = 24;
/** Spoken or written with the words `化名` or `某`: nobody can be told by it. */
const disguised = /某|^(?:小|老|阿)/u;
/** Words that begin with a surname and are no names. */
const noName =
  /^(?:曾经|高兴|高声|高高|常年|常常|常住|时常|时刻|安心|安全|安居|平均|平时|方便|方面|和睦|和谐|明白|明显|干活|干劲|成群|成为|成立|成了|向往|何时|任意|任何|金额|全部|全家|全体|全都|全程|关心|关注|包括|应当|应该|易地|景区|解决|毕业|毕竟|许多|白天|黄金|花钱|花费|温暖|程度|于是|从事|从此|从业|从来|连续|连片|连连|都能|都是|都在|都有|单独|单身|计划|计算|万一|万元|万分|喜欢|喜上|单靠|管护|管理|广泛|水平|文明|文化|宣传|宣讲|相关|相互|先后|车间|马上|石头|田间|田里|林下|时间|时候|牛羊|苗木|苗圃|农闲|农忙|国家|家里|家人|家庭|双手|满意|满脸|满怀|冷暖|冷清|路边|路过|钱包|钱款|余户|古稀|年收|强烈|强化|利用|利益|经常|经过|经营|经济|严重|严格|步行|幸福|幸运|富裕|富起|房子|房前|房屋|辛苦|辛勤|华侨|荣誉|党员|左右|通过|游客|周边|周围|陆续|项目|章程|柴米|谷子|鱼塘|种植|种粮|商量|段子)/u;

/** Names in a row that are paid: `何世平、何喜林、何思泉……过来把今天工资领了`. */
const paidRow = new Pattern(
  /(?<names>\p{Script=Han}{2,3}(?:、\p{Script=Han}{2,3}){1,6})(?:……|等)?[^。]{0,14}(?:领工资|工资领|工资|误工费)/gu,
);

export function personFlags({ id, text }: Text): Problem[] {
  const flags = new Map<string, Problem>();
  const add = (name: string, words: string) => {
    if (!flags.has(name)) flags.set(name, problem('privatePerson', { words }, { block: id }));
  };
  for (const match of matchesIn(text, named)) {
    const { calling: called = '', name = '' } = match.groups ?? {};
    if (!isPerson(name, text, match.index + match[0].length)) continue;
    const words = poorCalling.test(called) ? match[0] : besides(text, match.index, match[0].length);
    if (words) add(name, words);
  }
  for (const match of bare.in(text)) {
    const name = match.groups?.name ?? '';
    const words = isPerson(name, text, match.index + name.length) ? besides(text, match.index, name.length) : undefined;
    if (words) add(name, words);
  }
  for (const [words, names = ''] of paidRow.in(text)) if (names.split('、').every(isPersonName)) add(names, words);
  return [...flags.values()];
}

function isPerson(name: string, text: string, end: number): boolean {
  return isPersonName(name) && !disguised.test(name) && !noName.test(name) && !/^（化名/u.test(text.slice(end));
}

/** From the name to the word that makes it delicate; undefined where none stands near. */
function besides(text: string, at: number, length: number): string | undefined {
  const behind = upToSentences(text.slice(at + length, at + length + windowBehind));
  const own = [illness, poverty, pay].map((words) => words.exec(behind)).filter((match) => match !== null && isOwn(behind, match));
  const first = own.sort((a, b) => (a?.index ?? 0) - (b?.index ?? 0))[0];
  if (first) return shorten(text.slice(at, at + length + first.index + first[0].length));
  const spoken = says.test(behind) ? (quoteBefore.exec(text.slice(Math.max(0, at - longestQuote), at))?.[0] ?? '') : '';
  const told = pay.exec(spoken);
  if (told && isOwn(spoken, told)) return shorten(spoken.slice(told.index) + text.slice(at, at + length));
  const before = text.slice(Math.max(0, at - windowBefore), at).replace(/^.*[。！？；]/u, '');
  const found = illness.exec(before) ?? /贫困户|低保户?|五保户?|特困户?/u.exec(before);
  return found ? shorten(before.slice(found.index) + text.slice(at, at + length)) : undefined;
}

/** `“……一个月能拿4500元。”赖坊镇村民黄秀英说`: what a person says is of that person. */
const says = /^(?:说|道|笑|告诉|感慨|介绍|算|高兴|开心|激动|乐呵呵|坦言|表示)/u;
const longestQuote = 120;
const quoteBefore = /“[^“”]{4,80}”[^。”]{0,24}$/u;

function isOwn(behind: string, match: RegExpExecArray): boolean {
  return !everybodys.test(behind.slice(Math.max(0, match.index - 12), match.index + match[0].length));
}

/** The rest of the sentence and the one behind it. */
function upToSentences(text: string): string {
  return /^[^。！？]*(?:[。！？”]+[^。！？]*)?/u.exec(text)?.[0] ?? '';
}

function shorten(words: string): string {
  return words.length > 50 ? `${words.slice(0, 24)}……${words.slice(-20)}` : words;
}
